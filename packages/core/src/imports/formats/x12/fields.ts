import { fromCompactDate, type IsoDate } from '../../../dates.ts'
import { parseCents, type Cents } from '../../../money.ts'
import type { Outbox, Position, X12IssueCode } from './issues.ts'

/** A segment split at its element separators: `elements[0]` is its id, `elements[4]` is what X12 calls 04. */
export type Elements = readonly string[]

/** An element as text, null when it is absent or blank. */
export function textAt(elements: Elements, index: number): string | null {
  return elements[index]?.trim() || null
}

/** The name of an element as X12 writes it, such as `SVC03`. */
export const fieldName = (elements: Elements, index: number) => `${elements[0]}${String(index).padStart(2, '0')}`

/** Collects what is wrong with one thing read (a claim payment, a payment header); one rejection is enough to lose it. */
export class Faults {
  rejected = false
  readonly #out: Outbox
  readonly #record: string

  constructor(out: Outbox, record: string) {
    this.#out = out
    this.#record = record
  }

  warn(code: X12IssueCode, message: string, at: Position, field?: string): void {
    this.#out.warn({ code, message, at, field, record: this.#record })
  }

  reject(code: X12IssueCode, message: string, at: Position, field?: string): void {
    if (this.rejected) return
    this.rejected = true
    this.#out.reject({ code, message: `${message} The ${this.#record} was not taken in.`, at, field, record: this.#record })
  }
}

/** An amount that must be there. A bad one rejects the record it belongs to; the 0 returned is then never used. */
export function amountAt(elements: Elements, index: number, faults: Faults, at: Position): Cents {
  const cents = parseCents(elements[index] ?? '')
  if (cents !== null) return cents
  const field = fieldName(elements, index)
  faults.reject('x12.bad-amount', `${field} is ${textAt(elements, index) ? 'not an amount exact to the cent' : 'empty; an amount is required'}.`, at, field)
  return 0
}

export function optionalAmountAt(elements: Elements, index: number, faults: Faults, at: Position): Cents | null {
  const text = textAt(elements, index)
  const cents = text === null ? null : parseCents(text)
  if (text !== null && cents === null) {
    const field = fieldName(elements, index)
    faults.warn('x12.bad-optional-amount', `${field} is not an amount exact to the cent.`, at, field)
  }
  return cents
}

export function quantityAt(elements: Elements, index: number, faults: Faults, at: Position): number | null {
  const text = textAt(elements, index)
  if (text === null) return null
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) && text.length <= 15) return Number(text)
  const field = fieldName(elements, index)
  faults.warn('x12.bad-quantity', `${field} is not a quantity.`, at, field)
  return null
}

/** Remittances repeat few dates many times; checking one against the calendar is the slowest thing a reader does. */
const dates = new Map<string, IsoDate | null>()
function cachedDate(text: string): IsoDate | null {
  let date = dates.get(text)
  if (date === undefined) {
    if (dates.size >= 10_000) dates.clear()
    dates.set(text, (date = text.length === 8 ? fromCompactDate(text) : null))
  }
  return date
}

export function dateAt(elements: Elements, index: number, faults: Faults, at: Position): IsoDate | null {
  const text = textAt(elements, index)
  if (text === null) return null
  const date = cachedDate(text)
  if (date === null) {
    const field = fieldName(elements, index)
    faults.warn('x12.bad-date', `${field} is not a date of the calendar (CCYYMMDD).`, at, field)
  }
  return date
}

/** An id made of a name, for parties that come without one. */
export function slugOf(name: string): string | null {
  return (
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || null
  )
}
