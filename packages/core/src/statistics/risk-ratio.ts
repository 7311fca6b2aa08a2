import type { Bounds, Proportion } from './proportions.ts'

/** The 97.5 % quantile of the standard normal distribution, squared. */
const CHI_SQUARE = 1.959963984540054 ** 2
const STEPS = 200
/** Ratios beyond are taken for unbounded. */
const FURTHEST = 1e9

/**
 * The ratio of two rates, a / b, with its 95 % score interval, which holds for small counts and for none: Koopman, Biometrics 40:513 (1984), in the
 * form of Miettinen and Nurminen, Stat Med 4:213 (1985), without their factor n / (n - 1). `estimate` is null where b has no part; `high` is null
 * where nothing bounds it; all of it is unknown, 0 to null, where either has no denominator.
 */
export function riskRatio(a: Proportion, b: Proportion): { estimate: number | null; low: number; high: number | null } {
  if (a.whole === 0 || b.whole === 0) return { estimate: null, low: 0, high: null }
  const estimate = b.part === 0 ? null : a.part / a.whole / (b.part / b.whole)
  return { estimate, ...interval(a, b, estimate) }
}

function interval(a: Proportion, b: Proportion, estimate: number | null): Bounds | { low: number; high: null } {
  const distance = (ratio: number) => score(a, b, ratio)
  const low = a.part === 0 ? 0 : crossing(distance, 1 / FURTHEST, estimate ?? FURTHEST)
  const high = estimate === null ? null : crossing(distance, FURTHEST, estimate || 1 / FURTHEST)
  return { low, high }
}

/** Between a ratio that is too far away and one that is not, on the scale of logarithms. */
function crossing(distance: (ratio: number) => number, outside: number, inside: number): number {
  let [far, near] = [Math.log(outside), Math.log(inside)]
  for (let step = 0; step < STEPS && Math.abs(far - near) > 1e-13; step++) {
    const middle = (far + near) / 2
    if (distance(Math.exp(middle)) > CHI_SQUARE) far = middle
    else near = middle
  }
  return Math.exp(near)
}

/** Chi-square of the hypothesis that the rate of a is `ratio` times that of b, with the likeliest rates under it. */
function score(a: Proportion, b: Proportion, ratio: number): number {
  const whole = a.whole + b.whole
  const half = ratio * (a.whole + b.part) + a.part + b.whole
  const rateOfB = (half - Math.sqrt(Math.max(0, half * half - 4 * whole * ratio * (a.part + b.part)))) / (2 * whole * ratio)
  const rateOfA = ratio * rateOfB
  const variance = (rateOfA * (1 - rateOfA)) / a.whole + (ratio * ratio * rateOfB * (1 - rateOfB)) / b.whole
  const difference = a.part / a.whole - (ratio * b.part) / b.whole
  return difference === 0 ? 0 : variance <= 0 ? Infinity : (difference * difference) / variance
}
