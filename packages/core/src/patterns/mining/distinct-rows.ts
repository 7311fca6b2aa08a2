import { GrowingRows, type Rows } from './rows.ts'

/**
 * Rows that are each held once, numbered in the order in which they came. They are found again by a hash of their numbers (open addressing, at most half
 * full), so that a million rows need neither a text nor an object each.
 */
export class DistinctRows {
  readonly #held = new GrowingRows()
  /** Number of a row and one; 0 where none is. */
  #places = new Int32Array(1 << 11)

  get length(): number {
    return this.#held.length
  }

  get rows(): Rows {
    return this.#held.rows
  }

  /** The number of the row; `length` before the call says that it is new. */
  numberOf(row: readonly number[]): number {
    const last = this.#places.length - 1
    for (let place = hashOf(row) & last; ; place = (place + 1) & last) {
      const held = this.#places[place]!
      if (held > 0 && !this.#held.isRow(held - 1, row)) continue
      if (held > 0) return held - 1
      const number = this.#held.add(row)
      this.#places[place] = number + 1
      if (this.#held.length * 2 > last) this.#grow()
      return number
    }
  }

  #grow(): void {
    const { starts, values } = this.#held.rows
    const last = this.#places.length * 2 - 1
    this.#places = new Int32Array(last + 1)
    for (let number = 0; number < this.#held.length; number++) {
      let hash = SEED
      for (let at = starts[number]!; at < starts[number + 1]!; at++) hash = mixed(hash, values[at]!)
      let place = settled(hash) & last
      while (this.#places[place] !== 0) place = (place + 1) & last
      this.#places[place] = number + 1
    }
  }
}

function hashOf(row: readonly number[]): number {
  let hash = SEED
  for (let at = 0; at < row.length; at++) hash = mixed(hash, row[at]!)
  return settled(hash)
}

/** Multiplication spreads upwards only, so the upper bits are folded back after each: the rounds of MurmurHash3 (Appleby, 2011), which is in the public domain. */
const SEED = 0x3c6ef372
const mixed = (hash: number, value: number): number => {
  const mix = Math.imul(hash ^ value, 0x85ebca6b)
  return mix ^ (mix >>> 15)
}
const settled = (hash: number): number => {
  const mix = Math.imul(hash, 0xc2b2ae35)
  return mix ^ (mix >>> 16)
}
