/** A list of whole numbers that grows, in a quarter of the memory of an array. */
export class Ints {
  #values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Int32Array(this.length * 2)
      longer.set(this.#values)
      this.#values = longer
    }
    this.#values[this.length++] = value
  }

  at(index: number): number {
    return this.#values[index]!
  }

  increase(index: number, by: number): void {
    this.#values[index]! += by
  }

  /** The numbers themselves, until something is pushed. */
  get values(): Int32Array {
    return this.#values.subarray(0, this.length)
  }
}

/** Rows of whole numbers one after the other: row r is values[starts[r]] up to before values[starts[r + 1]]. */
export interface Rows {
  starts: Int32Array
  values: Int32Array
}

export class GrowingRows {
  readonly #starts = new Ints()
  readonly #values = new Ints()

  constructor() {
    this.#starts.push(0)
  }

  get length(): number {
    return this.#starts.length - 1
  }

  /** The number of the new row. */
  add(row: readonly number[]): number {
    for (let at = 0; at < row.length; at++) this.#values.push(row[at]!)
    this.#starts.push(this.#values.length)
    return this.#starts.length - 2
  }

  isRow(number: number, row: readonly number[]): boolean {
    const start = this.#starts.at(number)
    if (this.#starts.at(number + 1) - start !== row.length) return false
    for (let at = 0; at < row.length; at++) if (this.#values.at(start + at) !== row[at]) return false
    return true
  }

  get rows(): Rows {
    return { starts: this.#starts.values, values: this.#values.values }
  }
}

export const countOf = ({ starts }: Rows): number => starts.length - 1

/** For each value below `values`, the rows in which it stands, in ascending order. */
export function inverted(rows: Rows, values: number): Rows {
  const starts = new Int32Array(values + 1)
  for (const value of rows.values) starts[value + 1]!++
  for (let value = 0; value < values; value++) starts[value + 1]! += starts[value]!
  const next = starts.slice()
  const found = new Int32Array(rows.values.length)
  for (let row = 0; row < countOf(rows); row++) for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) found[next[rows.values[at]!]!++] = row
  return { starts, values: found }
}
