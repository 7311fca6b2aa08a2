import { addDays, daysBetween, type IsoDate } from '../dates.ts'
import type { Cents } from '../money.ts'
import { studentQuantile } from '../statistics/student.ts'
import { contrastOf, logOdds, type Contrast } from './contrast.ts'
import { drawn, familyOf, type Family, type Seen } from './shrinkage.ts'
import {
  baselineKinds,
  FEWEST_WEEKS,
  LONGEST_WEEKS,
  seenWeeks,
  total,
  unseenWeeks,
  WASHOUT_WEEKS,
  weeksAfter,
  weekStart,
  type BaselineKind,
  type Course,
  type Week,
} from './weeks.ts'

/**
 * `shown`: fewer denials than expected, the whole interval says so. `not_shown`: the interval covers 0. `worse`: more denials than expected.
 * `not_enough_yet`: too few mature weeks or claims after it. `no_baseline`: too few denials before it in days that the search did not see.
 * `no_control`: too few denials among comparable claims. `not_preventive`: what was done gets denied claims paid, and prevents none.
 */
export const impactStates = ['shown', 'not_shown', 'worse', 'not_enough_yet', 'no_baseline', 'no_control', 'not_preventive'] as const
export type ImpactState = (typeof impactStates)[number]

export interface Estimate {
  low: number
  estimate: number
  high: number
}

export interface Baseline {
  kind: BaselineKind
  weeks: Week[]
  contrast: Contrast
  /** The contrast in the weeks that made the pattern be found; null where they are too few. */
  seen: number | null
}

/** What an intervention is shown to have done. */
export interface Impact {
  state: ImpactState
  baseline: Baseline | null
  after: Week[]
  /** Change of the odds of a denial against the comparable claims, as a logarithm: below 0 for fewer. Null without enough of everything. */
  change: Estimate | null
  /** Denials that were expected after the intervention and did not come: below 0 for more than expected. */
  avoided: Estimate | null
  /** Where there is not enough yet: the day on which there should be. Null where nobody can say. */
  enoughOn: IsoDate | null
}

/** Under so many denials before the intervention nothing can be said of what would have gone on. */
const FEWEST_DENIALS = 10
const FEWEST_CONTROL_DENIALS = 30
/** There is enough when an interval is to reach at most this far to either side: then a rate cut to half is told from none. */
const WIDTH = Math.log(2)
const Z = 1.96

/** The days to compare with: before the search looked, where those hold enough; else those after it. Null where neither does. */
export function baselineOf(course: Pick<Course, 'intervention' | 'detection' | 'weeks'>): Baseline | null {
  const parts = unseenWeeks(course)
  const found = seenWeeks(course)
  const seen = found.length >= FEWEST_WEEKS ? contrastOf(found).estimate : null
  for (const kind of baselineKinds) {
    const weeks = parts[kind]
    if (weeks.length >= FEWEST_WEEKS && total(weeks).treated.denied >= FEWEST_DENIALS) return { kind, weeks, contrast: contrastOf(weeks), seen }
  }
  return null
}

/** The family of an organization's patterns; those without a baseline, without comparable claims or without weeks that were seen are not of it. */
export function familyOfCourses(courses: readonly Pick<Course, 'intervention' | 'detection' | 'weeks'>[]): Family | null {
  const seen = courses.flatMap((course): Seen[] => {
    const baseline = baselineOf(course)
    return baseline !== null && baseline.seen !== null && isControl(baseline.weeks) ? [{ baseline: baseline.contrast, seen: baseline.seen }] : []
  })
  return familyOf(seen)
}

/** Whether comparable claims were denied often enough before the intervention to say how the times were. */
export const isControl = (weeks: readonly Week[]): boolean => total(weeks).control.denied >= FEWEST_CONTROL_DENIALS

