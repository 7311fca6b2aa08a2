import type { Cents } from '../../money.ts'
import { midP } from '../../statistics/mid-p.ts'
import { differenceInterval, type Bounds, type Proportion } from '../../statistics/proportions.ts'

/** A pattern's denials out of its own population, before and now; null where there is nothing that may be called a change. */
export interface PatternChange {
  id: string
  reason: string | null
  /** Whether conditions beside the reason make its population. */
  scoped: boolean
  comparison: {
    baseline: Proportion
    current: Proportion
    /** Mean charge of a denial. */
    meanDenied: Cents
  } | null
}

/**
 * Why a pattern counts or not. `paid_share_unknown`: its rate fell, but nobody knows what of such charges is paid. `counted_in_scopes`: by reason alone,
 * and patterns with a scope that can be compared hold its reason. `counted_in_another`: it shares denials with a pattern of its reason that has more of them and counts.
 */
export const revenueStates = [
  'counted',
  'not_significant',
  'got_worse',
  'insufficient_data',
  'paid_share_unknown',
  'counted_in_scopes',
  'counted_in_another',
] as const
export type RevenueState = (typeof revenueStates)[number]

/** What one pattern adds. `p`, and the `fall` of its rate (fractions of 1, below 0 for a rise), are null without enough data. */
export interface RevenuePart {
  id: string
  state: RevenueState
  p: number | null
  fall: (Bounds & { estimate: number }) | null
  amount: Cents
  interval: { low: Cents; high: Cents } | null
}

/** Money that denials avoided would have cost, with a 95 % interval; the interval is null when no improvement is significant. */
export interface Recovered {
  amount: Cents
  interval: { low: Cents; high: Cents } | null
  /** One for each pattern given, in the same order; their amounts add up to the amount. */
  parts: RevenuePart[]
}

/** Two patterns by their ids that share a denial. */
export type Overlap = readonly [string, string]

const SIGNIFICANT = 0.05

/**
 * Avoided denials: for each pattern whose rate fell significantly (mid-p, p < 0.05), the fall of the rate x its own current population x its
 * mean denied charge x the share of such charges that is paid, rounded to the cent. The interval of a fall is Newcombe's; those of the sum add by
 * squares, as for independent estimates (MOVER: Zou, Donner, Stat Med 27:1693, 2008). `paidShare` is 0 to 1, null when unknown. No denial counts
 * twice: a pattern by reason alone gives way to those with a scope, as far as their own change can be told, and of two that share a denial (`overlaps`) the one with more denials counts.
 */
export function revenueRecovered(patterns: readonly PatternChange[], paidShare: number | null, overlaps: readonly Overlap[] = []): Recovered {
  const parts = onceEach(
    patterns,
    patterns.map((pattern) => partOf(pattern, paidShare)),
    overlaps,
  )
  const intervals = parts.flatMap(({ amount, interval }) => (interval ? [{ amount, ...interval }] : []))
  const amount = parts.reduce((sum, part) => sum + part.amount, 0)
  if (intervals.length === 0) return { amount, interval: null, parts }
  const low = amount - Math.hypot(...intervals.map((one) => one.amount - one.low))
  const high = amount + Math.hypot(...intervals.map((one) => one.high - one.amount))
  return { amount, interval: { low: Math.max(0, Math.round(low)), high: Math.round(high) }, parts }
}

/** The patterns of which one has to know whether they share denials: several with a scope that would count for one reason. */
export function contendersOf<Pattern extends PatternChange>(patterns: readonly Pattern[], paidShare: number | null): Pattern[] {
  const several = (some: readonly Pattern[]) => [...Map.groupBy(some, ({ reason }) => reason).values()].filter((same) => same.length > 1).flat()
  const comparable = several(patterns.filter(({ scoped, comparison }) => scoped && comparison !== null))
  return several(comparable.filter((pattern) => partOf(pattern, paidShare).state === 'counted'))
}

function onceEach(patterns: readonly PatternChange[], parts: readonly RevenuePart[], overlaps: readonly Overlap[]): RevenuePart[] {
  const isCompared = (index: number) => parts[index]!.state !== 'insufficient_data'
  const inScopes = new Set(patterns.filter(({ scoped }, index) => scoped && isCompared(index)).map(({ reason }) => reason))
  const denials = ({ comparison }: PatternChange) => comparison?.baseline.part ?? 0
  const mostFirst = patterns
    .filter(({ scoped }, index) => scoped && parts[index]!.state === 'counted')
    .toSorted((a, b) => denials(b) - denials(a) || (a.id < b.id ? -1 : 1))
  const standing = new Set<string>()
  for (const { id } of mostFirst) {
    if (!overlaps.some(([one, other]) => (one === id && standing.has(other)) || (other === id && standing.has(one)))) standing.add(id)
  }
  const elsewhere = (part: RevenuePart, state: RevenueState): RevenuePart => ({ ...part, state, amount: 0, interval: null })
  return parts.map((part, index) => {
    const { scoped, reason } = patterns[index]!
    if (!scoped) return reason !== null && inScopes.has(reason) ? elsewhere(part, 'counted_in_scopes') : part
    return part.state !== 'counted' || standing.has(part.id) ? part : elsewhere(part, 'counted_in_another')
  })
}

function partOf({ id, comparison }: PatternChange, paidShare: number | null): RevenuePart {
  const p = comparison && midP(comparison.baseline, comparison.current)
  const bounds = comparison && differenceInterval(comparison.baseline, comparison.current)
  if (p === null || bounds === null) return { id, state: 'insufficient_data', p: null, fall: null, amount: 0, interval: null }
  const { baseline, current, meanDenied } = comparison!
  const fall = { estimate: baseline.part / baseline.whole - current.part / current.whole, ...bounds }
  const nothing = (state: RevenueState): RevenuePart => ({ id, state, p, fall, amount: 0, interval: null })
  if (p >= SIGNIFICANT) return nothing('not_significant')
  if (fall.estimate <= 0) return nothing('got_worse')
  if (paidShare === null) return nothing('paid_share_unknown')
  const worth = (share: number) => Math.round(share * current.whole * meanDenied * paidShare)
  return { id, state: 'counted', p, fall, amount: worth(fall.estimate), interval: { low: worth(fall.low), high: worth(fall.high) } }
}
