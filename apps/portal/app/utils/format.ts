/** How numbers look. The API computes; nothing here does more than round for display. Null is unknown and shown as a dash, never as 0. */
export const DASH = '–'

const LOCALE = 'en-US'
const exact = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' })
const whole = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
const compact = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD', notation: 'compact', maximumFractionDigits: 1 })
const number = new Intl.NumberFormat(LOCALE)
const twoDecimals = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const threeDigits = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3, maximumFractionDigits: 0, roundingPriority: 'morePrecision' })
const chance = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 2 })
/** Below this nobody can tell chances apart. */
const LEAST_CHANCE = 0.0001
const signed = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' })
// Calendar dates have no zone: they are formatted in the one they are parsed in.
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' })
const dayOfMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone: 'UTC' })
const monthOfYear = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' })

type Maybe<T> = T | null | undefined
const or =
  <T>(format: (value: T) => string) =>
  (value: Maybe<T>): string =>
    value === null || value === undefined ? DASH : format(value)

/** `$1,234.56` */
export const formatMoney = or<number>((value) => exact.format(value))
/** `$1,235`, for tables where cents only add noise; the exact amount belongs in the title. */
export const formatDollars = or<number>((value) => whole.format(value))
/** `$1.2M`, for headline numbers; small amounts keep their cents. */
export const formatMoneyShort = or<number>((value) => (Math.abs(value) < 10_000 ? exact : compact).format(value))
export const formatCount = or<number>((value) => number.format(value))
/** `12.34%` */
export const formatRate = or<number>((value) => `${twoDecimals.format(value)}%`)
/** A ratio, to three digits or the whole number: `22.9`, `1,347`. */
export const formatRatio = or<number>((value) => threeDigits.format(value))
/** A chance that may be next to nothing, as a percentage; `value` is between 0 and 1. */
export const formatChance = or<number>((value) => (value < LEAST_CHANCE ? `under ${chance.format(LEAST_CHANCE)}` : chance.format(value)))
/** A difference of two rates, in percentage points: `+1.20 points`. */
export const formatPoints = or<number>((value) => `${signed.format(value)} points`)
/** The same without its unit, for the ends of an interval. */
export const formatSigned = or<number>((value) => signed.format(value))

const parse = (date: string) => new Date(`${date}T00:00:00Z`)
/** `Mar 5, 2026` */
export const formatDate = or<string>((value) => day.format(parse(value)))
/** `Mar 5`, for axes within a year. */
export const formatDay = or<string>((value) => dayOfMonth.format(parse(value)))
/** `Mar 2026`, for axes of more than a year. */
export const formatMonth = or<string>((value) => monthOfYear.format(parse(value)))

/** A half-open window as people say it: its first and its last day. */
export function formatPeriod({ start, end }: { start: string; end: string }): string {
  return `${formatDate(start)} to ${day.format(new Date(parse(end).getTime() - 86_400_000))}`
}

/** `1 claim`, `2 claims` */
export const plural = (count: number, one: string, many = `${one}s`) => `${formatCount(count)} ${count === 1 ? one : many}`
