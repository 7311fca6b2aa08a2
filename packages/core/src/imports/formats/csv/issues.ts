import { stringify } from 'csv-stringify/sync'
import type { ImportRecord, IssueRecord } from '../../records.ts'
import { keepSource } from '../../source-text.ts'
import { lookUp, type Vocabulary } from '../portal-json/vocabulary.ts'
import { WordTally } from '../portal-json/word-tally.ts'
import { cellText } from './cell-text.ts'
import type { CsvRow, CsvTable } from './table.ts'

const CORRECT_ROW = 'Correct the row and import it by itself: the rejected rows come with their header.'
const CHECK_CLAIM = 'Check the claim in its source. What the table says is kept as it came.'
const SORT = 'Sort the table by claim and import it again.'

/** Every code of a CSV issue with what to do about it; docs/imports.md has one row for each. */
export const csvRemedies = {
  'csv.broken': 'Mend the quotes of that row (a quote inside a cell is written twice) and import the file again.',
  'csv.cell-count': CORRECT_ROW,
  'csv.no-claim-id': CORRECT_ROW,
  'csv.bad-amount': CORRECT_ROW,
  'csv.bad-date': CORRECT_ROW,
  'csv.cell-too-long': CORRECT_ROW,
  'csv.unstorable-text': CORRECT_ROW,
  'csv.no-payment-stated': 'Enter what was paid (0.00 where nothing was) and import the rows by themselves.',
  'csv.amounts-differ': 'Give every row of the claim the same amounts, or map the table as one row per line, and import the rows by themselves.',
  'csv.claim-too-large': 'Check the column that tells the claim; no claim has so many rows.',
  'csv.rows-apart': SORT,
  'csv.not-utf8': 'Check names with accents; the text was read as Latin-1 (Windows-1252).',
  'csv.field-not-read': 'Nothing to do if the field is not needed; it stays empty.',
  'csv.reason-not-a-code': 'Nothing to do if the reason is meant as text; else correct the code (such as CO-197).',
  'csv.word-unknown': 'Say in the mapping report what the word means; until then it is kept as it came.',
  'csv.words-not-listed': 'Nothing to do; the words are kept where they stand, only the mapping report ends here.',
  'csv.denied-without-payment': 'Check the remittance; a denied claim without a paid amount is taken as paid 0.00.',
  'csv.denied-but-paid': CHECK_CLAIM,
  'csv.denied-by-word-only': CHECK_CLAIM,
  'csv.pending-but-paid':
    'Check the claim in its source. The payment is not counted until the claim is decided; it stays with the claim (extra.paidWhilePending).',
  'csv.paid-above-charge': 'Check the amounts of the claim in its source. They are kept as they came.',
  'csv.partial-without-lines': 'Import the claim with one row per line; without lines nobody can say which part was denied, and it counts as paid.',
  'csv.line-numbers': 'Nothing to do if the order of the lines is right; they were numbered in that order.',
  'csv.empty': 'Nothing to do if the table is meant to be empty; else export it again.',
  'csv.synthea.not-needed': 'Nothing to do; claims, transactions, payers, providers and organizations are what is read of Synthea.',
  'csv.synthea.no-charge': 'Put the rows behind the CHARGE row of their claim and import them together.',
  'csv.synthea.unknown-type': 'Check TYPE and METHOD of the row; the words are those of the Synthea data dictionary.',
} as const
export type CsvIssueCode = keyof typeof csvRemedies

/** Issues of one code beyond this many are told together: memory must not grow with the damage. */
const LISTED = 1000
/** Rejected rows that are told together come in files of this size, so that none is lost. */
const BUNDLE_CHARACTERS = 1024 * 1024

/** What the reader of a table hands out: records in the order of the file, and issues among them. */
export class Output {
  readonly #table: CsvTable
  #records: ImportRecord[] = []
  readonly #counts = new Map<CsvIssueCode, number>()
  readonly #bundles = new Map<CsvIssueCode, { rows: CsvRow[]; characters: number }>()
  readonly #words = new WordTally()

  constructor(table: CsvTable) {
    this.#table = table
  }

  emit(record: ImportRecord): void {
    this.#records.push(record)
  }

