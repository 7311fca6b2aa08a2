import type { Lag } from '../measures/maturity/rules.ts'
import { wilsonInterval, type Proportion } from '../statistics/proportions.ts'

/** Fewer decisions than this say nothing about a payer's pace. */
export const ENOUGH = 20

/** The least number of days within which that part (0 to 1) of the decisions came; null under 20 decisions. */
export function daysUntil(part: number, lags: readonly Lag[]): number | null {
  const total = decisionsOf(lags)
  if (total < ENOUGH) return null
  let decided = 0
  for (const { days, claims } of lags.toSorted((a, b) => a.days - b.days)) {
    decided += claims
    // In whole numbers where they are: 0.9 of 20 is 18, not 18.000000000000004.
    if (decided >= part * total - 1e-9) return days
  }
  return null
}

/** The share, in percent with two decimals, of the decisions that came within each number of days on which some came, in order; none under 20 decisions. */
export function lagCurve(lags: readonly Lag[]): { days: number; share: number }[] {
  const total = decisionsOf(lags)
  if (total < ENOUGH) return []
  let decided = 0
  return lags.toSorted((a, b) => a.days - b.days).map(({ days, claims }) => ({ days, share: twoDecimals(((decided += claims) * 100) / total) }))
}

export const decisionsOf = (lags: readonly Lag[]): number => lags.reduce((sum, { claims }) => sum + claims, 0)

/** How many decisions there were to learn the payer's pace from, and within how many days half and nine in ten of them came. */
export const paceOf = (lags: readonly Lag[]) => ({ decisions: decisionsOf(lags), median: daysUntil(0.5, lags), p90: daysUntil(0.9, lags) })

const twoDecimals = (value: number) => Math.round(value * 100) / 100

/** Percent with two decimals and its 95 % interval; both null when there is nothing to divide by. */
export function measure({ part, whole }: Proportion): { rate: number | null; interval: { low: number; high: number } | null } {
  const bounds = wilsonInterval({ part, whole })
  if (!bounds) return { rate: null, interval: null }
  return { rate: twoDecimals((part * 100) / whole), interval: { low: twoDecimals(bounds.low * 100), high: twoDecimals(bounds.high * 100) } }
}
