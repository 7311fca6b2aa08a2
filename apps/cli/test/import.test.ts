import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { claim835, interchange, remittance, render, transaction } from '../../../packages/core/test/factories/x12.ts'
import { overturn, overturnProcess, useData, useFolder } from './overturn.ts'

const folder = useFolder()
const dataDir = useData()
const remit = join(folder, 'a remittance.835')
const wrapped = join(folder, 'wrapped again.835')
const claimFile = join(folder, 'claims.837')
const broken = join(folder, 'broken.835')
writeFileSync(remit, render(interchange([remittance({ claims: [claim835] })])))
writeFileSync(wrapped, render(interchange([remittance({ claims: [claim835] })], { control: '000000102' })))
writeFileSync(claimFile, render(interchange([transaction('837', ['CLM*A*1', 'CLM*B*1'])])))
writeFileSync(broken, 'Dear payer, please find attached')

const fixture = fileURLToPath(new URL('../../../packages/core/test/fixtures/portal', import.meta.url))

const json = (stdout: string) => JSON.parse(stdout) as Record<string, never>

describe('overturn import', { timeout: 180_000 }, () => {
  it('counts without a database when it only tries', async () => {
    const { code, stdout, stderr } = await overturn(['import', remit, '--dry-run', '--json'], {
      cwd: folder,
      env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' },
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(json(stdout)).toMatchObject({
      files: [{ file: remit, claimPayments: 1, paymentLines: 2, deniedLines: 1 }],
      totals: { files: 1, claimPayments: 1, deniedLines: 1, rejected: 0 },
    })
    expect(existsSync(join(folder, '.overturn'))).toBe(false)
  })

  it('says in its exit code that a file was refused, and imports the others', async () => {
    const { code, stdout } = await overturnProcess(['import', broken, remit, '--json', '--data-dir', join(folder, 'refused')])
    expect(code).toBe(3)
    expect(json(stdout)).toMatchObject({ files: [{ outcome: 'refused' }, { outcome: 'imported', merged: { newClaims: 1 } }] })
  })

  it('lists a file that it cannot read in a dry run, and goes on with the others', async () => {
    const { code, stdout } = await overturn(['import', broken, remit, '--dry-run', '--json'])
    expect(code).toBe(3)
    expect(json(stdout)).toMatchObject({
      files: [
        { file: broken, rejected: [{ code: 'file.refused' }] },
        { file: remit, rejected: [] },
      ],
    })
    const text = await overturn(['import', broken, remit, '--dry-run'])
    expect(text.stdout).toMatch(/broken\.835 +unknown +refused/)
    expect(text.stdout).toMatch(
      /2 files read; nothing was written: 0 claims, 1 claim payment, 0 of them denied and 1 denied in part\.\n1 file refused, 0 rejections, 0 warnings\.\n$/,
    )
  })

  it('refuses a path that is not there', async () => {
    expect(await overturn(['import', join(folder, 'nowhere'), '--dry-run'])).toEqual({
      code: 3,
      signal: null,
      stdout: '',
      stderr: `${join(folder, 'nowhere')} cannot be read (there is no such file or folder).\n`,
    })
  })

  it('needs a path', async () => {
    expect(await overturn(['import'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^<paths> is missing: Files, folders, zip archives and patterns/),
    })
  })

  it('makes database and practice, imports, computes, and shows what came in', async () => {
    const flags = ['--data-dir', dataDir, '--as-of', '2026-04-20']
    const imported = await overturn(['import', remit, '--json', ...flags])
    expect({ code: imported.code, stderr: imported.stderr }).toEqual({ code: 0, stderr: '' })
    expect(json(imported.stdout)).toMatchObject({ organization: 'practice', files: [{ outcome: 'imported' }], computedDays: expect.any(Number) })

    const again = await overturn(['import', remit, ...flags])
    expect(again.stdout).toMatch(/a remittance\.835 +\S+ +unchanged/)
    expect(again.stdout).toMatch(/1 file for organization practice: 1 unchanged\.\nNothing was written\.\n/)

    const claims = await overturn(['claims', '--json', '--date-range', 'all', ...flags])
    const [claim] = (json(claims.stdout) as unknown as { claims: { id: string; billedAmount: number }[] }).claims
    expect(claim).toMatchObject({ billedAmount: 180 })
    const shown = await overturn(['claim', claim!.id, ...flags])
    expect(shown.stdout).toMatch(/^Claim .*\n\nControl number +PCN-1\n[^]*CO-197 \$60\.00/)
    expect((await overturn(['claim', 'PCN-1', ...flags])).stdout).toBe(shown.stdout)
    expect((await overturn(['claims', '--date-range', 'all', '--control-number', 'PCN-1', ...flags])).stdout).toMatch(/^Id +Control number .*\n\S+ +PCN-1 /)
    expect((await overturn(['claims', '--date-range', 'all', '--control-number', 'PCN-', ...flags])).stdout).toMatch(/^No claims/)

    const more = await overturn(['import', wrapped, claimFile, ...flags])
    expect(more.stdout).toContain(
      [
        '2 files for organization practice: 2 imported.',
        'Taken in: 2 new claims, 0 changed claims, 0 new decisions.',
        `${wrapped}: 1 payment or decision known before, not taken in again.`,
      ].join('\n'),
    )
    const none = ['claims', '--payer', 'nobody', '--data-dir', dataDir]
    expect((await overturn(none)).stdout).toBe('No claims. --date-range all looks at every day.\n')
    expect((await overturn([...none, '--date-range', 'all'])).stdout).toBe('No claims.\n')

    const dashboard = await overturn(['dashboard', '--days', '90', '--json', ...flags])
    expect(json(dashboard.stdout)).toMatchObject({ totalClaims: 1, recomputing: false })
    const status = await overturn(['status', ...flags])
    expect(status.stdout).toMatch(/practice +My Practice +3 /)
  })

  it('says what is wrong with the words that were typed', async () => {
    const { code, stderr, stdout } = await overturn(['claims', '--date-range', 'some', '--limit', '0', '--json', '--data-dir', dataDir])
    expect(code).toBe(2)
    expect(stderr).toMatch(/--date-range: .*; --limit: must be a whole number from 1 to 200\./)
    expect(json(stdout)).toMatchObject({ code: 'invalid_input', fields: [{ field: 'dateRange' }, { field: 'limit' }] })
    expect(await overturn(['pattern', 'PTN-NONE', '--data-dir', dataDir])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^There is no pattern "PTN-NONE" in My Practice\./),
    })
    expect(await overturn(['claims', '--organization', 'other', '--data-dir', dataDir])).toMatchObject({
      code: 2,
      stderr: 'There is no organization "other"; there are: practice.\n',
    })
  })
})

