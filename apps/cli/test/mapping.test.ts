import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
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

  it('says which column is called like a field and is none', async () => {
    const named = join(folder, 'named.csv')
    writeFileSync(named, 'Claim,Paid,Charge\nA,yes,1.00\n')
    const { stdout } = await overturn(['mapping', named, ...flags])
    expect(stdout).toContain('Paid is called like a field (Paid amount), and (nearly) none of its values can be read as one.')
    expect(stdout).toContain('If it is one, say --set paid="Paid"; else --set paid= for none.')
    const said = await overturn(['mapping', named, '--set', 'paid=', ...flags])
    expect(said).toMatchObject({ code: 0, stdout: expect.not.stringContaining('called like') })
  })

  it('removes what was confirmed, by its name or its key', async () => {
    const [one, two] = ['a', 'b'].map((letter) => {
      const path = join(folder, letter, 'twice.csv')
      mkdirSync(join(folder, letter))
      writeFileSync(path, `Claim,Charge,${letter}\nA,1.00,x\n`)
      return path
    }) as [string, string]
    for (const path of [one, two]) await overturn(['mapping', path, '--confirm', ...flags])
    const both = await overturn(['mapping', '--remove', 'twice.csv', ...flags])
    expect(both.stderr).toMatch(/^2 column mappings are called "twice\.csv"\. .*: [0-9a-f]{12} \(confirmed on 2026-04-01\), [0-9a-f]{12} /)
    const [key] = /[0-9a-f]{12}/.exec(both.stderr)!
    expect((await overturn(['mapping', '--remove', key, ...flags])).stdout).toBe(
      'The columns of "twice.csv" are not confirmed any more. The next table with them has to be confirmed; what was imported stays.\n',
    )
    const last = await overturn(['mapping', '--remove', 'twice.csv', '--json', ...flags])
    expect(JSON.parse(last.stdout)).toMatchObject({ removed: { name: 'twice.csv' } })
    expect((await overturn(['mapping', '--list', ...flags])).stdout).not.toContain('twice.csv')
    expect((await overturn(['mapping', two, ...flags])).stdout).toContain('Nothing is saved yet.')
    expect(await overturn(['mapping', '--remove', 'twice.csv', ...flags])).toMatchObject({
      code: 2,
      stderr: 'There is no column mapping called "twice.csv"; "overturn mapping --list" names those there are.\n',
    })
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
    expect(await overturn(['mapping', ...flags])).toMatchObject({
      code: 2,
      stderr: '<file> is missing: the table whose columns are meant, or --list or --remove.\n',
    })
  })
})
