import { addDays, type DateWindow, type IsoDate } from '../dates.ts'
import type { Cents } from '../money.ts'

/** Claims served in a week, and those of them denied. */
export interface Side {
  claims: number
  denied: number
}

/** A week of a pattern, counted from the day of the intervention: number 0 begins on it, -1 ends before it. */
export interface Week {
  number: number
  /** The pattern's population and denials, with the charges denied. */
  treated: Side & { dollars: Cents }
  /** The claims it is compared with. */
  control: Side
}

/** Claims that are under way when something is changed still go the old way. */
export const WASHOUT_WEEKS = 2
/** Baseline and after-period are at most this long: a year has every season once. */
export const LONGEST_WEEKS = 52
/** Fewer weeks do not show by how much weeks differ among themselves. */
export const FEWEST_WEEKS = 4

export const weekStart = (intervention: IsoDate, number: number): IsoDate => addDays(intervention, number * 7)

/** Which days the baseline was taken from: before those that made the pattern be found, or after them and before the intervention. */
export const baselineKinds = ['before_detection', 'after_detection'] as const
export type BaselineKind = (typeof baselineKinds)[number]

export interface Course {
  /** The day of the intervention. */
  intervention: IsoDate
  /** The days of service that made the pattern be found: they are high because they were looked for. */
  detection: DateWindow
  today: IsoDate
  /** The first day of service that is not mature. */
  matureBefore: IsoDate
  weeks: readonly Week[]
}

/** Whole weeks before the intervention that the search did not see, of the one part and of the other, at most a year of each, the nearest. */
export function unseenWeeks({ intervention, detection, weeks }: Pick<Course, 'intervention' | 'detection' | 'weeks'>): Record<BaselineKind, Week[]> {
  const before = weeks.filter(({ number }) => number < 0).toSorted((a, b) => a.number - b.number)
  return {
    before_detection: before.filter(({ number }) => weekStart(intervention, number + 1) <= detection.start).slice(-LONGEST_WEEKS),
    after_detection: before.filter(({ number }) => weekStart(intervention, number) >= detection.end).slice(-LONGEST_WEEKS),
  }
}

/** The weeks that the search saw, wholly or in part, up to the intervention. */
export function seenWeeks({ intervention, detection, weeks }: Pick<Course, 'intervention' | 'detection' | 'weeks'>): Week[] {
  return weeks.filter(({ number }) => number < 0 && weekStart(intervention, number + 1) > detection.start && weekStart(intervention, number) < detection.end)
}

/** Whole mature weeks after the washout, at most a year. */
export function weeksAfter({ intervention, matureBefore, weeks }: Pick<Course, 'intervention' | 'matureBefore' | 'weeks'>): Week[] {
  return weeks.filter(({ number }) => number >= WASHOUT_WEEKS && number < WASHOUT_WEEKS + LONGEST_WEEKS && weekStart(intervention, number + 1) <= matureBefore)
}

/** What some weeks add up to. */
export function total(weeks: readonly Week[]): { treated: Side & { dollars: Cents }; control: Side } {
  const sum = { treated: { claims: 0, denied: 0, dollars: 0 }, control: { claims: 0, denied: 0 } }
  for (const { treated, control } of weeks) {
    sum.treated.claims += treated.claims
    sum.treated.denied += treated.denied
    sum.treated.dollars += treated.dollars
    sum.control.claims += control.claims
    sum.control.denied += control.denied
  }
  return sum
}
