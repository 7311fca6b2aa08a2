import { addDays, type IsoDate } from '../../dates.ts'

/** How many decided claims had their first decision this many days after their day. */
export interface Lag {
  days: number
  claims: number
}

export interface Maturity {
  /** The first day of which less than 90 % of the decisions are expected to be in; all days before it are mature. Null when unknown. */
  matureBefore: IsoDate | null
  /** Expected share, 0 to 1, of the decisions on claims of this age that are in hand. Null when unknown. */
  shareAtAge(ageDays: number): number | null
}

export const MATURE_SHARE = 0.9
/** Fewer decisions than this say nothing about how long decisions take. */
const ENOUGH = 20

/**
 * The empirical distribution of the lag from a claim's day to its first decision, among claims that were decided: a claim that nobody ever
 * answers changes no denial rate, so that it does not keep a day immature.
 */
export function maturityFrom(lags: readonly Lag[], asOf: IsoDate): Maturity {
  const total = lags.reduce((sum, { claims }) => sum + claims, 0)
  if (total < ENOUGH) return { matureBefore: null, shareAtAge: () => null }
  const shareAtAge = (age: number) => lags.reduce((sum, { days, claims }) => (days <= age ? sum + claims : sum), 0) / total
  const matureAge = lags
    .map(({ days }) => days)
    .sort((a, b) => a - b)
    .find((days) => shareAtAge(days) >= MATURE_SHARE)
  return { matureBefore: matureAge === undefined ? null : addDays(asOf, 1 - matureAge), shareAtAge }
}
