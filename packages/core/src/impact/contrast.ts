import { total, type Side, type Week } from './weeks.ts'

/** How much more often a pattern's claims are denied than those they are compared with: a difference of log-odds, and how well it is known. */
export interface Contrast {
  estimate: number
  variance: number
  /** Degrees of freedom of the variance. */
  freedom: number
}

/** Log-odds of a rate with half a case added to either side, so that there is one for 0 of n too. Haldane 1956; Anscombe, Biometrika 43:461 (1956). */
export const logOdds = ({ denied, claims }: Side): number => Math.log((denied + 0.5) / (claims - denied + 0.5))

/** The derivative of the log-odds by the count of denials. */
const weightOf = ({ denied, claims }: Side): number => 1 / (denied + 0.5) + 1 / (claims - denied + 0.5)

/**
 * The contrast over some weeks, at least two. Its variance is that between weeks: each week's deviation of the pattern less that of the control, so that what
 * moves both in a week cancels, and whole batches denied at once widen the interval as they should. Linearized, clustered by week, with the factor
 * W / (W - 1): Liang and Zeger, Biometrika 73:13 (1986); Bertrand, Duflo, Mullainathan, Q J Econ 119:249 (2004). Never less than by chance alone.
 */
export function contrastOf(weeks: readonly Week[]): Contrast {
  const { treated, control } = total(weeks)
  const ofTreated = weightOf(treated)
  const ofControl = weightOf(control)
  const deviation = (side: Side, sum: Side) => side.denied - (side.claims * sum.denied) / Math.max(1, sum.claims)
  let squares = 0
  for (const week of weeks) squares += (ofTreated * deviation(week.treated, treated) - ofControl * deviation(week.control, control)) ** 2
  const between = (squares * weeks.length) / (weeks.length - 1)
  return { estimate: logOdds(treated) - logOdds(control), variance: Math.max(between, ofTreated + ofControl), freedom: weeks.length - 1 }
}
