import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { billing837, claims837, header835, interchange, remittance, render, subscriber837 } from '../../../packages/core/test/factories/x12.ts'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const data = ['--data-dir', useData(), '--as-of', '2026-04-20']
const written = (name: string, content: Buffer) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
/** Two claims that only their members tell apart, and a payment that names no member and states 10 more than it brings. */
const submission = (member: string) =>
  written(
    `${member}.837`,
    render(
      interchange([claims837({ levels: [...billing837, ...subscriber837].map((segment) => segment.replace('M-1001', member)) })], {
        version: '005010X222A2',
        functional: 'HC',
        control: `00000${member.slice(-4)}`,
      }),
    ),
  )
const claim = ['CLP*PCN-1*1*180*80*0*12*ICN-1*11*1', 'SVC*HC:99213:25*120*80**1', 'DTM*472*20260401', 'CAS*CO*45*40', 'SVC*HC:93000*60*0**1', 'CAS*CO*197*50']
const payment = written('payment.835', render(interchange([remittance({ claims: [claim], header: header835('90') })])))

describe('overturn matches and reconcile', { timeout: 180_000 }, () => {
  it('lists a decision in doubt, moves it, and says where a payment does not balance', async () => {
    expect((await overturn(['import', submission('M-1001'), submission('M-1002'), ...data])).code).toBe(0)
    expect((await overturn(['matches', ...data])).stdout).toBe('No decision is in doubt.\n')
    const imported = await overturn(['import', payment, ...data])
    expect(imported.stdout).toMatch(/payment\.835: amounts do not balance; "overturn reconcile 3" says where and by how much\.\n/)

    const listed = await overturn(['matches', ...data])
    expect(listed.stdout).toMatch(/^Decision \d+: Harbor Mutual Testing, 2026-04-15, \$80\.00 paid of \$180\.00 \(payment TRACE-77, payment\.835\)\n/)
    expect(listed.stdout.match(/^or /gm)).toHaveLength(2)
    expect(listed.stdout).not.toMatch(/M-100|Rowan|Testcase/)
    const { matches } = JSON.parse((await overturn(['matches', '--json', ...data])).stdout) as {
      matches: { adjudicationId: string; claim: { id: string }; candidates: { id: string }[] }[]
    }
    const [{ adjudicationId, claim: standIn, candidates }] = matches as [(typeof matches)[0]]
    const chosen = candidates[1]!.id
    expect(listed.stdout).toMatch(/^stands on +\S+ +PCN-1 /m)
    expect(listed.stdout).toMatch(/^or .* not known +not known$/m)
    expect(await overturn(['claim', 'PCN-1', ...data])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^Several claims have this control number[^]*3 in all\n$/),
    })
    const shown = await overturn(['claim', standIn.id, ...data])
    expect(shown.stdout).toMatch(/known by its remittance alone[^]*Paid on +2026-04-15 \$80\.00[^]*initial; final; fits several claims/)
    expect(await overturn(['matches', 'resolve', adjudicationId, chosen, ...data])).toMatchObject({
      code: 0,
      stdout: `1 decision moved to claim ${chosen}. Claim ${standIn.id}, which stood for it, is gone.\n`,
    })
    expect((await overturn(['matches', '--state', 'resolved', ...data])).stdout.match(/^or /gm)).toHaveLength(1)
    expect((await overturn(['claim', chosen, ...data])).stdout).toMatch(
      /Billed, paid, denied +\$180\.00, \$80\.00, \$60\.00[^]*initial; final; assigned by hand/,
    )

    const reconciled = await overturn(['reconcile', '3', ...data])
    expect(reconciled.code).toBe(1)
    expect(reconciled.stdout).toMatch(/difference \$10\.00: it is what the claim payments below are out of balance by/)
    expect(reconciled.stdout).toMatch(
      new RegExp(`${chosen} +all +\\$180\\.00 +\\$90\\.00 +\\$80\\.00 +\\$10\\.00\\n${chosen} +2 +\\$60\\.00 +\\$50\\.00 +\\$0\\.00 +\\$10\\.00`),
    )
  })

  it('says what is missing or not there', async () => {
    expect(await overturn(['matches', 'resolve', '5', ...data])).toMatchObject({
      code: 2,
      stderr: '<claim> is missing: overturn matches resolve <decision> <claim>.\n',
    })
    expect((await overturn(['matches', 'guess', ...data])).code).toBe(2)
    expect((await overturn(['matches', 'dismiss', '5', ...data])).stderr).toContain('was never in doubt')
    expect((await overturn(['reconcile', '4711', ...data])).stderr).toContain('There is no import 4711')
  })
})
