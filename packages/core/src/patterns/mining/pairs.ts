import type { Rows } from './rows.ts'
import { SEEN, type Denied, type View } from './view.ts'

/** Which missing modifiers are worth asking about beside each condition, as numbers of conditions. */
export function lacksBeside(view: View): number[][] {
  const { lines, lineWeights, positive, modifiers, conditions } = view
  const all = new Float64Array(positive)
  const withModifier = modifiers.length === 0 ? new Float64Array(0) : new Float64Array(positive * modifiers.length)
  const place = new Int32Array(conditions.length).fill(-1)
  modifiers.forEach((modifier, n) => (place[modifier] = n))
  for (let line = 0; line < lineWeights.length; line++) {
    const row = lines.values.subarray(lines.starts[line], lines.starts[line + 1])
    const weight = lineWeights[line]!
    for (const id of row) all[id]! += weight
    for (const modifier of row) if (place[modifier]! >= 0) for (const id of row) withModifier[id * modifiers.length + place[modifier]!]! += weight
  }
  return Array.from({ length: positive }, (_, id) =>
    [...modifiers.keys()]
      .filter((n) => isWorthAsking(withModifier[id * modifiers.length + n]!, all[id]!) && view.together[id * conditions.length + positive + n] === 1)
      .map((n) => positive + n),
  )
}

export const isWorthAsking = (seen: number, of: number): boolean => seen >= SEEN * of && seen <= (1 - SEEN) * of

/** Claims by pair of conditions met on one line, as a square of which the upper half is filled; a condition with itself holds the claims that meet it. */
export class PairCounter {
  readonly counts: Int32Array
  /** Cells with a count. */
  touched: number[] = []
  readonly #marks: Int32Array
  readonly #view: View
  readonly #lacks: readonly number[][]
  #claim = 0

  constructor(view: View, lacks: readonly number[][]) {
    this.#view = view
    this.#lacks = lacks
    this.counts = new Int32Array(view.conditions.length ** 2)
    this.#marks = new Int32Array(this.counts.length)
  }

  clear(): void {
    for (const cell of this.touched) this.counts[cell] = 0
    this.touched = []
  }

  /** So many claims of each kind. */
  addKinds(weights: Int32Array): this {
    for (let kind = 0; kind < weights.length; kind++) if (weights[kind]! > 0) this.#add(this.#view.kinds, kind, weights[kind]!)
    return this
  }

  /** Denied lines of claims that are still looked at. */
  addDenied(denied: Denied, alive: Uint8Array): this {
    for (let index = 0; index < denied.kinds.length; index++)
      if (alive[denied.kinds[index]!] === 1 && denied.counts[index]! > 0) this.#add(denied.lines, index, denied.counts[index]!)
    return this
  }

  #add({ starts, values }: Rows, row: number, weight: number): void {
    const claim = ++this.#claim
    const side = this.#view.conditions.length
    const { lines } = this.#view
    const marks = this.#marks
    const { counts, touched } = this
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const first = lines.starts[values[at]!]!
      const end = lines.starts[values[at]! + 1]!
      for (let i = first; i < end; i++) {
        const a = lines.values[i]!
        for (let j = i; j < end; j++) {
          const cell = a * side + lines.values[j]!
          if (marks[cell] === claim) continue
          marks[cell] = claim
          if (counts[cell] === 0) touched.push(cell)
          counts[cell]! += weight
        }
        for (const b of this.#lacks[a]!) {
          const cell = a * side + b
          if (marks[cell] === claim || this.#has(first, end, this.#view.modifiers[b - this.#view.positive]!)) continue
          marks[cell] = claim
          if (counts[cell] === 0) touched.push(cell)
          counts[cell]! += weight
        }
      }
    }
  }

  #has(first: number, end: number, condition: number): boolean {
    for (let at = first; at < end; at++) if (this.#view.lines.values[at] === condition) return true
    return false
  }
}
