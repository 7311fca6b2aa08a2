/** Periods that a link may lead to, in days up to today; the last is the longest that the dashboard takes. */
const PERIODS = [30, 90, 365, 1096]
const DAY_MS = 86_400_000

/**
 * The shortest period, of those up to the day before `end`, that holds the last 30 days of the data, or all of it where that is less.
 * When none does, the longest that holds the last day at all; null when even that lies too far back.
 */
export function daysReaching({ firstSubmission, lastSubmission }: { firstSubmission: string; lastSubmission: string }, end: string): string | null {
  const age = (date: string) => (Date.parse(end) - Date.parse(date)) / DAY_MS
  const wanted = Math.min(age(firstSubmission), age(lastSubmission) + 29)
  const period = PERIODS.find((days) => days >= wanted) ?? PERIODS.findLast((days) => days >= age(lastSubmission))
  return period === undefined ? null : String(period)
}
