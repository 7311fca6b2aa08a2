import { addDays, daysBetween, trailingWindow, type DateWindow, type IsoDate } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { isoDate, text, wholeNumber } from '../schemas.ts'

const LONGEST = 1096

/** How callers name a past window and the day as of which they ask. */
export const windowInput = {
  /** What was known at the end of this day, in the organization's time zone. */
  asOf: isoDate,
  /** Length of the window in days, ending with `to`. Without effect where `from` is given. */
  days: wholeNumber(1, LONGEST).default(30),
  /** First and last day of the window; the last is asOf unless said. */
  from: isoDate.optional(),
  to: isoDate.optional(),
  /** Only claims of this payer. */
  payer: text(100).optional(),
}

/** The window meant, half-open. Throws `invalid_input` where it ends before it begins, or is longer than three years. */
export function windowOf({ asOf, days, from, to = asOf }: { asOf: IsoDate; days: number; from?: IsoDate | undefined; to?: IsoDate | undefined }): DateWindow {
  const window = from === undefined ? trailingWindow(to, days) : { start: from, end: addDays(to, 1) }
  const length = daysBetween(window.start, window.end)
  if (length >= 1 && length <= LONGEST) return window
  const message =
    length < 1 ? `must not be after the last day of the window, ${to}` : `must be at most ${LONGEST} days before the last day of the window, ${to}`
  throw new OverturnError('invalid_input', `from: ${from} ${message}.`, { fields: [{ field: 'from', message }] })
}
