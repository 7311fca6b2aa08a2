import { z } from 'zod'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { problemsOf, type ColumnMapping } from '../formats/csv/mapping.ts'
import { lacksHeader, NoHeader } from '../formats/csv/no-header.ts'
import { guessedMapping } from './guessed.ts'
import { tableAt } from './sample.ts'
import { deleteMapping, listMappings, savedMappings, saveMapping } from './saved.ts'
import { confirmInput, guessInput, guessOutput, listOutput, removeInput, removeOutput, savedMapping } from './schemas.ts'

/** What the columns of a table seem to mean, with examples. It reads a path of the machine it runs on: for the command line only, never a route. */
export const guessColumns = defineOperation({
  name: 'imports.mapping.guess',
  kind: 'write',
  summary: 'Show what the columns of a table (CSV) seem to mean, with examples.',
  input: guessInput,
  output: guessOutput,
  run: async (context, { path, ...said }) => {
    const sample = await tableAt(path)
    return guessedMapping(sample, said, (await savedMappings(context))(sample.table.header))
  },
})

export const confirmColumns = defineOperation({
  name: 'imports.mapping.confirm',
  kind: 'write',
  summary: 'Confirm what the columns of a table (CSV) mean; every table with this header is then read so.',
  input: confirmInput,
  output: savedMapping,
  run: async (context, { name, mapping }) => {
    const problems = problemsOf(mapping)
    if (problems.length > 0) throw new OverturnError('invalid_input', `The column mapping cannot be used: ${problems.join('; ')}.`)
    // What is confirmed is kept and shown: never the first row of somebody's data.
    if (lacksHeader(mapping.header)) throw new OverturnError('invalid_input', new NoHeader(mapping.header.length).message)
    await saveMapping(context, name, mapping)
    const saved = (await listMappings(context)).find((other) => other.name === name && sameHeader(other.mapping, mapping))
    if (!saved)
      throw new OverturnError('conflict', `The column mapping "${name}" was changed by somebody else at the same moment. Look at it and confirm again.`)
    return saved
  },
})

const sameHeader = (one: ColumnMapping, other: ColumnMapping) => JSON.stringify(one.header) === JSON.stringify(other.header)

export const listColumns = defineOperation({
  name: 'imports.mapping.list',
  kind: 'read',
  summary: 'List the column mappings that were confirmed.',
  input: z.strictObject({}),
  output: listOutput,
  run: async (context) => ({ mappings: await listMappings(context) }),
})

/** What was imported by it stays as it is; the next table with this header has to be confirmed anew. */
export const removeColumns = defineOperation({
  name: 'imports.mapping.remove',
  kind: 'write',
  summary: 'Remove a column mapping that was confirmed; the next table with its header has to be confirmed anew.',
  input: removeInput,
  output: removeOutput,
  run: async (context, { headerKey }) => {
    const name = await deleteMapping(context, headerKey)
    if (name === null)
      throw new OverturnError('not_found', 'There is no such column mapping: it was removed before, or no table with this header was confirmed.')
    return { removed: { name, headerKey } }
  },
})
