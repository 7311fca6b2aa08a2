/**
 * Money is exact: whole cents in a JavaScript number inside the program (safe to 90 trillion dollars),
 * `numeric(14,2)` in the database, decimal text between the two. Nothing here ever rounds silently.
 */
export type Cents = number

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/
/** The largest amount that a file may state: no line of a claim is a billion dollars, and `numeric(14,2)` holds the sum of a thousand such. */
const LARGEST_STATED = 99_999_999_999
/** What an amount of a file has to be, for messages. */
export const AMOUNT = 'an amount exact to the cent, below a billion dollars'

/** Reads decimal text such as `-12.5` or `.75`, also a sum; null when it is not a whole number of cents that JavaScript holds exactly. */
export function parseCents(text: string): Cents | null {
  const match = DECIMAL.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return null
  if (/[1-9]/.test(fraction.slice(2))) return null
  const cents = Number(whole || '0') * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'))
  if (!Number.isSafeInteger(cents)) return null
  return sign === '-' && cents !== 0 ? -cents : cents
}

/** Reads an amount that a file states, as `parseCents`; null also for a billion dollars and more, of either sign. */
export function parseStated(text: string): Cents | null {
  const cents = parseCents(text)
  return cents === null || Math.abs(cents) > LARGEST_STATED ? null : cents
}

/** Reads an amount stated in JSON, where money arrives as a number or as text; null when it is not exact to the cent, or a billion dollars and more. */
export function centsOf(value: unknown): Cents | null {
  if (typeof value === 'string') return parseStated(value)
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const cents = Math.round(value * 100)
  if (Math.abs(cents) > LARGEST_STATED || Math.abs(value * 100 - cents) > 1e-6 * Math.max(1, Math.abs(value))) return null
  return cents === 0 ? 0 : cents
}

/** Cents as decimal text for the database and for files: `-1250` is `-12.50`. */
export function decimalText(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Cents as the JSON number of dollars that the API shows: `-1250` is `-12.5`. */
export function dollars(cents: Cents): number {
  return cents / 100
}
