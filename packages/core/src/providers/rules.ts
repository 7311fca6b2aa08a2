import { addDays, addMonths, type DateWindow, type IsoDate } from '../dates.ts'
import type { providerVerdicts } from '../db/schema/metrics.ts'
import { MINIMUM_CLAIMS } from '../patterns/rules.ts'
import { funnelLimits, funnelScore, overDispersion } from '../statistics/funnel.ts'
import { midP } from '../statistics/mid-p.ts'
import { poissonInterval } from '../statistics/poisson.ts'
import type { Bounds } from '../statistics/proportions.ts'

export type ProviderVerdict = (typeof providerVerdicts)[number]

/** Adjudicated claims and those of them initially denied. */
export interface Tally {
  claims: number
  denied: number
}

/** A provider's claims in one stratum of the case mix. '' stands for a payer or a type that the claims do not name. */
export interface StratumCount extends Tally {
  provider: string
  payer: string
  claimType: string
  serviceClass: string
}

const MONTHS = 12
/** Below so many expected denials the square-root scale of the funnel is not good enough. */
export const MINIMUM_EXPECTED = 5
/** A rate rests on so many claims at least: what a stratum lacks is filled up with the payer's, and what that lacks with everybody's. */
const REFERENCE_CLAIMS = 20
const SIGNIFICANCE = 0.05

/** Twelve months up to and with today. */
export function performanceWindow(today: IsoDate): DateWindow {
  return { start: addDays(addMonths(today, -MONTHS), 1), end: addDays(today, 1) }
}

export interface Expectation extends Tally {
  provider: string
  /** Denials that the rates of the other providers give for this one's own claims; null when there are no others. */
  expected: number | null
  /** Variance of denied - expected when nothing but chance is at work; null as above. */
  variance: number | null
  payers: PayerExpectation[]
}

export interface PayerExpectation extends Tally {
  payer: string
  expected: number | null
}

/**
 * Indirect standardization, leaving the provider out: in each stratum, its claims times the denial rate of all *others* there, so that a large provider
 * is not compared with itself. A stratum's rate is shrunk towards the payer's, and that towards everybody's, as if 20 claims at the wider rate were
 * added (the posterior mean of a beta prior that is worth 20 claims): thin strata take the wider rate, large ones keep their own, without a jump.
 * The variance is binomial and holds the uncertainty of the others' rate too: one who alone does something is compared loosely.
 */
export function expectations(strata: readonly StratumCount[]): Expectation[] {
  const all = tallies(strata, () => '')
  const payers = tallies(strata, payerOf)
  const cells = tallies(strata, cellOf)
  const ofProvider = Map.groupBy(strata, ({ provider }) => provider)
  return [...ofProvider].map(([provider, own]) => {
    const ownPayers = tallies(own, payerOf)
    const others = without(all.get('')!, total(own))
    const overall = others.claims === 0 ? null : others.denied / others.claims
    const parts = own.map((stratum) => {
      if (overall === null) return { ...stratum, expected: null, variance: null }
      const payer = shrunk(without(payers.get(payerOf(stratum))!, ownPayers.get(payerOf(stratum))!), overall)
      const reference = without(cells.get(cellOf(stratum))!, stratum)
      const rate = shrunk(reference, payer)
      const basis = Math.max(reference.claims, Math.min(REFERENCE_CLAIMS, others.claims))
      return { ...stratum, expected: stratum.claims * rate, variance: stratum.claims * rate * (1 - rate) * (1 + stratum.claims / basis) }
    })
    const ofPayer = [...Map.groupBy(parts, payerOf)].map(([payer, some]) => ({ payer, ...total(some), expected: sum(some.map(({ expected }) => expected)) }))
    return {
      provider,
      ...total(own),
      expected: sum(parts.map(({ expected }) => expected)),
      variance: sum(parts.map(({ variance }) => variance)),
      payers: ofPayer.toSorted((a, b) => b.claims - a.claims || (a.payer < b.payer ? -1 : 1)),
    }
  })
}

