import { fromCompactDate, isIsoDate, type IsoDate } from '../../../dates.ts'
import { parseStated, type Cents } from '../../../money.ts'

export const amountFormats = ['us', 'european'] as const
/** `us`: 1,234.50; `european`: 1.234,50. */
export type AmountFormat = (typeof amountFormats)[number]
export const dateFormats = ['month-first', 'day-first'] as const
/** How a date with the year at its end is meant: 2/1/2026 is February 1 or January 2. ISO and YYYYMMDD are read in any case. */
export type DateFormat = (typeof dateFormats)[number]

/** Three decimals are none: 1.000 is a thousand where somebody writes it so, and never to be taken for a dollar. */
const DIGITS: Record<AmountFormat, RegExp> = {
  us: /^(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.(?!\d{3}$)\d*)?$/,
  european: /^(?:\d{1,3}(?:\.\d{3})+|\d*)(?:,(?!\d{3}$)\d*)?$/,
}

/** An amount as people write it ("$1,234.50", "(12.00)", "-3") in whole cents; null when it is not exactly that (1e5, --3, 12.345, 1.000) or a billion dollars and more. */
export function parseAmount(text: string, format: AmountFormat = 'us'): Cents | null {
  const [, inBrackets] = /^\((.*)\)$/.exec(text.trim()) ?? []
  const [, outer, inner, digits = ''] = /^([+-]?)\$?\s*([+-]?)(.*)$/.exec((inBrackets ?? text).trim()) ?? []
  const signs = `${inBrackets === undefined ? '' : '-'}${outer ?? ''}${inner ?? ''}`
  if (signs.length > 1 || !DIGITS[format].test(digits)) return null
  const cents = parseStated(format === 'us' ? digits.replaceAll(',', '') : digits.replaceAll('.', '').replace(',', '.'))
  return signs === '-' && cents ? -cents : cents
}

const TIME = String.raw`(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i')
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`, 'i')

/** A calendar date; of a timestamp the day that is written there, in whatever zone it states. Null when it is none (0000-00-00, 13/45/2026). */
export function parseDate(text: string, format: DateFormat = 'month-first'): IsoDate | null {
  const plain = text.trim()
  const compact = fromCompactDate(plain)
  if (compact) return compact
  const [, year, , month, day] = YEAR_FIRST.exec(plain) ?? []
  if (year) return checked(year, month as string, day as string)
  const [, first, , second, lastYear] = YEAR_LAST.exec(plain) ?? []
  if (!lastYear) return null
  return format === 'month-first' ? checked(lastYear, first as string, second as string) : checked(lastYear, second as string, first as string)
}

/** Whether the year stands at the end, so that only a `DateFormat` says which of the other two is the month. */
export const isYearLast = (text: string) => YEAR_LAST.test(text.trim())

function checked(year: string, month: string, day: string): IsoDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? date : null
}

/** A count such as 1, 2.5 or 1,000; null when it is none or absurd. */
export function parseQuantity(text: string): number | null {
  const plain = text.trim().replace(/^(\d{1,3})((?:,\d{3})+)/, (all) => all.replaceAll(',', ''))
  return /^\d{1,7}(?:\.\d{1,4})?$/.test(plain) ? Number(plain) : null
}

/** The codes of a cell that holds one or several: "25, 59", "E11.9;I10", "25|59". */
export const parseCodes = (text: string): string[] => text.split(/[\s,;|/]+/).filter(Boolean)
