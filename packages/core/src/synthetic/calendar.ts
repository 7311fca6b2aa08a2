import { addDays, addMonths, daysBetween, type IsoDate } from '../dates.ts'

/** Days are counted from `asOf`: 0 is `asOf`, -1 the day before. Text is looked up, not computed: millions of dates need it. */
export interface Calendar {
  asOf: IsoDate
  /** First day on which claims are submitted; negative. */
  firstDay: number
  text(day: number): IsoDate
  /** 0 is Sunday. */
  weekday(day: number): number
  /** The first of the given weekdays on or after `day`. */
  payDay(day: number, weekdays: readonly number[]): number
  /** Month of the year, 1 to 12. */
  month(day: number): number
  /** The day on which claim `number` (from 0) is submitted. */
  submissionDay(number: number): number
}

/** Longest way back from a submission to its service, and forward from a denial to an appeal deadline. */
const BACK = 420
const FORWARD = 400
const SUBMITTED_ON = [0.02, 1.15, 1.1, 1.05, 1, 0.9, 0.08]
/** Busier in winter, quieter in July, August and the last week of holidays; January first. */
const SEASON = [1.08, 1.06, 1.04, 1, 0.98, 0.96, 0.9, 0.92, 1, 1.05, 1.02, 0.95]
/** The practice group grows by this much a year. */
const YEARLY_GROWTH = 0.18

export function calendarOf(asOf: IsoDate, months: number, claims: number): Calendar {
  const firstDay = daysBetween(asOf, addMonths(asOf, -months)) + 1
  const earliest = firstDay - BACK
  const dates = Array.from({ length: FORWARD - earliest + 1 }, (_, index) => addDays(asOf, earliest + index))
  const weekdayOfAsOf = new Date(`${asOf}T00:00:00Z`).getUTCDay()
  const weekday = (day: number) => (((weekdayOfAsOf + day) % 7) + 7) % 7
  const text = (day: number) => dates[day - earliest] ?? addDays(asOf, day)
  const month = (day: number) => Number(text(day).slice(5, 7))

  // How many claims are submitted up to and with each day; claim numbers run in the order of submission.
  const days = 1 - firstDay
  const volume = Array.from({ length: days }, (_, index) => {
    const day = firstDay + index
    return (SUBMITTED_ON[weekday(day)] ?? 1) * (SEASON[month(day) - 1] ?? 1) * (1 + YEARLY_GROWTH) ** (index / 365)
  })
  const total = volume.reduce((sum, share) => sum + share, 0)
  let reached = 0
  const submittedBy = volume.map((share) => Math.round(((reached += share) / total) * claims))
  let at = 0

  return {
    asOf,
    firstDay,
    text,
    weekday,
    month,
    payDay(day, weekdays) {
      let next = day
      while (!weekdays.includes(weekday(next))) next += 1
      return next
    },
    submissionDay(number) {
      // Numbers are asked for in order, with a look back now and then: walk from where the last one was found.
      while (at > 0 && number < (submittedBy[at - 1] as number)) at -= 1
      while (at < days - 1 && number >= (submittedBy[at] as number)) at += 1
      return firstDay + at
    },
  }
}
