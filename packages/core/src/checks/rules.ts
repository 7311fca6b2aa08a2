import type { IsoDate } from '../dates.ts'
import type { Cents } from '../money.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import { wilsonInterval, type Bounds, type Proportion } from '../statistics/proportions.ts'

/** What a check says, or would have said, of the adjudicated claims that were served in [start, end). */
export interface Performance {
  start: IsoDate
  end: IsoDate
  claims: number
  /** Claims with a line in the scope. */
  alerts: number
  /** Of those, denied for the reason on a line in the scope; and of the claims without such a line, denied for it anywhere. */
  denied: number
  restDenied: number
  /** Charges that were denied so, in the scope. */
  dollars: Cents
}

/** Alerts below which a rate says too little to be shown in place of the back-test's, or to let a check out of shadow. */
export const ENOUGH_ALERTS = 20

/** Of the claims it speaks of, those that were denied; with Wilson's interval. */
export const precisionOf = ({ denied, alerts }: Performance): Proportion => ({ part: denied, whole: alerts })
export const elsewhereOf = ({ claims, alerts, restDenied }: Performance): Proportion => ({ part: restDenied, whole: claims - alerts })

const fraction = ({ part, whole }: Proportion): number | null => (whole === 0 ? null : part / whole)
const percent = (value: number) => `${(value * 100).toFixed(1)} %`
const precisionText = (performance: Performance, { low, high }: Bounds) =>
  `${performance.denied} of ${performance.alerts} claims with an alert were denied for its reason (95 % interval ${percent(low)} to ${percent(high)})`

/** The latest performance where it has enough alerts, else the back-test. */
export const evidenceOf = (backTest: Performance, latest: Performance | null): Performance =>
  latest !== null && latest.alerts >= ENOUGH_ALERTS ? latest : backTest

/**
 * Why a check has drifted, in words; null while it has not. It has when even the upper bound of its precision is below half of what the back-test
 * found, or below the rate of the claims that it says nothing of. A bound, not the rate itself: it is looked at every day, and chance must not end a
 * check. One whose precision has not changed is ended within a year in well under 1 % of the cases (test/checks/rules.test.ts counts them).
 */
export function driftOf(backTest: Performance, latest: Performance): string | null {
  const bounds = wilsonInterval(precisionOf(latest))
  const before = fraction(precisionOf(backTest))
  if (bounds === null || before === null) return null
  const said = precisionText(latest, bounds)
  if (bounds.high < before / 2) return `${said}, less than half of the ${percent(before)} of the back-test`
  const elsewhere = fraction(elsewhereOf(latest))
  if (elsewhere !== null && bounds.high < elsewhere) return `${said}, less than the ${percent(elsewhere)} of claims without one`
  return null
}

/** What is missing before a check may leave the shadow, in words; null when nothing is. */
export function missingForRelease(latest: Performance | null): string | null {
  if (latest === null || latest.alerts < ENOUGH_ALERTS)
    return `${latest?.alerts ?? 0} claims of the shadow period with an alert are decided; ${ENOUGH_ALERTS} are needed`
  const bounds = wilsonInterval(precisionOf(latest))!
  const elsewhere = fraction(elsewhereOf(latest)) ?? 0
  if (bounds.low > elsewhere) return null
  return `in shadow ${precisionText(latest, bounds)}; the lower bound must be above the ${percent(elsewhere)} of claims without one`
}

interface Speaking {
  id: string
  reason: string
  scope: readonly Condition[]
  evidence: Performance
}

/** Of the checks that speak of one line, one for each reason: the most specific, of equals the one with the higher rate, then the first by id. */
export function mostSpecific<Check extends Speaking>(checks: readonly Check[]): Check[] {
  const rank = (a: Check, b: Check) =>
    b.scope.length - a.scope.length || (fraction(precisionOf(b.evidence)) ?? 0) - (fraction(precisionOf(a.evidence)) ?? 0) || (a.id < b.id ? -1 : 1)
  return [...Map.groupBy(checks, ({ reason }) => reason).values()].map((same) => same.toSorted(rank)[0]!)
}
