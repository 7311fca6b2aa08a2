import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile'
import type { Bounds } from './proportions.ts'

/** A 95 % interval leaves this much out at each end. */
const TAIL = 0.025

/**
 * Exact 95 % interval of the mean of a Poisson count (a whole number, 0 or more), by the quantiles of the gamma distribution that its tail
 * probabilities are: 10 observed gives 4.80 to 18.39. Its coverage is never below 95 %. Garwood, Biometrika 28:437 (1936). Divided by an
 * expected number taken as known, it is the interval of observed / expected.
 */
export function poissonInterval(count: number): Bounds {
  return { low: count === 0 ? 0 : gammaQuantile(TAIL, count, 1), high: gammaQuantile(1 - TAIL, count + 1, 1) }
}
