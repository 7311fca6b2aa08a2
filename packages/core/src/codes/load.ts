import { isIsoDate, fromCompactDate } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { writeLabels, type CodeLabel } from './labels.sql.ts'
import { listRows, type ListRow } from './list-rows.ts'
import { loadCodesInput, loadCodesOutput, type LoadedCodes, type RejectedRow } from './schemas.ts'
import { exampleOf, readCode, type CodeSystem } from './systems.ts'

/** Labels of one statement; one such batch is in memory. */
const BATCH = 500
/** No code list is longer (ICD-10-PCS has some 80,000). */
const MOST_CODES = 500_000
const LONGEST_TEXT = 8000
/** Rejected rows that are listed; the rest are counted. */
const LISTED = 1000

/** The path is one of this computer: the command line alone offers it. */
export const loadCodes = defineOperation({
  name: 'codes.load',
  kind: 'write',
  summary: 'Load the texts of a code list that you have licensed (CSV or JSON); loading it again changes only what differs.',
  input: loadCodesInput,
  output: loadCodesOutput,
  async run({ db, now }, { path, system, source }) {
    const told: LoadedCodes = { system, source, rows: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0, rejectedRows: [] }
    const rowOf = new Map<string, number>()
    let batch: CodeLabel[] = []
    const flush = async () => {
      if (batch.length === 0) return
      const counts = await writeLabels(db, system, source, batch, now)
      for (const key of ['inserted', 'updated', 'unchanged'] as const) told[key] += counts[key]
      batch = []
    }
    for await (const row of listRows(path)) {
      told.rows++
      const read = readRow(system, row, rowOf)
      if ('message' in read) {
        told.rejected++
        if (told.rejectedRows.length < LISTED) told.rejectedRows.push(read)
        continue
      }
      if (rowOf.size >= MOST_CODES) throw new OverturnError('unreadable_file', `The file has more than ${MOST_CODES} codes; no code list is so long.`)
      rowOf.set(read.code, row.number)
      if (batch.push(read) >= BATCH) await flush()
    }
    await flush()
    return told
  },
})

/** A row as it is kept, or why it is not. `rowOf`: the rows in which codes have stood so far. */
export function readRow(system: CodeSystem, { number, texts }: ListRow, rowOf: ReadonlyMap<string, number>): CodeLabel | RejectedRow {
  const rejected = (field: string, message: string): RejectedRow => ({ row: number, field, message })
  if (texts === null) return rejected('code', 'The element is no object with a code and a description')
  const code = readCode(system, texts.code ?? '')
  if (code === null) return rejected('code', `This is no ${system} code, such as ${exampleOf(system)}`)
  const before = rowOf.get(code)
  if (before !== undefined) return rejected('code', `The code stands in row ${before} already`)
  const label = (texts.description ?? '').trim()
  if (label === '') return rejected('description', 'The description is empty')
  if (label.length > LONGEST_TEXT) return rejected('description', `The description is longer than ${LONGEST_TEXT} characters`)
  if (label.includes('\0') || !label.isWellFormed()) return rejected('description', 'The description holds NUL or half of a surrogate pair')
  const [effectiveFrom, effectiveTo] = [readDate(texts.from), readDate(texts.to)]
  if (effectiveFrom === undefined) return rejected('from', 'This is no date; write YYYY-MM-DD')
  if (effectiveTo === undefined) return rejected('to', 'This is no date; write YYYY-MM-DD')
  return { code, label, effectiveFrom, effectiveTo }
}

/** YYYY-MM-DD, YYYYMMDD or MM/DD/YYYY; null for none, undefined for what is no date. */
function readDate(text: string | undefined): string | null | undefined {
  const plain = text?.trim().replace(/[T ].*$/, '') ?? ''
  if (plain === '') return null
  if (isIsoDate(plain)) return plain
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain)
  const compact = american ? `${american[3]}${american[1]?.padStart(2, '0')}${american[2]?.padStart(2, '0')}` : plain
  return fromCompactDate(compact) ?? undefined
}