  /** What the rows of one claim told. */
  emitClaim(records: readonly ImportRecord[], rows: readonly CsvRow[]): void {
    const [first] = records
    if (first?.kind === 'claim' || first?.kind === 'decision') keepSource(first, { ...(rows[0] && { line: rows[0].number }), text: this.#fileOf(rows) })
    for (const record of records) this.emit(record)
  }

  /** The rows (all of one claim) are not taken in. They go with the issue, under their header, to be mended and imported by themselves. */
  reject(code: CsvIssueCode, message: string, rows: readonly CsvRow[], field?: string): void {
    const count = this.#count(code)
    if (count <= LISTED) this.#records.push(issueOf('rejection', code, message, rows[0]?.number, field, rows.length > 0 ? this.#fileOf(rows) : undefined))
    else this.#bundle(code, rows)
  }

  warn(code: CsvIssueCode, message: string, row?: number, field?: string): void {
    if (this.#count(code) <= LISTED) this.#records.push(issueOf('warning', code, message, row, field))
  }

  /** Only the first of its kind in a file is worth telling. */
  warnOnce(code: CsvIssueCode, message: string, row?: number, field?: string): void {
    if (!this.#counts.has(code)) this.warn(code, message, row, field)
  }

  /** Reads a word of a closed set; null when it means nothing we know, which is told once. The word itself is only in the mapping report. */
  word<Own extends string>(vocabulary: Vocabulary<Own>, word: string | null, row: number): Own | null {
    if (word === null) return null
    const { own, foreign } = lookUp(vocabulary, word)
    if (foreign && this.foreignWord(vocabulary.field, word, own) && own === null)
      this.warn('csv.word-unknown', 'A word means nothing we know', row, vocabulary.field)
    return own
  }

  /** Counts a word for the mapping report; true when it is seen for the first time. */
  foreignWord(field: string, word: string, readAs: string | null): boolean {
    return this.#words.add(field, word, readAs)
  }

  drain(): ImportRecord[] {
    const drained = this.#records
    this.#records = []
    return drained
  }

  /** At the end of the file: what was told together, and the words. */
  finish(): ImportRecord[] {
    if (this.#words.unlisted > 0) this.warn('csv.words-not-listed', `${this.#words.unlisted} occurrences of further words are not in the mapping report`)
    for (const code of this.#bundles.keys()) this.#tellBundle(code)
    for (const [code, count] of this.#counts) {
      if (count > LISTED && !this.#bundles.has(code)) this.#records.push(issueOf('warning', code, `${count - LISTED} more of these were found and not listed`))
    }
    return [...this.drain(), ...this.#words.records()]
  }

  #count(code: CsvIssueCode): number {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    return count
  }

  #bundle(code: CsvIssueCode, rows: readonly CsvRow[]): void {
    const bundle = this.#bundles.get(code) ?? { rows: [], characters: 0 }
    bundle.rows.push(...rows)
    bundle.characters += rows.reduce((sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length, 0), 0)
    this.#bundles.set(code, bundle)
    if (bundle.characters >= BUNDLE_CHARACTERS) this.#tellBundle(code)
  }

  #tellBundle(code: CsvIssueCode): void {
    const { rows } = this.#bundles.get(code) ?? { rows: [] }
    this.#bundles.set(code, { rows: [], characters: 0 })
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last) return
    const message = `${rows.length} more rows were not taken in for this reason (${first.number} to ${last.number})`
    this.#records.push(issueOf('rejection', code, message, first.number, undefined, this.#fileOf(rows)))
  }

  /** Cells are bytes as Latin-1 here; what is kept is text. */
  #fileOf(rows: readonly CsvRow[]): string {
    const { header, delimiter } = this.#table
    return stringify([header, ...rows.map(({ cells }) => cells.map(cellText))], { delimiter })
  }
}

function issueOf(severity: IssueRecord['severity'], code: CsvIssueCode, message: string, row?: number, field?: string, content?: string): IssueRecord {
  const where: IssueRecord['where'] = {}
  if (row !== undefined) where.line = row
  if (field !== undefined) where.field = field
  return { kind: 'issue', severity, code, message, remedy: csvRemedies[code], ...(content !== undefined && { content }), where }
}