/**
 * The effect of an intervention by difference in differences on the log-odds scale: how the pattern's distance to comparable claims changed, from
 * the baseline (drawn towards the family of patterns against regression to the mean) to the mature weeks after the washout. What had been expected
 * is the control's rate at the distance of the baseline: Puhani, Econ Lett 115:85 (2012). The interval is Student's, with the degrees of freedom of
 * Satterthwaite (Biometrics Bull 2:110, 1946).
 */
export function impactOf(course: Course, family: Family | null): Impact {
  const baseline = baselineOf(course)
  const after = weeksAfter(course)
  const nothing = (state: ImpactState, enoughOn: IsoDate | null = null): Impact => ({ state, baseline, after, change: null, avoided: null, enoughOn })
  if (baseline === null) return nothing('no_baseline')
  if (!isControl(baseline.weeks)) return nothing('no_control')
  const needed = claimsNeeded(baseline)
  if (needed === null) return nothing('no_baseline')
  const { treated } = total(after)
  if (after.length < FEWEST_WEEKS || treated.claims < needed) {
    return nothing('not_enough_yet', enoughOn(course, after.length < FEWEST_WEEKS ? baseline.weeks : after, needed))
  }
  const before = baseline.seen === null ? baseline.contrast : drawn(baseline.contrast, baseline.seen, family)
  const change = changeOf(before, contrastOf(after))
  const avoided = avoidedOf(treated, change)
  return { state: change.high < 0 ? 'shown' : change.low > 0 ? 'worse' : 'not_shown', baseline, after, change, avoided, enoughOn: null }
}

/** From the one contrast to the other, with its 95 % interval. */
export function changeOf(before: Contrast, after: Contrast): Estimate {
  const estimate = after.estimate - before.estimate
  const variance = before.variance + after.variance
  const freedom = variance ** 2 / (before.variance ** 2 / before.freedom + after.variance ** 2 / after.freedom)
  const reach = studentQuantile(freedom) * Math.sqrt(variance)
  return { low: estimate - reach, estimate, high: estimate + reach }
}

/** The change of the odds as denials: what would have been denied of these claims without it, less what was. */
export function avoidedOf(treated: { claims: number; denied: number }, change: Estimate): Estimate {
  const now = logOdds(treated)
  const expected = (by: number) => treated.claims / (1 + Math.exp(by - now))
  const denied = expected(0)
  return { low: expected(change.high) - denied, estimate: expected(change.estimate) - denied, high: expected(change.low) - denied }
}

/**
 * Claims after the intervention for an interval of at most the width above, by what the baseline alone lets expect, so that waiting for more never
 * depends on how it turns out: the variance of the baseline, and the same again per claim after it. Null where no number of claims would do.
 */
export function claimsNeeded({ weeks, contrast: { variance } }: Pick<Baseline, 'weeks' | 'contrast'>): number | null {
  const room = (WIDTH / Z) ** 2 - variance
  return room <= 0 ? null : Math.ceil((variance * total(weeks).treated.claims) / room)
}

/** The day on which the claims needed should be mature, at the pace of the latest weeks; null where they would take longer than a year. */
function enoughOn({ intervention, today, matureBefore }: Course, latest: readonly Week[], needed: number): IsoDate | null {
  const perWeek = total(latest).treated.claims / latest.length
  const weeks = Math.max(FEWEST_WEEKS, Math.ceil(needed / perWeek))
  return weeks > LONGEST_WEEKS ? null : addDays(weekStart(intervention, WASHOUT_WEEKS + weeks), daysBetween(matureBefore, today))
}

/** Avoided denials in money: x mean denied charge x the share of such charges that is paid, to the cent. What is less is a cent: 0 would say something else. */
export function inMoney(denials: Estimate, meanDenied: Cents, paidShare: number): Estimate {
  const worth = (count: number) => {
    const cents = count * meanDenied * paidShare
    return (Math.round(cents) || Math.sign(cents)) + 0
  }
  return { low: worth(denials.low), estimate: worth(denials.estimate), high: worth(denials.high) }
}
