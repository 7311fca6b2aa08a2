import type { CsvRow } from './table.ts'

/** The rows of one claim. */
export interface RowGroup<Row extends { row: CsvRow }> {
  key: string
  rows: Row[]
  /** Rows of this claim were handed out before, or it has more rows than a claim can have: it cannot be taken in whole. */
  fault: 'apart' | 'too-large' | null
}

interface OpenGroup<Row extends { row: CsvRow }> extends RowGroup<Row> {
  touched: number
  characters: number
}

/** A claim is complete when none of so many rows after its last one was its own. */
const WINDOW = 1000
const MAX_ROWS = 5000
/** All open claims together. */
const MAX_CHARACTERS = 16 * 1024 * 1024
/** Claims that are complete are remembered, so that rows that come after all are noticed; the oldest are forgotten. */
const REMEMBERED = 100_000

/**
 * Brings the rows of each claim together. They stand together, or close to each other: programs that write several patients at once mix
 * their rows. Memory is bounded whatever the file.
 */
export class RowGroups<Row extends { row: CsvRow }> {
  readonly #open = new Map<string, OpenGroup<Row>>()
  readonly #closed = new Set<string>()
  #seen = 0
  #characters = 0

  /** Takes a row; gives the claims that are complete now. */
  add(key: string, row: Row): RowGroup<Row>[] {
    this.#seen++
    const group = this.#open.get(key) ?? { key, rows: [], fault: this.#closed.has(key) ? ('apart' as const) : null, touched: 0, characters: 0 }
    const size = row.row.cells.reduce((sum, cell) => sum + cell.length, row.row.cells.length)
    group.rows.push(row)
    group.touched = this.#seen
    group.characters += size
    this.#characters += size
    // Set anew, the claim stands last: the first of the map is the one that was touched longest ago.
    this.#open.delete(key)
    this.#open.set(key, group)
    if (group.rows.length >= MAX_ROWS || group.characters > MAX_CHARACTERS) {
      group.fault = 'too-large'
      return [this.#close(group)]
    }
    return this.#complete()
  }

  end(): RowGroup<Row>[] {
    return [...this.#open.values()].map((group) => this.#close(group))
  }

  #complete(): RowGroup<Row>[] {
    const complete: RowGroup<Row>[] = []
    for (const group of this.#open.values()) {
      const isCurrent = group.touched === this.#seen
      if (isCurrent || (this.#seen - group.touched < WINDOW && this.#characters <= MAX_CHARACTERS)) break
      complete.push(this.#close(group))
    }
    return complete
  }

  #close(group: OpenGroup<Row>): RowGroup<Row> {
    this.#open.delete(group.key)
    this.#characters -= group.characters
    this.#closed.add(group.key)
    if (this.#closed.size > REMEMBERED) this.#closed.delete(this.#closed.values().next().value as string)
    return group
  }
}
