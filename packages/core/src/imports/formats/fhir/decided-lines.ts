import type { Cents } from '../../../money.ts'
import { NOT_DENIED } from '../../../adjudication/rules.ts'
import type { AdjustmentRecord, DecisionLineRecord } from '../../records.ts'
import { paidByReasons, paidOf, settle, sumOf, type Adjudicated, type Settled } from './adjudication.ts'
import type { Item } from './items.ts'
import type { Reading } from './values.ts'

export interface DecidedLines {
  /** Empty where the claim is decided as a whole. */
  lines: DecisionLineRecord[]
  /** What the lines say of their adjudication, where they are not decided one by one: the claim's then. */
  whole: Adjudicated
  /** What denying reasons without an amount take of lines that were paid in part. */
  denyingRest: AdjustmentRecord[]
  guessed: boolean
  doubtful: boolean
}

const NONE = sumOf([])
const says = ({ amounts, reasons }: Adjudicated) => reasons.length > 0 || Object.keys(amounts).some((kind) => kind !== 'submitted')

/** Lines are decided one by one when each says what it was paid, or what was taken away; where the whole claim was paid nothing, so was each. */
export function decideLines(items: readonly Item[], claimPaid: Cents, reading: Reading): DecidedLines {
  const payments = items.map(
    ({ line, charge, adjudicated }) => paidOf(adjudicated) ?? paidByReasons(line.billed, adjudicated) ?? (claimPaid === 0 || charge === 0 ? 0 : null),
  )
  if (items.length === 0 || payments.includes(null)) {
    const silent = payments.filter((paid) => paid === null).length
    if (items.some(({ adjudicated }) => says(adjudicated)))
      reading.warn('fhir.lines-without-payment', `${silent} of ${items.length} lines do not say what they were paid`, 'item')
    const whole = sumOf(items.map(({ adjudicated }) => adjudicated))
    return { lines: [], whole: { ...whole, amounts: {} }, denyingRest: [], guessed: false, doubtful: false }
  }
  const settled = items.map(({ line, adjudicated }, index) => settle(line.billed, payments[index] ?? 0, adjudicated))
  const lines = items.map((item, index) => lineOf(item, payments[index] ?? 0, settled[index] as Settled))
  return {
    lines,
    whole: NONE,
    denyingRest: lines.flatMap(({ paid }, index) => (paid > 0 ? (settled[index]?.denyingRest ?? []) : [])),
    guessed: settled.some(({ guessed }) => guessed),
    doubtful: settled.some(({ doubtful }) => doubtful),
  }
}

function lineOf({ line, qualifier, adjudicated }: Item, paid: Cents, { adjustments, imbalance }: Settled): DecisionLineRecord {
  return {
    lineNumber: line.lineNumber,
    controlNumber: null,
    qualifier,
    procedureCode: line.procedureCode,
    revenueCode: line.revenueCode,
    modifiers: line.modifiers,
    charge: line.billed,
    paid,
    allowed: adjudicated.amounts.eligible ?? null,
    units: line.units,
    serviceDate: line.serviceDate,
    serviceDateEnd: line.serviceDateEnd,
    adjustments,
    remarks: adjudicated.remarks,
    verdict: NOT_DENIED,
    imbalance,
  }
}
