import { csvFields, fieldNames, type FieldKind, type FieldName } from './fields.ts'
import { headerWords, squeezed } from './header-words.ts'
import { lookOf, type Look } from './looks-like.ts'
import type { ColumnMapping } from './mapping.ts'
import { isYearLast, parseAmount, parseDate } from './values.ts'

export const confidences = ['sure', 'likely', 'unsure'] as const
export type Confidence = (typeof confidences)[number]

/** What a column seems to say. */
export interface ColumnGuess {
  field: FieldName
  column: string
  confidence: Confidence
  /** Up to three different values of the column. They are patient data: for the screen of who asks, never for a log. */
  examples: string[]
}

export interface MappingGuess {
  mapping: ColumnMapping
  guesses: ColumnGuess[]
  /** Columns that seem to say nothing we have a field for. */
  unknown: string[]
  /** Those of them that are called just like a field that no other column says, and of whose values (nearly) none can be read as it. */
  misnamed: { field: FieldName; column: string }[]
  /** What the rows cannot tell: its columns are `unsure`, and the format stands for the more usual one. */
  undecided: UndecidedFormat[]
}

export type UndecidedFormat = 'dateFormat' | 'amountFormat'

interface Candidate {
  field: FieldName
  at: number
  /** 4: the name is the field's and the values look like it; each doubt takes one off, values of which hardly any does another. */
  score: number
  words: number
}

const names = fieldNames.map((field) => ({ field, names: csvFields[field].names.map((name) => ({ words: headerWords(name), squeezed: squeezed(name) })) }))

/** How well a column name is a name of the field: 3 the same words, 2 these and others besides, null not at all. */
function nameScore(field: (typeof names)[number], column: string): { score: number; words: number } | null {
  const words = headerWords(column)
  const same = field.names.find((name) => name.squeezed === squeezed(column) || name.words.join(' ') === words.join(' '))
  if (same) return { score: 3, words: same.words.length }
  const within = field.names.filter((name) => name.words.length >= 2 && name.words.every((word) => words.includes(word)))
  return within.length > 0 ? { score: 2, words: Math.max(...within.map((name) => name.words.length)) } : null
}

/** Whether the name of a column is, word for word, one that a field of ours goes by. */
export const isKnownColumn = (column: string) => names.some((field) => nameScore(field, column)?.score === 3)

/** What the columns of a table mean, by their names (whole words, never parts of words) and by what their values look like. */
export function guessMapping(header: readonly string[], sampleRows: readonly (readonly string[])[], delimiter = ','): MappingGuess {
  const values = header.map((_, at) => sampleRows.map((row) => row[at]?.trim() ?? '').filter(Boolean))
  const chosen = choose(candidatesOf(header, values))
  const dates = dateFormatOf(valuesOf(chosen, values, 'date'))
  const amounts = amountFormatOf(valuesOf(chosen, values, 'amount'))
  const guesses = chosen.map(({ field, at, score }) => ({
    field,
    column: header[at] as string,
    confidence: score >= 4 ? ('sure' as const) : score === 3 ? ('likely' as const) : ('unsure' as const),
    examples: [...new Set(values[at])].slice(0, 3),
  }))
  const fields: ColumnMapping['fields'] = {}
  for (const { field, column } of guesses) fields[field] = [...(fields[field] ?? []), column]
  const taken = new Set(chosen.map(({ at }) => at))
  const unknown = header.flatMap((_, at) => (taken.has(at) ? [] : [at]))
  return {
    mapping: {
      delimiter,
      header: [...header],
      fields,
      rows: rowsAre(fields, header, sampleRows),
      dateFormat: dates.format,
      amountFormat: amounts.format,
    },
    guesses: guesses.map((guess, index) =>
      isDoubtful(csvFields[guess.field].kind, values[(chosen[index] as Candidate).at] ?? [], { dates, amounts })
        ? { ...guess, confidence: 'unsure' as const }
        : guess,
    ),
    unknown: unknown.map((at) => header[at] as string),
    misnamed: unknown.flatMap((at) => misnamed(header[at] as string, values[at] ?? []).filter(({ field }) => !fields[field])),
    undecided: [...(dates.isDecided ? [] : (['dateFormat'] as const)), ...(amounts.isDecided ? [] : (['amountFormat'] as const))],
  }
}