const payerOf = ({ payer }: StratumCount) => payer
const cellOf = ({ payer, claimType, serviceClass }: StratumCount) => JSON.stringify([payer, claimType, serviceClass])
const without = (a: Tally, b: Tally): Tally => ({ claims: a.claims - b.claims, denied: a.denied - b.denied })
const shrunk = ({ claims, denied }: Tally, towards: number) => (denied + REFERENCE_CLAIMS * towards) / (claims + REFERENCE_CLAIMS)

function total(some: readonly Tally[]): Tally {
  return some.reduce<Tally>((sum, { claims, denied }) => ({ claims: sum.claims + claims, denied: sum.denied + denied }), { claims: 0, denied: 0 })
}

function tallies(strata: readonly StratumCount[], keyOf: (stratum: StratumCount) => string): Map<string, Tally> {
  const sums = new Map<string, Tally>()
  for (const stratum of strata) {
    const key = keyOf(stratum)
    sums.set(key, total([sums.get(key) ?? { claims: 0, denied: 0 }, stratum]))
  }
  return sums
}

/** Null as soon as one is unknown. */
function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}

export interface Judgement extends Expectation {
  /** Observed / expected, with its exact 95 % interval; null without an expectation above 0. */
  ratio: number | null
  interval: Bounds | null
  /** The funnel's limits of the ratio at this provider's size and mix, over-dispersion included. */
  funnel: Bounds | null
  overDispersion: number
  verdict: ProviderVerdict
}

/** Every provider against the funnel of all who have enough claims. */
export function judge(expected: readonly Expectation[]): Judgement[] {
  const measured = expected.map((provider) => ({ provider, ...measure(provider) }))
  const factor = overDispersion(measured.flatMap(({ provider, ratio, spread }) => (ratio !== null && isEnough(provider) ? [funnelScore(ratio, spread)] : [])))
  return measured.map(({ provider, ratio, spread, interval }) => {
    const funnel = ratio === null ? null : funnelLimits(spread, factor)
    return { ...provider, ratio, interval, funnel, overDispersion: factor, verdict: verdictOf(provider, ratio, funnel) }
  })
}

function measure({
  denied,
  expected,
  variance,
}: Expectation): { ratio: null; spread: null; interval: null } | { ratio: number; spread: number; interval: Bounds } {
  if (expected === null || variance === null || expected === 0) return { ratio: null, spread: null, interval: null }
  const { low, high } = poissonInterval(denied)
  return { ratio: denied / expected, spread: Math.sqrt(variance) / expected, interval: { low: low / expected, high: high / expected } }
}

const isEnough = ({ claims, expected }: Expectation) => claims >= MINIMUM_CLAIMS && expected !== null && expected >= MINIMUM_EXPECTED

function verdictOf(provider: Expectation, ratio: number | null, funnel: Bounds | null): ProviderVerdict {
  if (ratio === null || funnel === null || !isEnough(provider)) return 'not_enough_claims'
  return ratio > funnel.high ? 'above_expected' : ratio < funnel.low ? 'below_expected' : 'as_expected'
}

/** A provider's claims and its denials for the reason of a pattern, in the pattern's two periods. */
export interface PatternPeriods {
  baseline: Tally
  current: Tally
}

/** The rate fell, at mid-p < 0.05, and each period holds 20 claims of the provider. */
export function isImproved({ baseline, current }: PatternPeriods): boolean {
  if (baseline.claims < MINIMUM_CLAIMS || current.claims < MINIMUM_CLAIMS) return false
  if (current.denied * baseline.claims >= baseline.denied * current.claims) return false
  const p = midP({ part: current.denied, whole: current.claims }, { part: baseline.denied, whole: baseline.claims })
  return p !== null && p < SIGNIFICANCE
}
