import type { Rows } from './rows.ts'
import type { View } from './view.ts'

/** So many conditions have a bit at a time. */
export const MOST_BITS = 8

/** Which of a few conditions lines meet, one bit for each: set for each part of a line, so that a line costs two look-ups, however many conditions. */
export class ConditionBits {
  readonly #view: View
  readonly #byClaim: Uint8Array
  readonly #byLine: Uint8Array
  /** Bits of missing modifiers, which say the opposite. */
  #flipped = 0

  constructor(view: View) {
    this.#view = view
    this.#byClaim = new Uint8Array(view.lines.ofClaims.starts.length - 1)
    this.#byLine = new Uint8Array(view.lines.ofLines.starts.length - 1)
  }

  /** At most MOST_BITS conditions, from the lowest bit on. */
  ask(conditions: readonly number[]): void {
    const { positive, modifiers, claimPartsWith, linePartsWith } = this.#view
    this.#byClaim.fill(0)
    this.#byLine.fill(0)
    this.#flipped = 0
    conditions.forEach((id, n) => {
      const bit = 1 << n
      const condition = id < positive ? id : modifiers[id - positive]!
      if (id >= positive) this.#flipped |= bit
      setBit(claimPartsWith, condition, bit, this.#byClaim)
      setBit(linePartsWith, condition, bit, this.#byLine)
    })
  }

  of(line: number): number {
    const { parts } = this.#view.lines
    return (this.#byClaim[parts[2 * line]!]! | this.#byLine[parts[2 * line + 1]!]!) ^ this.#flipped
  }
}

function setBit({ starts, values }: Rows, condition: number, bit: number, to: Uint8Array): void {
  for (let at = starts[condition]!, end = starts[condition + 1]!; at < end; at++) to[values[at]!]! |= bit
}
