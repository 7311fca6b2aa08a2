import { csvFields } from '../formats/csv/fields.ts'
import { guessMapping, type ColumnGuess, type UndecidedFormat } from '../formats/csv/guess.ts'
import { problemsOf, type ColumnMapping } from '../formats/csv/mapping.ts'
import type { TableSample } from './sample.ts'
import type { GuessedMapping, SaidOfColumns, ShownGuess } from './schemas.ts'

/** What was said overrides what was confirmed before, and that overrides the guess. */
export function guessedMapping({ file, table, rows }: TableSample, said: SaidOfColumns, saved: ColumnMapping | null): GuessedMapping {
  const guess = guessMapping(table.header, rows, table.delimiter)
  const base = saved ?? guess.mapping
  const named = { ...base.fields, ...said.fields }
  const mapping: ColumnMapping = {
    ...base,
    delimiter: table.delimiter,
    header: table.header,
    fields: Object.fromEntries(Object.entries(withoutTaken(named, said.fields ?? {})).filter(([, columns]) => columns.length > 0)),
    rows: said.rows ?? base.rows,
    dateFormat: said.dateFormat ?? base.dateFormat,
    amountFormat: said.amountFormat ?? base.amountFormat,
  }
  const guesses = (Object.entries(mapping.fields) as [ShownGuess['field'], string[]][]).flatMap(([field, columns]) =>
    columns.map((column): ShownGuess => {
      const found = guess.guesses.find((other) => other.field === field && other.column === column)
      const confidence = saved === null && !said.fields?.[field] && found ? confidenceOf(found, guess.undecided, said) : 'set'
      const at = table.header.indexOf(column)
      const examples = found?.examples ?? [...new Set(rows.map((row) => row[at]?.trim() ?? '').filter(Boolean))].slice(0, 3)
      return { field, label: csvFields[field].label, column, confidence, examples }
    }),
  )
  const order = (column: string) => table.header.indexOf(column)
  const used = new Set(guesses.map(({ column }) => column))
  return {
    file,
    mapping,
    guesses: guesses.sort((one, other) => order(one.column) - order(other.column)),
    unknown: table.header.filter((column) => !used.has(column)),
    misnamed:
      saved === null
        ? guess.misnamed
            .filter(({ field, column }) => !said.fields?.[field] && !used.has(column))
            .map((found) => ({ ...found, label: csvFields[found.field].label }))
        : [],
    problems: problemsOf(mapping),
    confirmed: saved !== null,
    undecided: saved === null ? guess.undecided.filter((format) => said[format] === undefined) : [],
  }
}

/** A doubt that only came from how dates or amounts are written is gone once somebody says how. */
function confidenceOf({ field, confidence }: ColumnGuess, undecided: readonly UndecidedFormat[], said: SaidOfColumns): ShownGuess['confidence'] {
  const { kind } = csvFields[field]
  const format = kind === 'date' ? 'dateFormat' : kind === 'amount' ? 'amountFormat' : null
  return format !== null && undecided.includes(format) && said[format] !== undefined ? 'set' : confidence
}

/** A column that is said to mean something no longer means what was guessed. */
function withoutTaken(fields: ColumnMapping['fields'], said: ColumnMapping['fields']): ColumnMapping['fields'] {
  const taken = new Set(Object.values(said).flat())
  return Object.fromEntries(
    (Object.entries(fields) as [ShownGuess['field'], string[]][]).map(([field, columns]) => [
      field,
      said[field] ? columns : columns.filter((column) => !taken.has(column)),
    ]),
  )
}
