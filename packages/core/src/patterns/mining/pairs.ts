import { countOf } from './rows.ts'
import type { Denied, View } from './view.ts'

/** Kinds of claims of one step, and so many counts are held beside the square at a time: 32 MB. */
const STEP = 1 << 14
const MOST_CELLS = 1 << 23

/** Claims by pair of conditions met on one line, as a square of which the upper half is filled; a condition with itself holds the claims that meet it. */
export class PairCounter {
  readonly counts: Int32Array
  /** Cells with a count. */
  touched: number[] = []
  /** Cells, and conditions, that the claim at hand was counted in bear its number; modifiers of the line at hand that of the line. */
  readonly #cellMarks: Int32Array
  readonly #marks: Int32Array
  readonly #present: Int32Array
  readonly #met: Int32Array
  readonly #view: View
  readonly #lacks: readonly Int32Array[]
  #claim = 0
  #line = 0

  constructor(view: View, lacks: readonly number[][]) {
    const side = view.conditions.length
    this.#view = view
    this.#lacks = lacks.map((of) => Int32Array.from(of))
    this.counts = new Int32Array(side ** 2)
    this.#cellMarks = new Int32Array(side ** 2)
    this.#marks = new Int32Array(side)
    this.#present = new Int32Array(side)
    this.#met = new Int32Array(view.positive)
  }

  clear(): void {
    for (const cell of this.touched) this.counts[cell] = 0
    this.touched = []
  }

  /** So many claims of each kind. */
  addKinds(weights: Int32Array): this {
    for (const _ of this.steps(weights));
    return this
  }

  /** The same in steps, between which others may have their turn. */
  *steps(weights: Int32Array): Generator<void> {
    const parts = countOf(this.#view.lines.ofClaims)
    const atOnce = Math.max(1, Math.floor(MOST_CELLS / this.#view.conditions.length))
    for (let first = 0; first < parts; first += atOnce) yield* this.#addOfParts(first, Math.min(parts, first + atOnce), weights)
  }

  /** Denied lines of claims that are still looked at. */
  addDenied({ kinds, lines, counts }: Denied, alive: Uint8Array): this {
    const met = this.#met
    for (let index = 0; index < kinds.length; index++) {
      if (alive[kinds[index]!] === 0 || counts[index] === 0) continue
      this.#claim++
      for (let at = lines.starts[index]!; at < lines.starts[index + 1]!; at++)
        this.#addPairs(met, this.#view.lines.conditionsOf(lines.values[at]!, met), counts[index]!)
    }
    return this
  }

  /**
   * Claims that say the same meet the same conditions with every line, so that these are counted once for all of them; with a condition that a line meets by
   * itself each of them goes as often as a claim meets that one. What is left for every claim are the pairs that its lines meet by themselves.
   */
  *#addOfParts(first: number, end: number, weights: Int32Array): Generator<void> {
    const side = this.#view.conditions.length
    const beside = new Int32Array((end - first) * side)
    const claims = new Int32Array(end - first)
    for (let kind = 0; kind < weights.length; kind += STEP) {
      this.#addSome(kind, Math.min(kind + STEP, weights.length), weights, first, claims, beside)
      yield
    }
    const { starts, values } = this.#view.lines.ofClaims
    claims.forEach((count, at) => {
      if (count > 0) this.#addOfPart(values.subarray(starts[first + at], starts[first + at + 1]), count, beside.subarray(at * side, (at + 1) * side))
    })
  }

  #addSome(from: number, to: number, weights: Int32Array, first: number, claims: Int32Array, beside: Int32Array): void {
    const { claimPartOf, conditions, kinds } = this.#view
    for (let kind = from; kind < to; kind++) {
      const weight = weights[kind]!
      const part = claimPartOf[kind]! - first
      if (weight === 0 || part < 0 || part >= claims.length) continue
      claims[part]! += weight
      this.#claim++
      for (let at = kinds.starts[kind]!, last = kinds.starts[kind + 1]!; at < last; at++)
        this.#addLine(kinds.values[at]!, weight, beside, part * conditions.length)
    }
  }

  #addOfPart(ofClaim: Int32Array, claims: number, beside: Int32Array): void {
    const { positive, conditions } = this.#view
    const side = conditions.length
    ofClaim.forEach((a, place) => {
      for (const b of ofClaim.subarray(place)) this.#increase(a * side + b, claims)
      for (let b = 0; b < positive; b++) if (beside[b]! > 0) this.#increase(a < b ? a * side + b : b * side + a, beside[b]!)
      for (const b of this.#lacks[a]!) if (beside[b]! > 0) this.#increase(a * side + b, beside[b]!)
    })
  }

  /** Adds the claim at hand to `beside`, once, for what this line meets or lacks by itself, and counts the pairs of that. */
  #addLine(line: number, weight: number, beside: Int32Array, start: number): void {
    const { lines, positive, modifiers } = this.#view
    const met = this.#met
    const marks = this.#marks
    const claim = this.#claim
    const size = lines.ownConditionsOf(line, met)
    this.#addPairs(met, size, weight)
    for (let at = 0; at < size; at++) {
      const id = met[at]!
      if (marks[id] === claim) continue
      marks[id] = claim
      beside[start + id]! += weight
    }
    for (let n = 0; n < modifiers.length; n++) {
      const id = positive + n
      if (marks[id] === claim || this.#present[modifiers[n]!] === this.#line) continue
      marks[id] = claim
      beside[start + id]! += weight
    }
  }

  /** The pairs among the first `size` of these conditions of one line, and those with a modifier that it lacks. */
  #addPairs(met: Int32Array, size: number, weight: number): void {
    const { conditions, positive, modifiers } = this.#view
    const side = conditions.length
    const present = this.#present
    const line = ++this.#line
    for (let i = 0; i < size; i++) present[met[i]!] = line
    for (let i = 0; i < size; i++) {
      const a = met[i]!
      for (let j = i, start = a * side; j < size; j++) this.#count(start + met[j]!, weight)
      const lacks = this.#lacks[a]!
      for (let n = 0; n < lacks.length; n++) if (present[modifiers[lacks[n]! - positive]!] !== line) this.#count(a * side + lacks[n]!, weight)
    }
  }

  /** Counts the claim at hand, once. */
  #count(cell: number, weight: number): void {
    if (this.#cellMarks[cell] === this.#claim) return
    this.#cellMarks[cell] = this.#claim
    this.#increase(cell, weight)
  }

  #increase(cell: number, weight: number): void {
    if (this.counts[cell] === 0) this.touched.push(cell)
    this.counts[cell]! += weight
  }
}
