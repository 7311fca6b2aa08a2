import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../packages/core/src/db/connect.ts'
import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { findOrganization } from '../../../packages/core/src/organizations.ts'
import { insertCheck, insertScopedPattern } from '../../../packages/core/test/factories/patterns.ts'
import { insertClaims } from '../../../packages/core/test/factories/claims.ts'
import { claim837, file837 } from '../../../packages/core/test/factories/x12.ts'
import { overturn, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const dataDir = useData()
const data = ['--data-dir', dataDir, '--as-of', '2026-04-20']
const written = (name: string, content: Buffer | string) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
/** A claim of PCN-1: 99213-25 at 120 and 93000 at 60, both for J06.9 or I10, to HM001. */
const claims = written('claims.837', file837())
/** The same without the modifier, and one that is as it should be. */
const bare = (segment: string) => segment.replace('99213:25', '99213')
const mended = claim837.map((segment) => segment.replace('PCN-1', 'PCN-2'))
const unmodified = written('unmodified.837', file837({ claims: [mended, claim837.map(bare)] }))

beforeAll(async () => {
  const imported = await overturn(['import', claims, ...data])
  if (imported.code !== 0) throw new Error(imported.stderr)
  const database = await openDatabase({ databaseUrl: null, dataDir })
  try {
    const organization = await findOrganization(database, null)
    const context = { db: tenantDatabase(database, organization.id), database, organization }
    await insertScopedPattern(context, {
      id: 'PTN-1',
      reason: 'Modifier missing or inconsistent',
      title: 'Harbor Mutual Testing denies 99213 without modifier 25',
      scope: [
        { field: 'payer', op: 'is', value: 'HM001' },
        { field: 'procedureCode', op: 'is', value: '99213' },
        { field: 'modifier', op: 'lacks', value: '25' },
      ],
    })
    await insertCheck(context, { id: 'CHK-1', patternId: 'PTN-1', state: 'shadow' })
    await insertClaims(context, [
      { id: 'D', served: '2026-04-01', submitted: '2026-04-02', decided: '2026-04-10', procedure: '99214', billed: 150, carc: '197' },
      { id: 'P', served: '2026-04-04', submitted: '2026-04-05', decided: '2026-04-10', procedure: '99214', billed: 150 },
    ])
  } finally {
    await database.close()
  }
}, 120_000)

describe('overturn check', { timeout: 180_000 }, () => {
  it('says nothing while a check is in shadow, unless it is asked to', async () => {
    expect(await overturn(['check', unmodified, '--fail-on-alert', ...data])).toMatchObject({
      code: 0,
      stdout:
        '2 claims with 4 lines read, and not checked: no check is live. "overturn checks" lists those there are; --include-shadow asks those in shadow.\n',
    })
    expect((await overturn(['check', unmodified, '--include-shadow', ...data])).stdout).toContain('(CHK-1, in shadow)')
  })

  it('is told what there is, and how it is released', async () => {
    expect((await overturn(['checks', ...data])).stdout).toMatch(
      /^CHK-1 +shadow +Harbor Mutual Testing denies 99213 without modifier 25 +40\.00 % +100\.0 +– +–$/m,
    )
    expect(await overturn(['checks', 'release', 'CHK-1', ...data])).toMatchObject({ code: 3, stderr: expect.stringContaining('20 are needed') })
    const released = await overturn(['checks', 'release', 'CHK-1', '--anyway', 'The payer has announced it', ...data])
    expect(released).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Harbor Mutual .+ \(CHK-1\)\n\nState +live since 2026-04-20$/m) })
    expect(released.stdout).toMatch(
      /^Back-test +40\.00 % denied: 40 of 100 claims with an alert, 95 % interval 30\.9 to 49\.8 %, \$4,000\.00; of other claims 2\.00 %\. /m,
    )
    expect(await overturn(['checks', 'create', 'PTN-1', ...data])).toMatchObject({ code: 3, stderr: expect.stringContaining('has a check already') })
    expect(await overturn(['checks', 'evaluate', ...data])).toMatchObject({ code: 0, stdout: '0 checks evaluated, none retired.\n' })
    expect((await overturn(['checks', 'release', ...data])).stderr).toBe('<check> is missing: overturn checks release <check>.\n')
  })

  it('says which lines are likely to be denied and what to fix, and fails where a script wants that', async () => {
    const found = await overturn(['check', claims, unmodified, ...data])
    expect(found.code).toBe(0)
    expect(found.stdout).toBe(`Claim PCN-1 (number 2 of ${unmodified})
  Line 1, 99213, $120.00
    Harbor Mutual Testing denies 99213 without modifier 25. Of 100 such claims 40 were denied for “Modifier missing or inconsistent” (40.0 %, 95 % interval 30.9 to 49.8 %); of other claims 2.0 %. (CHK-1)
      - Add modifier 25 if the record supports it.
      - Check before sending whether the services of the visit need a modifier, and that the record supports the one that is used.

3 claims with 6 lines checked by 1 check: 1 line of 1 claim may be denied, $120.00 at stake.
`)
    expect((await overturn(['check', claims, unmodified, '--fail-on-alert', ...data])).code).toBe(1)
    expect(await overturn(['check', claims, '--fail-on-alert', ...data])).toMatchObject({
      code: 0,
      stdout: '1 claim with 2 lines checked by 1 check: none of them speaks of these claims.\n',
    })
  })

  it('gives one document with --json, and keeps nothing', async () => {
    const { stdout } = await overturn(['check', unmodified, '--json', ...data])
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ file: unmodified, claims: 2, rejected: 0, message: null }],
      claims: [{ file: unmodified, position: 2, patientControlNumber: 'PCN-1', lines: [{ lineNumber: 1, alerts: [{ check: 'CHK-1' }] }] }],
      totals: { claims: 2, lines: 4, claimsWithAlerts: 1, linesWithAlerts: 1, atStake: 120 },
      checks: 1,
    })
    expect(stdout).not.toMatch(/Rowan|Testcase|M-1001|GROUP-9/)
    const { imports } = JSON.parse((await overturn(['imports', '--json', ...data])).stdout) as { imports: { fileName: string }[] }
    expect(imports.map(({ fileName }) => fileName)).not.toContain('unmodified.837')
  })

  it('names a file that it cannot read, and goes on with the next', async () => {
    const text = written('letter.txt', 'Dear payer')
    const found = await overturn(['check', text, unmodified, '--fail-on-alert', ...data])
    expect(found.code).toBe(3)
    expect(found.stdout).toMatch(/letter\.txt: the file does not begin with an ISA segment/)
    expect(found.stdout).toMatch(/2 claims with 4 lines checked by 1 check/)
    expect((await overturn(['check', ...data])).stderr).toContain('<paths> is missing')
  })
})

describe('overturn inconsistencies', { timeout: 60_000 }, () => {
  it('lists what a payer has denied and paid', async () => {
    const { stdout } = await overturn(['inconsistencies', ...data])
    expect(stdout).toMatch(/^Payer P1 +99214 +– +– +Authorization absent +1 +1 +50\.00 % +\$150\.00 +D\/1, P\/1$/m)
    expect(stdout).toMatch(/^1 denied line, \$150\.00\. 1 in all$/m)
    expect((await overturn(['inconsistencies', '--days', '10', ...data])).stdout).toBe(
      'No line served from 2026-04-11 was denied within 30 days of one of the same kind that was paid.\n',
    )
  })
})
