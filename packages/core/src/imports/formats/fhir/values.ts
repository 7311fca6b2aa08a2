import { isIsoDate, type IsoDate } from '../../../dates.ts'
import type { Cents } from '../../../money.ts'
import { centsOfDecimal } from './amounts.ts'
import type { FhirIssueCode, Place, Report } from './issues.ts'

/** A JSON object as it came: nothing of it is certain. */
export type Raw = Record<string, unknown>

export const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a list; one alone stands for a list of one. */
export const objects = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [])
export const objectOf = (value: unknown): Raw => (isObject(value) ? value : {})

const LONGEST_TEXT = 500

/** Text without space around it; null for none, for other types, and for what is no word or name by its length. */
export function text(value: unknown): string | null {
  const trimmed = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
  return trimmed === '' || trimmed.length > LONGEST_TEXT ? null : trimmed
}

/** Reads the fields of one resource and tells what cannot be read; an amount that cannot be read loses the resource. */
export class Reading {
  rejected = false
  readonly place: Place
  readonly report: Report
  readonly #content: () => string

  constructor(place: Place, report: Report, content: () => string) {
    this.place = place
    this.report = report
    this.#content = content
  }

  warn(code: FhirIssueCode, message: string, field?: string): void {
    if (!this.rejected) this.report.warn(code, message, this.place, field)
  }

  reject(code: FhirIssueCode, message: string, field?: string): void {
    if (!this.rejected) this.report.reject(code, message, this.place, field, this.#content())
    this.rejected = true
  }

  /** A Money in US dollars; null where there is none (also where an extension says why). */
  money(value: unknown, field: string): Cents | null {
    if (value === undefined || value === null) return null
    const { value: amount, currency } = objectOf(value)
    if (typeof currency === 'string' && currency.trim().toUpperCase() !== 'USD') this.reject('fhir.currency', `${field} is not in US dollars`, field)
    if (isObject(value) && (amount === undefined || amount === null)) return null
    const cents = centsOfDecimal(amount)
    if (cents === null) this.reject('fhir.amount', `${field} is not an amount exact to the cent`, field)
    return cents
  }

  /** The calendar day of a date or moment as it is written there; a year or a month alone is no day. */
  date(value: unknown, field: string): IsoDate | null {
    const written = text(value)
    if (written === null) return null
    const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(written)?.[0]
    if (day && isIsoDate(day)) return day
    this.warn('fhir.bad-date', `${field} is not a day of the calendar`, field)
    return null
  }

  /** First and last day: of a period, or a day by itself. */
  days(value: unknown, field: string): { start: IsoDate | null; end: IsoDate | null } {
    if (!isObject(value)) {
      const day = this.date(value, field)
      return { start: day, end: day }
    }
    const start = this.date(value.start, `${field}.start`)
    return { start, end: this.date(value.end, `${field}.end`) ?? start }
  }

  /** The value of a Quantity. */
  quantity(value: unknown, field: string): number | null {
    if (!isObject(value) || value.value === undefined || value.value === null) return null
    const { value: quantity } = value
    if (typeof quantity === 'number' && Number.isFinite(quantity) && Math.abs(quantity) < 1e9) return quantity
    this.warn('fhir.field-not-read', `${field} is not a quantity`, field)
    return null
  }
}
