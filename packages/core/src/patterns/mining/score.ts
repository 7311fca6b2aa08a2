import type { Candidate, Remaining } from './scope-counter.ts'

/**
 * How much likelier the outcomes are with a rate of its own in the scope than with one rate for all (binomial, in nats); 0 where the scope's rate is not the
 * higher one. The scope that a payer really denies maximizes it: a wider one dilutes the rate, a narrower one leaves denials behind. Kulldorff, Commun Stat
 * Theory Methods 26:1481 (1997), uses it so for places.
 */
export function logLikelihoodRatio({ population, denied }: Pick<Candidate, 'population' | 'denied'>, { claims, deniedClaims }: Remaining): number {
  const restPopulation = claims - population
  const rest = deniedClaims - denied
  if (restPopulation <= 0 || denied * restPopulation <= rest * population) return 0
  return greatest(denied, population) + greatest(rest, restPopulation) - greatest(deniedClaims, claims)
}

/** The greatest log-likelihood of `part` of `whole`. */
const greatest = (part: number, whole: number): number => plogp(part, whole) + plogp(whole - part, whole)
const plogp = (part: number, whole: number) => (part === 0 ? 0 : part * Math.log(part / whole))
