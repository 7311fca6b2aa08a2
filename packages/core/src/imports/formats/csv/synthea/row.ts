import { RowCells } from '../cells.ts'
import type { Output } from '../issues.ts'
import type { CsvRow, CsvTable } from '../table.ts'

/** A row of a Synthea file, its cells by the names of their columns. A column that this version of Synthea does not write is blank. */
export class SyntheaRow {
  readonly cells: RowCells
  readonly #header: readonly string[]

  constructor(row: CsvRow, table: CsvTable, out: Output) {
    this.cells = new RowCells(row, table.header.length, out)
    this.#header = table.header
  }

  #at(column: string): number | undefined {
    const at = this.#header.indexOf(column)
    return at < 0 ? undefined : at
  }

  text = (column: string) => this.cells.text(this.#at(column), column)
  amount = (column: string) => this.cells.amount(this.#at(column), column)
  /** Synthea writes moments in UTC; the day is the one that is written there. */
  date = (column: string) => this.cells.date(this.#at(column), column)
  quantity = (column: string) => this.cells.quantity(this.#at(column), column)

  /** An id of another object; Synthea writes 0 for none. */
  reference(column: string): string | null {
    const text = this.text(column)
    return text === '0' ? null : text
  }
}

/** Claims of Synthea have ids of their own kind, so that those of no other source can be the same. */
export const syntheaClaimId = (id: string) => `synthea-${id}`
