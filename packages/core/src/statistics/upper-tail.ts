import type { Proportion } from './proportions.ts'

/**
 * Natural logarithm of the one-sided mid-p value that the first proportion is the higher one, conditional on both margins: the probability of more
 * parts in it than observed, and half of that of just so many (hypergeometric; Lancaster, JASA 56:223, 1961). 0 (p = 1) when either has no
 * denominator. In logarithms, so that evidence far beyond 1e-300 keeps its order; good to 1e-10 relative for wholes in the millions.
 */
export function logUpperTail(a: Proportion, b: Proportion): number {
  if (a.whole === 0 || b.whole === 0) return 0
  const parts = a.part + b.part
  const observed = logHypergeometric(a.part, a.whole, b.whole, parts)
  /** P(x + 1) / P(x). */
  const ratio = (x: number) => ((parts - x) * (a.whole - x)) / ((x + 1) * (b.whole - parts + x + 1))

  if (a.part * b.whole >= b.part * a.whole) {
    let sum = 0.5
    for (let x = a.part, weight = ratio(x); weight > sum * 1e-17; weight *= ratio(++x)) sum += weight
    return Math.min(0, observed + Math.log(sum))
  }
  let below = 0.5
  for (let x = a.part - 1, weight = 1; x >= 0; x--) {
    weight /= ratio(x)
    if (!(weight > below * 1e-17)) break
    below += weight
  }
  return Math.log1p(-Math.min(1, Math.exp(observed + Math.log(below))))
}

/** Log-probability of `x` parts among `m`, when `parts` are drawn from `m + n`: three binomials by their saddle points. Loader, "Fast and accurate computation of binomial probabilities" (2000). */
function logHypergeometric(x: number, m: number, n: number, parts: number): number {
  const p = parts / (m + n)
  return logBinomial(x, m, p) + logBinomial(parts - x, n, p) - logBinomial(parts, m + n, p)
}

function logBinomial(x: number, n: number, p: number): number {
  if (p === 0 || p === 1) return 0
  if (x === 0) return n * Math.log1p(-p)
  if (x === n) return n * Math.log(p)
  const correction = stirlingError(n) - stirlingError(x) - stirlingError(n - x)
  return correction - deviance(x, n * p) - deviance(n - x, n * (1 - p)) + 0.5 * Math.log(n / (2 * Math.PI * x * (n - x)))
}

/** x ln(x / mean) + mean - x, without cancellation where both are nearly the same. */
function deviance(x: number, mean: number): number {
  const difference = x - mean
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference
  const v = difference / (x + mean)
  let sum = difference * v
  for (let j = 1, term = 2 * x * v; ; j++) {
    term *= v * v
    const next = sum + term / (2 * j + 1)
    if (next === sum) return next
    sum = next
  }
}

const FACTORIALS_BY_HAND = 16
const exactErrors = stirlingErrorsUpTo(FACTORIALS_BY_HAND)

/** ln n! less Stirling's formula, sqrt(2 pi n) (n / e)^n: exact for small n, by its series beyond. */
function stirlingError(n: number): number {
  if (n < FACTORIALS_BY_HAND) return exactErrors[n]!
  const square = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n
}

function stirlingErrorsUpTo(end: number): number[] {
  const errors = [0]
  for (let n = 1, factorial = 1; n < end; n++) {
    factorial *= n
    errors.push(Math.log(factorial) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n))
  }
  return errors
}
