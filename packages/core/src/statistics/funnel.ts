import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import type { Bounds } from './proportions.ts'

/**
 * Funnel limits of a ratio observed / expected around 1, on the square-root scale, where the spread of a count hardly depends on its size, with
 * over-dispersion. Spiegelhalter, Stat Med 24:1185 (2005), sections 2 and 3. `spread` is the standard deviation of observed - expected when
 * nothing but chance is at work, divided by expected: 1 / sqrt(expected) for a Poisson count against a known expectation.
 */
const Z = normalQuantile(0.975, 0, 1)
const Z_OUTER = normalQuantile(0.999, 0, 1)
const WINSORISED = 0.1
/** So many values that winsorizing sets one aside at either end: with fewer, a single outlier would hide itself by widening the limits. */
export const MINIMUM_FOR_DISPERSION = 10

/** How many standard deviations the ratio is away from 1: approximately standard normal by chance alone. */
export function funnelScore(ratio: number, spread: number): number {
  return (2 * (Math.sqrt(ratio) - 1)) / spread
}

/**
 * Factor by which the variance of all the scores exceeds chance: the mean of their squares, after the lowest and the highest tenth were drawn in
 * to the values next to them. Never below 1, and 1 with fewer than ten scores, which cannot tell it.
 */
export function overDispersion(scores: readonly number[]): number {
  if (scores.length < MINIMUM_FOR_DISPERSION) return 1
  const sorted = scores.toSorted((a, b) => a - b)
  const cut = Math.floor(sorted.length * WINSORISED)
  const lowest = sorted[cut]!
  const highest = sorted[sorted.length - 1 - cut]!
  const squares = scores.map((score) => Math.min(highest, Math.max(lowest, score)) ** 2)
  return Math.max(1, squares.reduce((sum, square) => sum + square, 0) / scores.length)
}

/** 95 % limits of the ratio: outside them exactly where the score is beyond 1.96 times the square root of the factor. The lower one is 0 where no ratio is too low. */
export function funnelLimits(spread: number, factor: number): Bounds {
  const reach = (Z * spread * Math.sqrt(factor)) / 2
  return { low: Math.max(0, 1 - reach) ** 2, high: (1 + reach) ** 2 }
}

/** The 99.8 % limits that belong to the upper 95 % limit of a ratio: the same spread and factor, a reach of 3.09 in place of 1.96. */
export function outerLimits(high: number): Bounds {
  const reach = (Math.sqrt(high) - 1) * (Z_OUTER / Z)
  return { low: Math.max(0, 1 - reach) ** 2, high: (1 + reach) ** 2 }
}
