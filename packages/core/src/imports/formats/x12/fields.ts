import { fromCompactDate, type IsoDate } from '../../../dates.ts'
import { AMOUNT, parseStated, type Cents } from '../../../money.ts'
import type { Excerpt } from './excerpt.ts'
import type { Finding, Outbox, Position, X12IssueCode } from './issues.ts'

/** A segment split at its element separators: `elements[0]` is its id, `elements[4]` is what X12 calls 04. */
export type Elements = readonly string[]

/** A segment into its elements, or an element into its components; twice as fast as `split`, which is most of the work of a reader. */
export function partsOf(text: string, separator: string): Elements {
  const parts: string[] = []
  let start = 0
  for (let end = text.indexOf(separator); end !== -1; end = text.indexOf(separator, start)) {
    parts.push(text.slice(start, end))
    start = end + 1
  }
  parts.push(text.slice(start))
  return parts
}

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
    this.handOut({ code, message: `${message} The ${this.#record} was not taken in.`, at, field, record: this.#record })
  }

  protected handOut(finding: Finding): void {
    this.#out.reject(finding)
  }
}

/** Of a claim or a claim payment: its rejection waits for the end, when all its segments are known and can be handed out for mending. */
export class ClaimFaults extends Faults {
  #rejection: Finding | null = null

  protected override handOut(finding: Finding): void {
    this.#rejection = finding
  }

  /** At the end of the claim; without its segments where another issue has them. */
  settle(excerpt: Excerpt | null): void {
    if (this.#rejection) super.handOut({ ...this.#rejection, content: excerpt?.text() })
    this.#rejection = null
  }
}

/** An amount that must be there. A bad one rejects the record it belongs to; the 0 returned is then never used. */
export function amountAt(elements: Elements, index: number, faults: Faults, at: Position): Cents {
  const amount = cents(elements[index] ?? '')
  if (amount !== null) return amount
  const field = fieldName(elements, index)
  faults.reject('x12.bad-amount', `${field} is ${textAt(elements, index) ? `not ${AMOUNT}` : 'empty; an amount is required'}.`, at, field)
  return 0
}

export function optionalAmountAt(elements: Elements, index: number, faults: Faults, at: Position): Cents | null {
  const text = textAt(elements, index)
  const amount = text === null ? null : cents(text)
  if (text !== null && amount === null) {
    const field = fieldName(elements, index)
    faults.warn('x12.bad-optional-amount', `${field} is not ${AMOUNT}.`, at, field)
  }
  return amount
}

export function quantityAt(elements: Elements, index: number, faults: Faults, at: Position): number | null {
  const text = textAt(elements, index)
  if (text === null) return null
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) && text.length <= 15) return Number(text)
  const field = fieldName(elements, index)
  faults.warn('x12.bad-quantity', `${field} is not a quantity.`, at, field)
  return null
}

/** `CCYYMMDD` as a date; null when it is not in the calendar. */
export const calendarDate = remembered((text) => (text.length === 8 ? fromCompactDate(text) : null))
const cents = remembered(parseStated)

/** Claims and remittances repeat few dates and amounts many times; to look one up is faster than to check it. The memory is bounded. */
function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    if (text.length > 12) return read(text)
    let value = known.get(text)
    if (value === undefined) {
      if (known.size >= 10_000) known.clear()
      known.set(text, (value = read(text)))
    }
    return value
  }
}

export function dateAt(elements: Elements, index: number, faults: Faults, at: Position): IsoDate | null {
  const text = textAt(elements, index)
  if (text === null) return null
  const date = calendarDate(text)
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
