import type { Context } from '../../context.ts'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { csvFields } from '../formats/csv/fields.ts'
import { headerKey } from '../formats/csv/mapping.ts'
import { listSources } from '../sources/list.ts'
import { getUploadInput } from '../uploads/schemas.ts'
import { uploadTasks } from '../uploads/tasks.ts'
import { guessedMapping } from './guessed.ts'
import { maskedExample } from './masked.ts'
import { sampleOf, type TableSample } from './sample.ts'
import { savedMappings } from './saved.ts'
import { uploadColumnsOutput, type TableColumns } from './schemas.ts'

/** An archive may hold any number of files; tables of so many kinds nobody confirms one by one. */
const MOST_TABLES = 20

export const uploadColumns = defineOperation({
  name: 'imports.task.columns',
  kind: 'read',
  summary: 'Shows what the columns of the tables (CSV) of an upload that is held seem to mean; examples of what may name a patient are masked.',
  input: getUploadInput,
  output: uploadColumnsOutput,
  async run(context, { id }) {
    const { held, now } = uploadTasks.find(context.organization.id, id)
    if (held === null) throw new OverturnError('conflict', `The upload ${id} is not waiting for a decision: it is ${now.state}.`)
    return { tables: await tablesOf(context, held.received.paths) }
  },
})

/** Tables with the same header are one: they are read alike. */
async function tablesOf(context: Context, paths: readonly string[]): Promise<TableColumns[]> {
  const saved = await savedMappings(context)
  const tables = new Map<string, TableColumns>()
  for (const source of await listSources(paths)) {
    const sample = await sampleOf(source).catch((error: unknown) => {
      if (error instanceof OverturnError) return null
      throw error
    })
    if (!sample) continue
    const key = headerKey(sample.table.header)
    const known = tables.get(key)
    if (known) known.files.push(sample.file)
    else if (tables.size < MOST_TABLES) tables.set(key, tableOf(sample, guessedMapping(sample, {}, saved(sample.table.header))))
  }
  return [...tables.values()]
}

function tableOf({ file, table, rows }: TableSample, guess: ReturnType<typeof guessedMapping>): TableColumns {
  const { mapping, guesses, misnamed, problems, confirmed, undecided } = guess
  const columns = table.header.map((column, at) => {
    const meant = guesses.filter((guess) => guess.column === column)
    const [first] = meant
    const examples = [...new Set(rows.map((row) => row[at]?.trim() ?? '').filter(Boolean))].slice(0, 3)
    return {
      column,
      fields: meant.map(({ field }) => field),
      label: first ? csvFields[first.field].label : null,
      confidence: first?.confidence ?? null,
      calledLike: misnamed.find((found) => found.column === column)?.label ?? null,
      examples: [...new Set(examples.map((value) => maskedExample(first?.field ?? null, value)))],
    }
  })
  return { files: [file], mapping, columns, problems, confirmed, undecided }
}
