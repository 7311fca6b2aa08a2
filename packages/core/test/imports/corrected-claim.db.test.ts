import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../../src/imports/run.ts'
import { billing837, file837, header835, header837, interchange, remittance, render, subscriber837 } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { testFolder } from '../writers/written.ts'

const submission = (charge: number, frequency: string, day: string, ...more: string[]) =>
  file837({
    header: header837().map((segment) => segment.replace('20260403', day)),
    levels: [...billing837, ...subscriber837],
    claims: [[`CLM*R1*${charge}***11:B:${frequency}*Y*A*Y*Y`, ...more, 'HI*ABK:J069', 'LX*1', `SV1*HC:99213*${charge}*UN*1***1`, 'DTP*472*D8*20260401']],
  })
const clp = (status: number, charge: number, paid: number, icn: string, carc: string) => [
  `CLP*R1*${status}*${charge}*${paid}*0*12*${icn}*11*1`,
  'NM1*QC*1*Testcase*Rowan****MI*M-1001',
  'DTM*232*20260401',
  `SVC*HC:99213*${charge}*${paid}**1`,
  'DTM*472*20260401',
  `CAS*CO*${carc}*${charge - paid}`,
]
const payment = (day: string, trace: string, paid: number, ...claims: string[][]) => {
  const header = header835(String(paid)).map((segment) => segment.replace('TRACE-77', trace).replace('20260415', day))
  return render(interchange([remittance({ payment: String(paid), header, claims })], { control: trace.padStart(9, '0') }))
}

/** Denied for want of information; sent again with another charge; taken back and paid. */
const files = {
  claim: submission(100, '1', '20260403'),
  denial: payment('20260415', '1', 0, clp(4, 100, 0, 'IR1', '16')),
  replacement: submission(120, '7', '20260420', 'REF*F8*IR1'),
  correction: payment('20260515', '2', 80, clp(22, -100, 0, 'IR1', '16'), clp(1, 120, 80, 'IR2', '45')),
}
type Name = keyof typeof files

/** Every order of files, as long as the claim is sent before what replaces it. */
const orders = (left: Name[]): Name[][] =>
  left.length === 0 ? [[]] : left.flatMap((first) => orders(left.filter((name) => name !== first)).map((rest) => [first, ...rest]))

describe('a claim that is sent again with another charge', () => {
  const use = useDatabase()
  const all = orders(['claim', 'denial', 'replacement', 'correction']).filter((names) => names.indexOf('claim') < names.indexOf('replacement'))

  it.each(all)('is one claim, denied and won: %s, %s, %s, %s', async (...names) => {
    const context = await newContext(use.database)
    const folder = testFolder()
    for (const name of names) {
      const path = join(folder, `${name}.edi`)
      writeFileSync(path, files[name])
      await importPaths(context, [path], { partial: false })
    }
    expect(
      await context.db.rows(sql`
        select status, initial_outcome as initial, (billed_amount * 100)::int as billed, (paid_amount * 100)::int as paid, (denied_amount * 100)::int as denied,
          (select count(*)::int from claim_submissions) as again from claims`),
    ).toEqual([{ status: 'overturned', initial: 'denied', billed: 10_000, paid: 8_000, denied: 10_000, again: 1 }])
  })

  it('finds the answer to a replacement by its charge where nothing was taken back', async () => {
    const context = await newContext(use.database)
    const folder = testFolder()
    const answer = payment('20260515', '3', 80, clp(1, 120, 80, 'IR2', '45'))
    for (const [at, bytes] of [files.claim, files.denial, files.replacement, answer].entries()) {
      writeFileSync(join(folder, `${at}.edi`), bytes)
      await importPaths(context, [join(folder, `${at}.edi`)], { partial: false })
    }
    expect(await context.db.rows(sql`select status, (paid_amount * 100)::int as paid from claims`)).toEqual([{ status: 'overturned', paid: 8_000 }])
  })
})
