import { z } from 'zod'
import type { Cents } from '../../../money.ts'
import type { ClaimLineRecord } from '../../records.ts'
import type { Place, Report } from './issues.ts'
import { charge, date, isObject, key, maybeAmount, number, readObject, text, texts, wholeNumber } from './values.ts'

const schema = z.object({
  lineNumber: wholeNumber,
  controlNumber: key,
  dateOfService: date,
  dateOfServiceEnd: date,
  procedureCode: key,
  revenueCode: key,
  ndcCode: key,
  modifiers: texts,
  diagnosisCodes: texts,
  placeOfService: text,
  units: number,
  unitsType: text,
  billedAmount: charge,
  paidAmount: maybeAmount,
  allowedAmount: maybeAmount,
  renderingProviderId: key,
  status: text,
  denialReason: key,
  editsFired: texts,
  policiesTriggered: texts,
})
const refusals = { billedAmount: 'portal.claim.lines', paidAmount: 'portal.claim.lines' } as const

/** A line as submitted, and what it says of its own decision. */
export interface PortalLine {
  record: ClaimLineRecord
  paid: Cents | null
  allowed: Cents | null
  status: string | null
  reason: string | null
  editsFired: string[]
}

/** The line items of a claim; null, and the claim refused, when one of them has no readable amount: a claim is not taken in by half. */
export function readLines(items: unknown[], place: Place, report: Report): PortalLine[] | null {
  const lines: PortalLine[] = []
  for (const [index, item] of items.entries()) {
    const path = `lineItems[${index}].`
    const read = isObject(item) ? readObject(schema, refusals, item, place, report, path) : null
    if (!isObject(item)) report.reject('portal.claim.lines', `lineItems[${index}] is no object`, place, `lineItems[${index}]`)
    if (!read) return null
    const { status, denialReason, paidAmount, allowedAmount, dateOfService, dateOfServiceEnd, billedAmount, lineNumber, ...same } = read.fields
    lines.push({
      record: {
        ...same,
        lineNumber: lineNumber ?? 0,
        serviceDate: dateOfService,
        serviceDateEnd: dateOfServiceEnd,
        billed: billedAmount,
        extra: { ...read.rest, ...(status !== null && { status }), ...(denialReason !== null && { denialReason }) },
      },
      paid: paidAmount,
      allowed: allowedAmount,
      status,
      reason: denialReason,
      editsFired: same.editsFired,
    })
  }
  return numbered(lines, place, report)
}

/** Line numbers are a key: where they are missing or stand twice, the order of the lines counts. */
function numbered(lines: PortalLine[], place: Place, report: Report): PortalLine[] {
  const numbers = new Set(lines.map(({ record }) => record.lineNumber))
  if (numbers.size === lines.length && [...numbers].every((number) => number > 0)) return lines
  report.warn('portal.claim.line-numbers', 'Line numbers are missing or stand twice', place, 'lineItems')
  return lines.map((line, index) => ({ ...line, record: { ...line.record, lineNumber: index + 1 } }))
}
