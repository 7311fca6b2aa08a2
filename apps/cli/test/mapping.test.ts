import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { overturn, useFolder } from './overturn.ts'

const folder = useFolder()
const flags = ['--data-dir', join(folder, 'data'), '--as-of', '2026-04-01']
const claims = fileURLToPath(new URL('../../../packages/core/test/fixtures/csv/claims.csv', import.meta.url))
const other = join(folder, 'other.csv')
writeFileSync(other, 'Number;Sum;Code\nA-1;12,50;25\n')

describe('overturn mapping', { timeout: 120_000 }, () => {
  it('shows what the columns seem to mean, and saves it when told to', async () => {
    const shown = await overturn(['mapping', claims, ...flags])
    expect({ code: shown.code, stderr: shown.stderr }).toEqual({ code: 0, stderr: '' })
    expect(shown.stdout).toMatch(/^claimId +Claim id +Claim # +sure +C-1 \| C-2 \| C-3$/m)
    expect(shown.stdout).toContain('Not taken in: Batch.')
    expect(shown.stdout).toContain(`Nothing is saved yet. If this is right: overturn mapping ${claims} --confirm.`)
    expect(existsSync(join(folder, 'data'))).toBe(false)

    const confirmed = await overturn(['mapping', claims, '--confirm', ...flags])
    expect(confirmed.stdout).toMatch(/Confirmed\. Tables with this header can be imported now\.\n$/)
    const list = await overturn(['mapping', '--list', '--json', ...flags])
    expect(JSON.parse(list.stdout)).toMatchObject({ mappings: [{ name: 'claims.csv', confirmedBy: 'cli', mapping: { rows: 'claim' } }] })
    expect((await overturn(['mapping', '--list', ...flags])).stdout).toMatch(/claims\.csv +a claim +22 +24 +cli +2026-04-01\n\n1 column mapping\.\n$/)
  })

  it('takes what somebody says in place of the guess', async () => {
    const lacking = await overturn(['mapping', other, '--confirm', ...flags])
    expect(lacking).toMatchObject({ code: 2, stderr: expect.stringMatching(/claimId or patientControlNumber.*billed/) })
    const said = ['--set', 'claimId=Number', '--set', 'billed=Sum', '--set=modifiers=Code', '--rows', 'line', '--amounts', 'european']
    const { code, stdout } = await overturn(['mapping', other, ...said, '--confirm', '--json', ...flags])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      confirmed: true,
      mapping: { delimiter: ';', rows: 'line', amountFormat: 'european', fields: { claimId: ['Number'], billed: ['Sum'], modifiers: ['Code'] } },
    })
  })

  it('says what the rows do not tell, and how to say it', async () => {
    const dates = join(folder, 'dates.csv')
    writeFileSync(dates, 'Claim,DOS,Charge\nA,01/05/2026,1.00\n')
    const { stdout } = await overturn(['mapping', dates, ...flags])
    expect(stdout).toMatch(/^serviceDate .* unsure /m)
    expect(stdout).toContain('The rows do not tell whether the month or the day is first: say --dates month-first or --dates day-first.')
    const said = await overturn(['mapping', dates, '--dates', 'day-first', '--confirm', ...flags])
    expect(said.stdout).toContain('have the day first; amounts are written 1,234.50.')
    expect(said.stdout).not.toContain('do not tell')
  })

  it.each([
    [['--set', 'claimID=Number'], '--set: there is no field "claimID"; did you mean claimId?'],
    [['--set', 'Number'], '--set: "Number" is not field=column.'],
    [['--rows', 'page'], /rows: /],
  ])('refuses %j', async (words, message) => {
    const { code, stderr } = await overturn(['mapping', other, ...words, ...flags])
    expect(code).toBe(2)
    expect(stderr.trim()).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
  })

  it('needs a file or --list', async () => {
    expect(await overturn(['mapping', ...flags])).toMatchObject({ code: 2, stderr: '<file> is missing: the table whose columns are meant, or --list.\n' })
  })
})
