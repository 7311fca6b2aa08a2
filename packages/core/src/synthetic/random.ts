/**
 * A small seeded generator (sfc32, Chris Doty-Humphrey, PractRand). `start` opens the stream of one claim, patient or day, so that
 * what is drawn for number n never depends on what was drawn before it.
 */
export class Random {
  #a = 0
  #b = 0
  #c = 0
  #d = 1

  start(seed: number, stream: number, number: number): this {
    this.#a = seed | 0
    this.#b = number | 0
    this.#c = Math.imul(stream, 0x9e3779b1) ^ Math.floor(seed / 2 ** 32)
    this.#d = 1
    for (let round = 0; round < 12; round += 1) this.unit()
    return this
  }

  /** Evenly in [0, 1). */
  unit(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1))
  }

  one<T>(items: readonly [T, ...T[]]): T {
    return items[Math.floor(this.unit() * items.length)] ?? items[0]
  }

  /** Log-normal by its median and the spread of its logarithm (Box-Muller): most are near the median, a few take very long. */
  lognormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit())
    return median * Math.exp(spread * normal)
  }
}

/** The streams in use; each has numbers of its own. */
export const STREAM = { claim: 1, patient: 2, submission: 3, course: 4, remittance: 5, learning: 6, habits: 7 } as const

/** Things with weights; `pick` takes a number in [0, 1). */
export interface Weighted<T> {
  items: readonly T[]
  pick(unit: number): T
}

export function weighted<T>(entries: readonly (readonly [T, number])[]): Weighted<T> {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  const items = entries.map(([item]) => item)
  let reached = 0
  const bounds = entries.map(([, weight]) => (reached += weight) / total)
  const last = items[items.length - 1] as T
  return {
    items,
    pick(unit) {
      for (let index = 0; index < bounds.length; index += 1) if (unit < (bounds[index] as number)) return items[index] as T
      return last
    },
  }
}
