/** A calendar date, `YYYY-MM-DD`, without a time or a zone. Text order is date order. */
export type IsoDate = string

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

/** A window of calendar days, half-open: `start` is in it, `end` is not. */
export interface DateWindow {
  start: IsoDate
  end: IsoDate
}

/** True for a date that exists in the calendar between 1900 and 2199 (00000000 and 2026-02-30 do not). */
export function isIsoDate(text: string): boolean {
  const match = ISO.exec(text)
  if (!match) return false
  const year = Number(match[1])
  return year >= 1900 && year < 2200 && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}

/** `CCYYMMDD` as a date; null when it is no date of the calendar. */
export function fromCompactDate(text: string): IsoDate | null {
  if (!/^\d{8}$/.test(text)) return null
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  return isIsoDate(date) ? date : null
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The same day of the month some months away, or the last day of a month that is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Making a format takes some hundred times as long as using it; there are as many as time zones. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar date that a moment has in a time zone, such as `America/Chicago`. */
export function dateIn(timeZone: string, moment: Date): IsoDate {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format.format(moment)
}

/** The last `days` days up to and with `today`: `[today - days + 1, today + 1)`. */
export function trailingWindow(today: IsoDate, days: number): DateWindow {
  return { start: addDays(today, 1 - days), end: addDays(today, 1) }
}

/** The window of the same length right before; no day is in both. */
export function previousWindow(window: DateWindow): DateWindow {
  return { start: addDays(window.start, -daysBetween(window.start, window.end)), end: window.start }
}