const POINTS: Record<Exclude<Look, 'not'>, number> = { well: 1, partly: 0, blank: 0, hardly: -1 }

/** A name that is ours wins unless (nearly) no value can be read as it: what cannot is told row by row. Of other names the values must speak for it. */
function candidatesOf(header: readonly string[], values: readonly string[][]): Candidate[] {
  return header.flatMap((column, at) =>
    names.flatMap((field) => {
      const name = nameScore(field, column)
      if (!name) return []
      const look = lookOf(csvFields[field.field].kind, values[at] ?? [])
      if (look === 'not' || (look === 'hardly' && name.score < 3)) return []
      return [{ field: field.field, at, score: name.score + POINTS[look], words: name.words }]
    }),
  )
}

function misnamed(column: string, values: readonly string[]): MappingGuess['misnamed'] {
  return names
    .filter((field) => nameScore(field, column)?.score === 3 && lookOf(csvFields[field.field].kind, values) === 'not')
    .map(({ field }) => ({ field, column }))
}

/** Best first; a column says one field, a field stands in one column unless it may stand in several. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const columns = new Set<number>()
  const fields = new Set<FieldName>()
  const chosen: Candidate[] = []
  for (const candidate of [...candidates].sort((one, other) => other.score - one.score || other.words - one.words || one.at - other.at)) {
    if (columns.has(candidate.at) || (fields.has(candidate.field) && !('several' in csvFields[candidate.field]))) continue
    columns.add(candidate.at)
    fields.add(candidate.field)
    chosen.push(candidate)
  }
  return chosen.sort((one, other) => one.at - other.at)
}

/** Lines where a claim has several rows with codes or numbers of lines, a list of denials where it has several with reasons, else claims. */
function rowsAre(fields: ColumnMapping['fields'], header: readonly string[], rows: readonly (readonly string[])[]): ColumnMapping['rows'] {
  const at = header.indexOf((fields.claimId ?? fields.patientControlNumber)?.[0] ?? '')
  const ids = rows.map((row) => row[at] ?? '').filter(Boolean)
  const isRepeated = at >= 0 && new Set(ids).size < ids.length
  if (fields.lineNumber || (isRepeated && fields.procedureCode)) return 'line'
  return isRepeated && (fields.carc || fields.denialReason) ? 'denial' : 'claim'
}

function valuesOf(chosen: readonly Candidate[], values: readonly string[][], kind: FieldKind): string[] {
  return chosen.filter(({ field }) => csvFields[field].kind === kind).flatMap(({ at }) => values[at] ?? [])
}

interface FormatGuess<Format> {
  format: Format
  isDecided: boolean
}

/** Days above 12 in one of the two places tell. Where none does, nothing tells whether 3/4/2026 is in March or in April. */
function dateFormatOf(dates: readonly string[]): FormatGuess<ColumnMapping['dateFormat']> {
  const unreadable = (format: ColumnMapping['dateFormat']) => dates.filter((date) => parseDate(date, format) === null).length
  const [monthFirst, dayFirst] = [unreadable('month-first'), unreadable('day-first')]
  return { format: dayFirst < monthFirst ? 'day-first' : 'month-first', isDecided: dayFirst !== monthFirst || !dates.some(isYearLast) }
}

/** 1.000 alone may be a thousand or a dollar with a third decimal: only cents behind a comma prove the comma. */
function amountFormatOf(amounts: readonly string[]): FormatGuess<ColumnMapping['amountFormat']> {
  const unreadable = (format: ColumnMapping['amountFormat']) => amounts.filter((amount) => parseAmount(amount, format) === null).length
  const isEuropean = unreadable('european') < unreadable('us')
  return { format: isEuropean ? 'european' : 'us', isDecided: !isEuropean || amounts.some((amount) => /,\d{1,2}\)?$/.test(amount)) }
}

/** A column whose values the format decides, where nothing decided the format. */
function isDoubtful(kind: FieldKind, values: readonly string[], { dates, amounts }: Record<'dates' | 'amounts', FormatGuess<string>>): boolean {
  return (kind === 'date' && !dates.isDecided && values.some(isYearLast)) || (kind === 'amount' && !amounts.isDecided)
}
