import { daysBetween, trailingWindow, type DateWindow, type IsoDate } from '../../dates.ts'
import { OverturnError } from '../../errors.ts'
import { isoDate, wholeNumber } from '../../schemas.ts'

export const LONGEST_DAYS = 366

/** A period as callers give it: the last days (this many if nothing is said), or a start and an end in their place. */
export const period = (usualDays: number) => ({
  /** Length of the period in days, ending today. */
  days: wholeNumber(1, LONGEST_DAYS).default(usualDays),
  /** First day, in place of `days`. */
  start: isoDate.optional(),
  /** The day after the last one, in place of `days`. */
  end: isoDate.optional(),
})

/** The days meant. Throws `invalid_input` where start and end are no period of 1 to 366 days. */
export function periodOf({ days, start, end }: { days: number; start?: IsoDate | undefined; end?: IsoDate | undefined }, today: IsoDate): DateWindow {
  if (start === undefined && end === undefined) return trailingWindow(today, days)
  if (start === undefined) throw wrong('start', 'is missing: a period with an end needs a start')
  if (end === undefined) throw wrong('end', 'is missing: a period with a start needs an end, the day after its last')
  const length = daysBetween(start, end)
  if (length < 1 || length > LONGEST_DAYS) throw wrong('end', `must be 1 to ${LONGEST_DAYS} days after start`)
  return { start, end }
}

const wrong = (field: string, message: string) =>
  new OverturnError('invalid_input', `The input is not valid: ${field}: ${message}.`, { fields: [{ field, message }] })
