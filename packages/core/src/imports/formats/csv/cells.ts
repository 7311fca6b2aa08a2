import type { IsoDate } from '../../../dates.ts'
import { AMOUNT, type Cents } from '../../../money.ts'
import { readCell } from './cell-text.ts'
import type { CsvIssueCode, Output } from './issues.ts'
import type { CsvRow } from './table.ts'
import { parseAmount, parseDate, parseQuantity, type AmountFormat, type DateFormat } from './values.ts'

/** Why a row cannot be taken in. */
export interface RowFault {
  code: CsvIssueCode
  message: string
  field?: string
}

export interface CellFormats {
  date: DateFormat
  amount: AmountFormat
}

/** Ids and names stand in indexed columns. */
const LONGEST = 500

/**
 * The cells of one row, read field by field by the positions of their columns. The first thing that is wrong is kept in `fault`; the values
 * read after it are never used.
 */
export class RowCells {
  fault: RowFault | null = null
  readonly row: CsvRow
  readonly #out: Output
  readonly #formats: CellFormats

  constructor(row: CsvRow, columns: number, out: Output, formats: CellFormats = { date: 'month-first', amount: 'us' }) {
    this.row = row
    this.#out = out
    this.#formats = formats
    if (row.cells.length !== columns) this.refuse('csv.cell-count', `Row ${row.number} has ${row.cells.length} cells, the header ${columns}`)
    else if (row.cells.some((cell) => cell.includes('\0'))) this.refuse('csv.unstorable-text', `Row ${row.number} holds a NUL character`)
  }

  /** A cell as text, null when it is blank or no column says it. */
  text(at: number | undefined, field: string): string | null {
    if (at === undefined) return null
    const { text, isUtf8 } = readCell(this.row.cells[at] ?? '')
    if (!isUtf8) this.#out.warnOnce('csv.not-utf8', 'The text is not UTF-8 throughout', this.row.number, field)
    const plain = text.trim()
    if (plain.length > LONGEST) this.refuse('csv.cell-too-long', `${field} in row ${this.row.number} is longer than ${LONGEST} characters`, field)
    return plain === '' ? null : plain
  }

  /** Several columns as one list, blanks left out. */
  texts(positions: readonly number[] | undefined, field: string): string[] {
    return (positions ?? []).map((at) => this.text(at, field)).filter((text) => text !== null)
  }

  amount(at: number | undefined, field: string): Cents | null {
    const text = this.text(at, field)
    const cents = text === null ? null : parseAmount(text, this.#formats.amount)
    if (text !== null && cents === null) this.refuse('csv.bad-amount', `${field} in row ${this.row.number} is not ${AMOUNT}`, field)
    return cents
  }

  date(at: number | undefined, field: string): IsoDate | null {
    const text = this.text(at, field)
    const date = text === null ? null : parseDate(text, this.#formats.date)
    if (text !== null && date === null) this.refuse('csv.bad-date', `${field} in row ${this.row.number} is not a date of the calendar`, field)
    return date
  }

  /** A date that nothing is computed from: what cannot be read stays empty, and is told. */
  unimportantDate(at: number | undefined, field: string): IsoDate | null {
    const text = this.text(at, field)
    const date = text === null ? null : parseDate(text, this.#formats.date)
    if (text !== null && date === null) this.warn('csv.field-not-read', `${field} in row ${this.row.number} is not a date`, field)
    return date
  }

  quantity(at: number | undefined, field: string): number | null {
    const text = this.text(at, field)
    const quantity = text === null ? null : parseQuantity(text)
    if (text !== null && quantity === null) this.warn('csv.field-not-read', `${field} in row ${this.row.number} is not a number`, field)
    return quantity
  }

  require<Value>(value: Value | null, code: CsvIssueCode, field: string): Value | null {
    if (value === null) this.refuse(code, `${field} is missing in row ${this.row.number}`, field)
    return value
  }

  refuse(code: CsvIssueCode, message: string, field?: string): void {
    this.fault ??= field === undefined ? { code, message } : { code, message, field }
  }

  /** Of a row that is refused only the refusal is told. */
  warn(code: CsvIssueCode, message: string, field: string): void {
    if (this.fault === null) this.#out.warn(code, message, this.row.number, field)
  }
}
