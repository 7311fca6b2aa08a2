import { decimalText, parseStated, type Cents } from '../../../money.ts'

/**
 * A FHIR decimal as whole cents; null when it is not exact to the cent, or a billion dollars and more. The shortest decimal text of the parsed number is the text of the
 * file for every amount below that, so nothing is lost by parsing first. What a sum in binary arithmetic leaves behind
 * (0.1 + 0.2) is a few units in the last place, and no amount.
 */
export function centsOfDecimal(value: unknown): Cents | null {
  if (typeof value === 'string') return parseStated(value)
  if (typeof value !== 'number') return null
  const exact = parseStated(String(value))
  if (exact !== null) return exact
  const cents = Math.round(value * 100)
  if (!Number.isSafeInteger(cents) || Math.abs(value * 100 - cents) > 8 * Number.EPSILON * Math.abs(cents)) return null
  return parseStated(decimalText(cents))
}
