import { daysBetween, type IsoDate } from '../dates.ts'
import { wilsonInterval } from '../statistics/proportions.ts'

/** How many answers, the latest, say how well a pattern is known. */
export const LATEST_ANSWERS = 20

/**
 * 100 × the lower end of Wilson's interval of correct answers, rounded: what can be said with confidence, so that one lucky answer is 21 and
 * twenty of twenty are 84. 0 before the first answer.
 */
export function learningProgressOf({ correct, answered }: { correct: number; answered: number }): number {
  return Math.round(100 * (wilsonInterval({ part: correct, whole: answered })?.low ?? 0))
}

export interface Streaks {
  /** Days in a row that reach today, or yesterday while today is not over. */
  current: number
  longest: number
  /** The latest day of practice. */
  last: IsoDate | null
}

/** Streaks of calendar days, given in any order and as often as one likes. Days after today do not count. */
export function streaksOf(days: readonly IsoDate[], today: IsoDate): Streaks {
  let longest = 0
  let run = 0
  let last: IsoDate | null = null
  for (const day of [...new Set(days)].filter((known) => known <= today).sort()) {
    run = last !== null && daysBetween(last, day) === 1 ? run + 1 : 1
    longest = Math.max(longest, run)
    last = day
  }
  return { current: last !== null && daysBetween(last, today) <= 1 ? run : 0, longest, last }
}
