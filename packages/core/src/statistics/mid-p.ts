import type { Proportion } from './proportions.ts'

/** Tables whose probabilities agree to this factor count as equally probable, as in R's fisher.test. */
const TIE = 1 + 1e-7

/**
 * Two-sided mid-p value of the test that two proportions are the same, conditional on both margins (Fisher): the probabilities of all tables
 * that are no more probable than the observed one, less half of the observed table's own. Without that half, Fisher's test is too
 * cautious. 0..1; null when either proportion has no denominator. Where the margins allow one table only (nothing denied in either, say) it
 * is 0.5. Lancaster, JASA 56:223 (1961); Lydersen, Fagerland, Laake, Stat Med 28:1159 (2009).
 *
 * Tables are weighed by the ratio of neighbours, starting with 1 at the mode: one multiplication each, 0.2 ms at 300,000 claims. Probabilities
 * by log-gamma (@stdlib's hypergeometric pmf, the oracle of the tests) are off by 2e-9 there, which blurs ties, and take 16 ms.
 */
export function midP(a: Proportion, b: Proportion): number | null {
  if (a.whole === 0 || b.whole === 0) return null
  const parts = a.part + b.part
  const lowest = Math.max(0, parts - b.whole)
  const highest = Math.min(a.whole, parts)
  /** P(x + 1) / P(x), x being the first proportion's part. */
  const ratio = (x: number) => ((parts - x) * (a.whole - x)) / ((x + 1) * (b.whole - parts + x + 1))
  const mode = Math.min(highest, Math.max(lowest, Math.floor(((parts + 1) * (a.whole + 1)) / (a.whole + b.whole + 2))))

  let observed = 1
  for (let x = mode; x < a.part && observed > 0; x++) observed *= ratio(x)
  for (let x = mode - 1; x >= a.part && observed > 0; x--) observed /= ratio(x)

  let all = 0
  let noMoreProbable = 0
  const add = (weight: number) => {
    all += weight
    if (weight <= observed * TIE) noMoreProbable += weight
  }
  // From the mode outwards, until a weight is too small for a number: some 40 standard deviations out.
  for (let x = mode, weight = 1; x <= highest && weight > 0; weight *= ratio(x++)) add(weight)
  for (let x = mode - 1, weight = 1; x >= lowest && weight > 0; x--) add((weight /= ratio(x)))
  return (noMoreProbable - observed / 2) / all
}
