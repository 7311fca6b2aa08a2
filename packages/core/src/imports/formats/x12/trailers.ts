import { fieldName, textAt, type Elements } from './fields.ts'
import type { Outbox, Position } from './issues.ts'
import type { OpenTransaction } from './transaction.ts'

/** SE01, GE01, IEA01: how many there should be inside. */
export function checkCount(out: Outbox, elements: Elements, at: Position, found: number, what: string): void {
  const field = fieldName(elements, 1)
  if (Number(textAt(elements, 1) ?? Number.NaN) === found) return
  out.warn({ code: 'x12.wrong-count', message: `${field} does not say how many ${what} there are; counted ${found}.`, at, field })
}

/** SE02, GE02, IEA02: the number the header gave. */
export function checkControl(out: Outbox, elements: Elements, at: Position, control: string, header: string): void {
  const field = fieldName(elements, 2)
  if ((textAt(elements, 2) ?? '') === control) return
  out.warn({ code: 'x12.wrong-control-number', message: `${field} is not the control number of ${header}.`, at, field })
}

/** Whether an unterminated last segment lost its end. Inside a transaction only an SE that repeats ST02 is surely whole. */
export function isCutOff(elements: Elements, transaction: OpenTransaction | null): boolean {
  if (!transaction?.reader) return false
  return elements[0] !== 'SE' || (textAt(elements, 2) ?? '') !== transaction.control
}
