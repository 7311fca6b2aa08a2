import type { Condition } from '../scope/condition.ts'
import { goTogether } from './items.ts'
import { linesOf, linesWithEach, type Lines } from './lines.ts'
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
  /** For each kind, what its claims say: the part that all its lines have in common. */
  claimPartOf: Int32Array
  /** Claims by line, of all kinds that have it. */
  lineWeights: Int32Array
  lines: Lines
  /** For each condition, the lines that meet it, in ascending order. */
  linesWith: Rows
  /** For each condition, the parts of lines that meet it: what claims say, and what lines say themselves. */
  claimPartsWith: Rows
  linePartsWith: Rows
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
  const populations = populationsOf(kinds, linesOf(sample), weights, sample.items.conditions.length)
  const kept = keptOf(sample.items.conditions, populations, minPopulation, claims)
  const conditions = kept.map((id) => sample.items.conditions[id]!)
  const positive = conditions.length
  const modifiers = Int32Array.from([...conditions.keys()].filter((id) => conditions[id]!.field === 'modifier'))
  for (const modifier of modifiers) conditions.push({ field: 'modifier', op: 'lacks', value: conditions[modifier]!.value })
  const lines = linesOf(sample, renumbering(kept, populations.length))

  return {
    claims,
    weights,
    kinds,
    kindsWithLine: inverted(kinds, lines.count),
    claimPartOf: claimPartsOf(kinds, lines),
    lineWeights: lineWeightsOf(kinds, weights, lines.count),
    lines,
    linesWith: linesWithEach(lines, positive),
    claimPartsWith: inverted(lines.ofClaims, positive),
    linePartsWith: inverted(lines.ofLines, positive),
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

function populationsOf(kinds: Rows, lines: Lines, weights: Int32Array, conditions: number): Int32Array {
  const populations = new Int32Array(conditions)
  const seen = new Int32Array(conditions).fill(-1)
  const met = new Int32Array(conditions)
  for (let kind = 0; kind < weights.length; kind++) {
    for (let k = kinds.starts[kind]!; k < kinds.starts[kind + 1]!; k++) {
      const size = lines.conditionsOf(kinds.values[k]!, met)
      for (let at = 0; at < size; at++) {
        const id = met[at]!
        if (seen[id] === kind) continue
        seen[id] = kind
        populations[id]! += weights[kind]!
      }
    }
  }
  return populations
}

/** New numbers by old; -1 for those that are not kept. */
function renumbering(kept: readonly number[], before: number): Int32Array {
  const numbers = new Int32Array(before).fill(-1)
  kept.forEach((id, number) => (numbers[id] = number))
  return numbers
}

function claimPartsOf(kinds: Rows, { parts }: Lines): Int32Array {
  const found = new Int32Array(countOf(kinds))
  for (let kind = 0; kind < found.length; kind++) found[kind] = parts[2 * kinds.values[kinds.starts[kind]!]!]!
  return found
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