describe('overturn generate', { timeout: 300_000 }, () => {
  it('fills the demonstration once, and writes the truth of it', async () => {
    const truth = join(folder, 'truth.json')
    const words = ['generate', '--claims', '200', '--months', '6', '--as-of', '2026-03-31', '--truth', truth, '--data-dir', dataDir]
    const first = await overturn([...words, '--json'])
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' })
    expect(json(first.stdout)).toMatchObject({ organization: 'demo', claims: 200, seed: 1, asOf: '2026-03-31', outcome: 'imported' })
    expect(JSON.parse(readFileSync(truth, 'utf8'))).toMatchObject({ claims: 200, asOf: '2026-03-31' })
    expect((await overturn(words)).stdout).toMatch(/^Imported before/)
    const patterns = await overturn(['patterns', '--json', '--organization', 'demo', '--data-dir', dataDir])
    expect(json(patterns.stdout)).toMatchObject({ pagination: { page: 1 } })
  })

  it('refuses a number that is none', async () => {
    expect(await overturn(['generate', '--claims', 'many', '--data-dir', dataDir])).toMatchObject({
      code: 2,
      stderr: '--claims: "many" is not a whole number.\n',
    })
  })
})

describe('overturn verify', { timeout: 180_000 }, () => {
  const exported = join(folder, 'export')
  const own = join(folder, 'verified')

  it('answers with its exit code whether the database has what the export says', async () => {
    cpSync(fixture, exported, { recursive: true })
    expect((await overturn(['import', exported, '--data-dir', own])).code).toBe(0)
    const equal = await overturn(['verify', exported, '--data-dir', own])
    expect(equal.code).toBe(0)
    expect(equal.stdout).toMatch(/What was imported is what .*export says/)

    const file = join(exported, 'claims.json')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/("billedAmount": *)(\d+)/, (_, name: string, amount: string) => `${name}${Number(amount) + 1}`),
    )
    const unequal = await overturnProcess(['verify', exported, '--json', '--data-dir', own])
    expect(unequal.code).toBe(1)
    expect(json(unequal.stdout)).toMatchObject({ equal: false })
    expect(unequal.stderr).toBe('')
  })
})
