import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { dryRun } from '../../../src/imports/dry-run.ts'
import { confirmGuesses } from '../../../src/imports/mappings/confirm-guesses.ts'
import { confirmColumns, guessColumns, listColumns, removeColumns } from '../../../src/imports/mappings/operations.ts'
import { savedMappings } from '../../../src/imports/mappings/saved.ts'
import { perform } from '../../../src/operation.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const test = useDatabase()
const fixtures = fileURLToPath(new URL('../../fixtures/csv/', import.meta.url))
const claims = join(fixtures, 'claims.csv')
const folder = mkdtempSync(join(tmpdir(), 'overturn-mappings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('column mappings', () => {
  it('are guessed with examples, confirmed once, and then read by', async () => {
    const context = await newContext(test.database)
    const guess = await perform(guessColumns, context, { path: claims })
    expect(guess).toMatchObject({ file: 'claims.csv', problems: [], confirmed: false, unknown: ['Batch'] })
    expect(guess.guesses[0]).toEqual({ field: 'claimId', label: 'Claim id', column: 'Claim #', confidence: 'sure', examples: ['C-1', 'C-2', 'C-3'] })
    expect((await dryRun([claims], { partial: false, columns: await savedMappings(context) })).files[0]?.rejected[0]?.code).toBe('file.refused')

    const saved = await perform(confirmColumns, context, { name: guess.file, mapping: guess.mapping })
    expect(saved).toMatchObject({ name: 'claims.csv', confirmedBy: 'test', confirmedAt: '2026-03-31T12:00:00.000Z', mapping: guess.mapping })
    expect(await perform(listColumns, context, {})).toEqual({ mappings: [saved] })
    expect((await dryRun([claims], { partial: false, columns: await savedMappings(context) })).totals).toMatchObject({ claims: 5, deniedClaims: 2 })
    expect(await perform(guessColumns, context, { path: claims })).toMatchObject({
      confirmed: true,
      guesses: expect.arrayContaining([expect.objectContaining({ confidence: 'set' })]),
    })
  })

  it('are changed by what somebody says', async () => {
    const context = await newContext(test.database)
    const said = {
      fields: { claimId: ['Batch'], patientControlNumber: ['Claim #'], rarc: [] },
      rows: 'denial',
      dateFormat: 'day-first',
      amountFormat: 'european',
    }
    const guess = await perform(guessColumns, context, { path: claims, ...said })
    expect(guess.mapping).toMatchObject({
      rows: 'denial',
      dateFormat: 'day-first',
      amountFormat: 'european',
      fields: { claimId: ['Batch'], patientControlNumber: ['Claim #'] },
    })
    expect(guess.mapping.fields.rarc).toBeUndefined()
    expect(guess.unknown).toEqual(['Remark Code'])
    expect(guess.guesses.find(({ field }) => field === 'claimId')).toMatchObject({ confidence: 'set', examples: ['x'] })
    await perform(confirmColumns, context, { name: 'first', mapping: guess.mapping })
    await perform(confirmColumns, context, { name: 'second', mapping: { ...guess.mapping, rows: 'claim' } })
    expect((await perform(listColumns, context, {})).mappings).toMatchObject([{ name: 'second', mapping: { rows: 'claim' } }])
  })

  it('belong to an organization', async () => {
    const one = await newContext(test.database)
    const { mapping, file: name } = await perform(guessColumns, one, { path: claims })
    await perform(confirmColumns, one, { name, mapping })
    const other = await newContext(test.database)
    expect(await perform(listColumns, other, {})).toEqual({ mappings: [] })
    expect((await savedMappings(other))(mapping.header)).toBeNull()
  })

  it('are removed for good: the next table with the header waits for somebody to confirm it, anew or otherwise', async () => {
    const context = await newContext(test.database)
    const { mapping, file: name } = await perform(guessColumns, context, { path: claims })
    const { headerKey } = await perform(confirmColumns, context, { name, mapping: { ...mapping, rows: 'line' } })
    const elsewhere = await newContext(test.database)
    await perform(confirmColumns, elsewhere, { name, mapping })

    expect(await perform(removeColumns, context, { headerKey })).toEqual({ removed: { name, headerKey } })
    expect(await perform(listColumns, context, {})).toEqual({ mappings: [] })
    expect((await perform(listColumns, elsewhere, {})).mappings).toHaveLength(1)
    expect((await dryRun([claims], { partial: false, columns: await savedMappings(context) })).files[0]?.rejected[0]?.code).toBe('file.refused')
    expect(await perform(guessColumns, context, { path: claims })).toMatchObject({ confirmed: false, mapping: { rows: 'claim' } })
    await expect(perform(removeColumns, context, { headerKey })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(removeColumns, context, { headerKey: 'claims.csv' })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'headerKey' }],
    })

    await perform(confirmColumns, context, { name, mapping })
    expect((await dryRun([claims], { partial: false, columns: await savedMappings(context) })).totals).toMatchObject({ claims: 5 })
  })

  it('are refused while they tell no claim or no charge', async () => {
    const context = await newContext(test.database)
    const { mapping, problems } = await perform(guessColumns, context, { path: claims, fields: { claimId: [], billed: ['Nowhere'] } })
    expect(problems.join('; ')).toMatch(/the header has no column "Nowhere".*claimId or patientControlNumber/)
    await expect(perform(confirmColumns, context, { name: 'x', mapping })).rejects.toMatchObject({ code: 'invalid_input' })
    const broken = { ...mapping, header: [...mapping.header, 'Bat\0ch'] }
    await expect(perform(confirmColumns, context, { name: 'x', mapping: broken })).rejects.toMatchObject({ fields: [{ field: 'mapping' }] })
    await expect(perform(guessColumns, context, { path: claims, fields: { nothing: ['x'] } })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('are for tables of claims only', async () => {
    const context = await newContext(test.database)
    const refused = (path: string) => perform(guessColumns, context, { path }).catch((error: Error) => error.message)
    expect(await refused(join(fixtures, 'synthea/claims.csv'))).toBe('claims.csv is a file of a Synthea export; it needs no column mapping.')
    expect(await refused(join(fixtures, '../portal/claims.json'))).toMatch(/^claims\.json is no table of claims/)
    expect(await refused(fixtures)).toMatch(/is not one file/)
    expect(await refused(file('one.csv', 'Claim,Charge,x\n'))).toMatchObject({ guesses: [{ field: 'claimId', confidence: 'likely', examples: [] }, {}] })
  })

  it('are none of a table without a header row, whose cells nobody shows or keeps', async () => {
    const context = await newContext(test.database)
    const path = file('bare.csv', 'CLM-00123,Doe Ada,2026-01-02,120.00\nCLM-00124,Roe Ben,2026-01-03,80.00\n')
    const refused = await perform(guessColumns, context, { path }).catch((error: Error) => error.message)
    expect(refused).toMatch(/^The table has no header row: .* Put a line with the names of the columns above it/)
    expect(await confirmGuesses(context, [path])).toEqual([])
    const [summary] = (await dryRun([path], { partial: false, columns: await savedMappings(context) })).files
    expect(summary!.rejected).toMatchObject([
      { remedy: 'Nothing of this file is taken in. Put a line with the names of the columns above its first row and import it again.' },
    ])
    const { mapping } = await perform(guessColumns, context, { path: claims })
    const header = ['CLM-00123', 'Doe Ada', '2026-01-02', '120.00']
    const kept = await perform(confirmColumns, context, {
      name: 'x',
      mapping: { ...mapping, header, fields: { claimId: ['CLM-00123'], billed: ['120.00'] } },
    }).catch((error: unknown) => error)
    expect(kept).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('has no header row') })
    expect(JSON.stringify([refused, summary, (kept as Error).message])).not.toMatch(/Doe|Roe|CLM-00/)
    expect(await perform(listColumns, context, {})).toEqual({ mappings: [] })
    rmSync(path)
  })

  it('are not confirmed by an import while the rows do not tell the order of dates, until somebody says it', async () => {
    const context = await newContext(test.database)
    const path = file('dates.csv', 'Claim,DOS,Charge\nA,01/05/2026,1.00\nB,03/04/2026,1.00\n')
    const serviceDate = async (said = {}) => {
      const { guesses, undecided, mapping } = await perform(guessColumns, context, { path, ...said })
      return [guesses.find(({ field }) => field === 'serviceDate')?.confidence, undecided, mapping.dateFormat]
    }
    expect(await confirmGuesses(context, [path])).toEqual([])
    expect(await serviceDate()).toEqual(['unsure', ['dateFormat'], 'month-first'])
    expect(await serviceDate({ dateFormat: 'day-first' })).toEqual(['set', [], 'day-first'])
    const [refused] = (await dryRun([path], { partial: false, columns: await savedMappings(context) })).files[0]?.rejected ?? []
    expect(refused?.message).toContain('overturn mapping <file> --dates month-first --confirm')
    expect(refused?.remedy).toBe('Nothing of this file is taken in. Confirm its columns and import it again.')
    rmSync(path)
  })

  it('can be confirmed by an import, but only a guess without doubts', async () => {
    const context = await newContext(test.database)
    file('unsure.csv', 'Claim Number Checked,Charge\n')
    file('lacking.csv', 'Claim,Payer\nA,x\n')
    file('sure.csv', 'Claim,Charge\nA,1.00\n')
    file('notes.txt', 'nothing')
    expect((await confirmGuesses(context, [folder, claims, join(fixtures, 'synthea')])).map((guess) => guess.file).sort()).toEqual([
      'claims.csv',
      'one.csv',
      'sure.csv',
    ])
    expect(await confirmGuesses(context, [claims])).toEqual([])
    expect((await perform(listColumns, context, {})).mappings).toHaveLength(3)
  })
})
