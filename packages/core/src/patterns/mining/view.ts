import type { Condition } from '../scope/condition.ts'
import { goTogether } from './items.ts'
import type { SearchOptions } from './options.ts'
import { countOf, inverted, type Rows } from './rows.ts'
import type { Sample } from './sample.ts'

/** More conditions than this are not asked about: those met by the fewest claims are left out. */
const MOST_CONDITIONS = 2048
/** A missing modifier is worth asking about where it is seen on this share of the lines at least, and missing on as many. */
export const SEEN = 0.05

/** Claims denied for a reason: `kinds[i]` is denied on lines `lines[i]`, `counts[i]` times. */
export interface Denied {
  reason: string
  total: number
  kinds: Int32Array
  lines: Rows
  counts: Int32Array
}

/**
 * The sample as one search sees it: a part of the claims and the conditions that enough of them meet, numbered anew. Conditions up to `positive` are
 * met by lines; those from there on are the missing modifiers, `positive + n` being the lack of `modifiers[n]`.
 */
export interface View {
  claims: number
  /** Claims by kind. */
  weights: Int32Array
  kinds: Rows
  kindsWithLine: Rows
  /** Claims by line, of all kinds that have it. */
  lineWeights: Int32Array
  lines: Rows
  /** For each condition, a row of `words` numbers of which the bits are the lines that meet it. */
  linesWith: Int32Array
  words: number
  conditions: Condition[]
  positive: number
  modifiers: Int32Array
  /** Claims with a line that meets the condition. */
  population: Int32Array
  /** Whether two conditions may stand in one scope, as a square. */
  together: Uint8Array
  denied: Denied[]
}

export function viewOf(sample: Sample, part: 'all' | 'early', { minPopulation, minDenied }: SearchOptions): View {
  const early = sample.early.values
  const weights = part === 'early' ? early : sample.later.values.map((later, kind) => later + early[kind]!)
  const claims = weights.reduce((sum, weight) => sum + weight, 0)
  const kinds = sample.kinds.rows
  const all = sample.lines.rows
  const populations = populationsOf(kinds, all, weights, sample.items.conditions.length)
  const kept = keptOf(sample.items.conditions, populations, minPopulation, claims)
  const conditions = kept.map((id) => sample.items.conditions[id]!)
  const positive = conditions.length
  const modifiers = Int32Array.from([...conditions.keys()].filter((id) => conditions[id]!.field === 'modifier'))
  for (const modifier of modifiers) conditions.push({ field: 'modifier', op: 'lacks', value: conditions[modifier]!.value })
  const lines = renumbered(all, kept, populations.length)
  const words = (countOf(all) + 31) >> 5

  return {
    claims,
    weights,
    kinds,
    kindsWithLine: inverted(kinds, countOf(all)),
    lineWeights: lineWeightsOf(kinds, weights, countOf(all)),
    lines,
    linesWith: bitsOf(lines, positive, words),
    words,
    conditions,
    positive,
    modifiers,
    population: Int32Array.from(conditions, (_, id) => (id < positive ? populations[kept[id]!]! : 0)),
    together: Uint8Array.from(conditions.flatMap((a) => conditions.map((b) => (goTogether(a, b) ? 1 : 0)))),
    denied: deniedOf(sample, part).filter(({ total }) => total >= minDenied),
  }
}

/** Of scopes with the very same claims, the one that comes first is told: who pays, then what was done and for what, then by whom and beside what. */
const PREFERENCE = [
  'payer is',
  'procedureCode is',
  'procedureGroup is',
  'diagnosis is',
  'diagnosis startsWith',
  'placeOfService is',
  'modifier has',
  'provider is',
  'claimType is',
  'daysToSubmission above',
  'procedureGroup has',
]

function keptOf(conditions: readonly Condition[], populations: Int32Array, least: number, claims: number): number[] {
  const enough = [...conditions.keys()].filter((id) => populations[id]! >= least && populations[id]! <= claims - least)
  const rank = ({ field, op }: Condition) => PREFERENCE.indexOf(`${field} ${op}`)
  // The longer beginning of a diagnosis code before the shorter.
  const text = ({ value }: Condition) => (typeof value === 'number' ? String(value).padStart(4, '0') : value.padEnd(10, '~'))
  return enough
    .toSorted((a, b) => populations[b]! - populations[a]!)
    .slice(0, MOST_CONDITIONS)
    .toSorted((a, b) => rank(conditions[a]!) - rank(conditions[b]!) || (text(conditions[a]!) < text(conditions[b]!) ? -1 : 1))
}

function populationsOf(kinds: Rows, lines: Rows, weights: Int32Array, conditions: number): Int32Array {
  const populations = new Int32Array(conditions)
  const seen = new Int32Array(conditions).fill(-1)
  for (let kind = 0; kind < weights.length; kind++) {
    for (let k = kinds.starts[kind]!; k < kinds.starts[kind + 1]!; k++) {
      const line = kinds.values[k]!
      for (let l = lines.starts[line]!; l < lines.starts[line + 1]!; l++) {
        const id = lines.values[l]!
        if (seen[id] === kind) continue
        seen[id] = kind
        populations[id]! += weights[kind]!
      }
    }
  }
  return populations
}

function renumbered({ starts, values }: Rows, kept: readonly number[], before: number): Rows {
  const numbers = new Int32Array(before).fill(-1)
  kept.forEach((id, number) => (numbers[id] = number))
  const next = new Int32Array(starts.length)
  const found = new Int32Array(values.length)
  let length = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) if (numbers[values[at]!]! >= 0) found[length++] = numbers[values[at]!]!
    found.subarray(next[row], length).sort()
    next[row + 1] = length
  }
  return { starts: next, values: found.slice(0, length) }
}

function bitsOf({ starts, values }: Rows, conditions: number, words: number): Int32Array {
  const bits = new Int32Array(conditions * words)
  for (let line = 0; line + 1 < starts.length; line++)
    for (let at = starts[line]!; at < starts[line + 1]!; at++) bits[values[at]! * words + (line >> 5)]! |= 1 << (line & 31)
  return bits
}

function lineWeightsOf(kinds: Rows, weights: Int32Array, lines: number): Int32Array {
  const sums = new Int32Array(lines)
  for (let kind = 0; kind < weights.length; kind++)
    for (let k = kinds.starts[kind]!; k < kinds.starts[kind + 1]!; k++) sums[kinds.values[k]!]! += weights[kind]!
  return sums
}

function deniedOf(sample: Sample, part: 'all' | 'early'): Denied[] {
  const all = [...sample.denials].map(([reason, denials]): Denied => {
    const early = denials.early.values
    const counts = part === 'early' ? early : denials.later.values.map((later, index) => later + early[index]!)
    return { reason, total: counts.reduce((sum, count) => sum + count, 0), kinds: denials.kinds.values, lines: denials.lines.rows, counts }
  })
  return all.toSorted((a, b) => (a.reason < b.reason ? -1 : 1))
}
