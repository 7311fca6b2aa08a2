import type { Estimate, Impact, ImpactState } from './rules.ts'

/** What is known of one pattern's or lesson's intervention. */
export interface Part {
  /** A pattern's recorded action, or the practice of its lesson. */
  level: 'pattern' | 'lesson'
  patternId: string
  reason: string
  /** Whether it has conditions beside the reason. */
  scoped: boolean
  /** Denials in its baseline. */
  denials: number
  impact: Pick<Impact, 'state' | 'avoided'>
  /** Avoided denials in cents; null where they are not known, or what such charges are paid is not. */
  amount: Estimate | null
}

/** Several interventions together. */
export interface Together {
  /** How many could be measured. */
  measured: number
  state: ImpactState
  denials: Estimate | null
  amount: Estimate | null
}

/** Two patterns by their ids that share a denial. */
export type Overlap = readonly [string, string]

/** Measured, each pattern once: by its recorded action, else by its lesson. */
function measuredOnce<One extends Part>(parts: readonly One[]): One[] {
  const measured = parts.filter(({ impact }) => impact.avoided !== null)
  const acted = new Set(measured.filter(({ level }) => level === 'pattern').map(({ patternId }) => patternId))
  return measured.filter(({ level, patternId }) => level === 'pattern' || !acted.has(patternId))
}

/** The patterns of which one has to know whether they share denials: several with a scope, of one reason. */
export function contendersOf(parts: readonly Part[]): string[] {
  const scoped = measuredOnce(parts).filter(({ scoped: isScoped }) => isScoped)
  return [...Map.groupBy(scoped, ({ reason }) => reason).values()].filter((same) => same.length > 1).flatMap((same) => same.map(({ patternId }) => patternId))
}

/**
 * The parts that have no denial in common, for sums. A pattern by reason alone counts only where none with a scope was measured for its reason, whose
 * denials it holds; of two with a scope that share denials (`overlaps`) the one with more of them in its baseline, so that what came after decides nothing.
 */
export function independent<One extends Part>(parts: readonly One[], overlaps: readonly Overlap[]): One[] {
  const once = measuredOnce(parts)
  const mostFirst = once.filter(({ scoped }) => scoped).toSorted((a, b) => b.denials - a.denials || (a.patternId < b.patternId ? -1 : 1))
  const standing = new Set<string>()
  for (const { patternId: id } of mostFirst)
    if (!overlaps.some(([one, other]) => (one === id && standing.has(other)) || (other === id && standing.has(one)))) standing.add(id)
  const inScopes = new Set(mostFirst.map(({ reason }) => reason))
  return once.filter(({ scoped, reason, patternId }) => (scoped ? standing.has(patternId) : !inScopes.has(reason)))
}

/**
 * Their sum, those included that are not shown to have worked: a sum of the winners alone would be too high. Intervals of independent estimates add by
 * squares (MOVER: Zou, Donner, Stat Med 27:1693, 2008).
 */
export function together(parts: readonly Part[]): Together {
  const denials = sumOf(parts.flatMap(({ impact }) => impact.avoided ?? []))
  const known = parts.every(({ amount }) => amount !== null)
  const amount = known ? sumOf(parts.flatMap((part) => part.amount ?? [])) : null
  const state = denials === null ? 'not_enough_yet' : denials.low > 0 ? 'shown' : denials.high < 0 ? 'worse' : 'not_shown'
  return { measured: parts.length, state, denials, amount: amount && { low: Math.round(amount.low), estimate: amount.estimate, high: Math.round(amount.high) } }
}

function sumOf(estimates: readonly Estimate[]): Estimate | null {
  if (estimates.length === 0) return null
  const estimate = estimates.reduce((sum, one) => sum + one.estimate, 0)
  return {
    low: estimate - Math.hypot(...estimates.map((one) => one.estimate - one.low)),
    estimate,
    high: estimate + Math.hypot(...estimates.map((one) => one.high - one.estimate)),
  }
}
