import { addDays, addMonths, daysBetween, type DateWindow, type IsoDate } from '../../dates.ts'
import { percentOf } from '../../patterns/row.ts'
import { wilsonInterval } from '../../statistics/proportions.ts'

const MONTHS = 12
/** So many lines show what is common among them; the latest days that hold them are read in a moment, however frequent the code. */
const ENOUGH_LINES = 5_000

/** The last twelve months up to and with today, or as many of their last days as hold some 5,000 of the lines. */
export function comparedWindow(today: IsoDate, linesOfYear: number | null): DateWindow {
  const end = addDays(today, 1)
  const start = addMonths(end, -MONTHS)
  if (linesOfYear === null || linesOfYear <= ENOUGH_LINES) return { start, end }
  return { start: addDays(end, -Math.ceil((daysBetween(start, end) * ENOUGH_LINES) / linesOfYear)), end }
}

const percent = (fraction: number) => Math.round(fraction * 10_000) / 100

/** Counts of decided lines with the share denied, in percent, and its 95 % interval; both null without a line. */
export function ratedOf({ paid, denied }: { paid: number; denied: number }) {
  const bounds = wilsonInterval({ part: denied, whole: paid + denied })
  return {
    paid,
    denied,
    denialRate: percentOf(denied, paid + denied),
    denialRateInterval: bounds && { low: percent(bounds.low), high: percent(bounds.high) },
  }
}
