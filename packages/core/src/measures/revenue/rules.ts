import type { Cents } from '../../money.ts'
import { midP } from '../../statistics/mid-p.ts'
import { differenceInterval, type Proportion } from '../../statistics/proportions.ts'

/** A pattern's denials out of its own population, before and now. */
export interface PatternChange {
  baseline: Proportion
  current: Proportion
  /** Mean charge of a denial. */
  meanDenied: Cents
}

/** Money that denials avoided would have cost, with a 95 % interval; the interval is null when no improvement is significant. */
export interface Recovered {
  amount: Cents
  interval: { low: Cents; high: Cents } | null
}

const SIGNIFICANT = 0.05

/**
 * Avoided denials: for each pattern whose rate fell significantly (mid-p, p < 0.05), the fall of the rate x its own current population x its
 * mean denied charge x the share of such charges that is paid. The interval of a fall is Newcombe's; those of the sum add by squares, as for
 * independent estimates (MOVER: Zou, Donner, Stat Med 27:1693, 2008). `paidShare` is 0 to 1, null when unknown.
 */
export function revenueRecovered(patterns: readonly PatternChange[], paidShare: number | null): Recovered {
  const counted = paidShare === null ? [] : patterns.map((pattern) => avoided(pattern, paidShare)).filter((estimate) => estimate !== null)
  if (counted.length === 0) return { amount: 0, interval: null }
  const amount = counted.reduce((sum, one) => sum + one.amount, 0)
  const low = amount - Math.hypot(...counted.map((one) => one.amount - one.low))
  const high = amount + Math.hypot(...counted.map((one) => one.high - one.amount))
  return { amount: Math.round(amount), interval: { low: Math.max(0, Math.round(low)), high: Math.round(high) } }
}

interface Estimate {
  amount: number
  low: number
  high: number
}

function avoided({ baseline, current, meanDenied }: PatternChange, paidShare: number): Estimate | null {
  const p = midP(baseline, current)
  const fall = differenceInterval(baseline, current)
  if (p === null || fall === null || p >= SIGNIFICANT) return null
  const worth = current.whole * meanDenied * paidShare
  const amount = (baseline.part / baseline.whole - current.part / current.whole) * worth
  return amount > 0 ? { amount, low: fall.low * worth, high: fall.high * worth } : null
}
