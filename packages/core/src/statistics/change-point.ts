import type { DayCount } from './cusum.ts'

export interface ChangePoint {
  /** Position of the first day with the new rate: the most likely one, and the first and last of the 95 % interval. */
  onset: number
  low: number
  high: number
}

/** A day is in the interval if its log-likelihood is so little below the best. By simulation, since a change point has no chi-square law (docs/evidence.md). */
const WITHIN = 4.2

/**
 * Where a rate changed in `days`, by maximum likelihood: each day is tried as the first one of the new rate, both rates being estimated. `from`: the
 * earliest that may be it; `before`: claims before the first of the days, which belong to the old rate. Hinkley, Biometrika 57:1 (1970).
 */
export function changePoint(days: readonly DayCount[], before: DayCount, from = 0): ChangePoint {
  const total = days.reduce((sum, day) => plus(sum, day), before)
  const fits: { at: number; fit: number }[] = []
  let old = before
  days.forEach((day, at) => {
    if (at >= from && day.claims > 0)
      fits.push({ at, fit: logLikelihood(old) + logLikelihood({ claims: total.claims - old.claims, denied: total.denied - old.denied }) })
    old = plus(old, day)
  })
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a))
  const likely = fits.filter(({ fit }) => fit >= best.fit - WITHIN)
  return { onset: best.at, low: likely[0]!.at, high: likely.at(-1)!.at }
}

const plus = (a: DayCount, b: DayCount): DayCount => ({ claims: a.claims + b.claims, denied: a.denied + b.denied })

/** Of independent claims at their own rate. */
function logLikelihood({ claims, denied }: DayCount): number {
  return claims === 0 ? 0 : part(denied, claims) + part(claims - denied, claims)
}

const part = (count: number, of: number) => (count === 0 ? 0 : count * Math.log(count / of))
