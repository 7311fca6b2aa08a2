import type { SearchOptions } from './options.ts'
import type { View } from './view.ts'

/** How many scopes of one, two, and three or four conditions a search could have found, whatever the outcomes: for each reason. */
export type Levels = [singles: number, pairs: number, deeper: number]

/**
 * Pairs are those that enough claims meet, and not all that meet one of the two (that would be the same scope said twice). Of larger scopes an upper bound
 * is counted: every three conditions (or four, one of them a payer) of which each two are met by enough claims together.
 */
export function levelsOf(view: View, pairs: Int32Array, lacks: readonly number[][], options: SearchOptions): Levels {
  const side = view.conditions.length
  let counted = 0
  for (let a = 0; a < view.positive; a++) {
    for (let b = a + 1; b < view.positive; b++) if (isPair(view, pairs, a, b, options)) counted++
    for (const b of lacks[a]!) if (isPair(view, pairs, a, b, options)) counted++
  }
  return [view.positive, counted, cliques(neighbours(view, pairs, options), side, payersOf(view))]
}

/** Whether the scope of two conditions is asked about; `a` before `b`. */
export function isPair(
  { conditions, population, together, positive }: View,
  pairs: Int32Array,
  a: number,
  b: number,
  { minPopulation }: SearchOptions,
): boolean {
  const cell = a * conditions.length + b
  const both = pairs[cell]!
  return both >= minPopulation && both < population[a]! && (b >= positive || both < population[b]!) && together[cell] === 1
}

const payersOf = ({ conditions }: View) => conditions.filter(({ field }) => field === 'payer').length

/** For each condition, a row of bits: those after it with which it may stand. A missing modifier may stand where enough claims have it. */
function neighbours(view: View, pairs: Int32Array, options: SearchOptions): Int32Array[] {
  const side = view.conditions.length
  const { positive, modifiers, together } = view
  return view.conditions.map((_, a) => {
    const bits = new Int32Array((side + 31) >> 5)
    if (a >= positive) return bits
    for (let b = a + 1; b < positive; b++) if (isPair(view, pairs, a, b, options)) bits[b >> 5]! |= 1 << (b & 31)
    modifiers.forEach((modifier, n) => {
      const b = positive + n
      const seen = pairs[Math.min(a, modifier) * side + Math.max(a, modifier)]!
      if (seen >= options.minPopulation && together[a * side + b] === 1) bits[b >> 5]! |= 1 << (b & 31)
    })
    return bits
  })
}

/** Payers are the first of the conditions. */
function cliques(after: readonly Int32Array[], side: number, payers: number): number {
  let count = 0
  const common = new Int32Array((side + 31) >> 5)
  for (let a = 0; a < side; a++) {
    for (let b = a + 1; b < side; b++) {
      if (!isSet(after[a]!, b)) continue
      for (let word = b >> 5; word < common.length; word++) {
        common[word] = after[a]![word]! & after[b]![word]!
        count += bitsIn(common[word]!)
      }
      for (let payer = 0; payer < Math.min(payers, a); payer++)
        if (isSet(after[payer]!, a) && isSet(after[payer]!, b))
          for (let word = b >> 5; word < common.length; word++) count += bitsIn(common[word]! & after[payer]![word]!)
    }
  }
  return count
}

const isSet = (bits: Int32Array, at: number) => ((bits[at >> 5]! >>> (at & 31)) & 1) === 1

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
