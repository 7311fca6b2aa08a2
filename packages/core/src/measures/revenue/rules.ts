import type { Cents } from '../../money.ts'
import { midP } from '../../statistics/mid-p.ts'
import { differenceInterval, type Bounds, type Proportion } from '../../statistics/proportions.ts'

/** A pattern's denials out of its own population, before and now; null where there is nothing that may be called a change. */
export interface PatternChange {
  id: string
  comparison: {
    baseline: Proportion
    current: Proportion
    /** Mean charge of a denial. */
    meanDenied: Cents
  } | null
}

/** Why a pattern counts or not. `paid_share_unknown`: its rate fell, but nobody knows what of such charges is paid. */
export const revenueStates = ['counted', 'not_significant', 'got_worse', 'insufficient_data', 'paid_share_unknown'] as const
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

const SIGNIFICANT = 0.05

/**
 * Avoided denials: for each pattern whose rate fell significantly (mid-p, p < 0.05), the fall of the rate x its own current population x its
 * mean denied charge x the share of such charges that is paid, rounded to the cent. The interval of a fall is Newcombe's; those of the sum add by
 * squares, as for independent estimates (MOVER: Zou, Donner, Stat Med 27:1693, 2008). `paidShare` is 0 to 1, null when unknown.
 */
export function revenueRecovered(patterns: readonly PatternChange[], paidShare: number | null): Recovered {
  const parts = patterns.map((pattern) => partOf(pattern, paidShare))
  const intervals = parts.flatMap(({ amount, interval }) => (interval ? [{ amount, ...interval }] : []))
  const amount = parts.reduce((sum, part) => sum + part.amount, 0)
  if (intervals.length === 0) return { amount, interval: null, parts }
  const low = amount - Math.hypot(...intervals.map((one) => one.amount - one.low))
  const high = amount + Math.hypot(...intervals.map((one) => one.high - one.amount))
  return { amount, interval: { low: Math.max(0, Math.round(low)), high: Math.round(high) }, parts }
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
