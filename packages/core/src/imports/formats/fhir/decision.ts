import { adjudicate, decideClaimLevel, NOT_DENIED } from '../../../adjudication/rules.ts'
import { decimalText, type Cents } from '../../../money.ts'
import type { DecisionRecord, PayerRank } from '../../records.ts'
import { paidByReasons, paidOf, patientShareOf, readAdjudication, settle, sumOf, type Adjudicated } from './adjudication.ts'
import { decideLines, type DecidedLines } from './decided-lines.ts'
import type { Item } from './items.ts'
import type { Scope } from './scope.ts'
import { chargeOfItems, claimTypeOf, payerControlNumberOf, useOf } from './submitted.ts'
import { isObject, objectOf, text } from './values.ts'

/** What the claim of a decision says for it. */
export type ClaimSide = Pick<
  DecisionRecord,
  | 'claimId'
  | 'patientControlNumber'
  | 'payerId'
  | 'providerId'
  | 'renderingProviderId'
  | 'facilityCode'
  | 'frequencyCode'
  | 'patient'
  | 'serviceDate'
  | 'serviceDateEnd'
> & { payerRank: PayerRank }

/** What the claim as a whole was adjudicated to: its totals, and where they are silent its own adjudications. */
export interface Totals extends Adjudicated {
  /** What was paid, as the resource states it of the whole claim. */
  stated: Cents | null
}

export function totalsOf({ raw, reading }: Scope): Totals {
  const total = readAdjudication(raw.total, reading, 'total')
  const own = readAdjudication(raw.adjudication, reading, 'adjudication')
  const both = sumOf([total, own])
  const totals = { ...both, amounts: { ...own.amounts, ...total.amounts } }
  return { ...totals, stated: paidOf(total) ?? paidOf(own) ?? paymentOf({ raw, reading }) }
}

/** The payment of this claim before what was set off against it (payment.adjustment), which belongs to other claims. */
function paymentOf({ raw, reading }: Pick<Scope, 'raw' | 'reading'>): Cents | null {
  if (!isObject(raw.payment)) return null
  const amount = reading.money(raw.payment.amount, 'payment.amount')
  return amount === null ? null : amount + (reading.money(raw.payment.adjustment, 'payment.adjustment') ?? 0)
}

/** Stated, else the lines' charges together, else payment and reasons where these are complete. */
export function chargeOf(totals: Totals, items: readonly Item[]): Cents | null {
  const taken = paidByReasons(0, totals)
  return totals.amounts.submitted ?? chargeOfItems(items) ?? (totals.stated === null || taken === null ? null : totals.stated - taken)
}

/** True when the resource says that it was decided; what is queued or failed was not. */
export function isDecided({ raw, reading }: Scope): boolean {
  if (raw.outcome !== 'queued' && raw.outcome !== 'error') return true
  if (raw.outcome === 'error' || raw.resourceType === 'ClaimResponse') reading.warn('fhir.not-decided', 'The resource says that nothing was decided', 'outcome')
  return false
}

/** The decision; null, and told, when nothing says what was paid. */
export function decide(scope: Scope, claim: ClaimSide, charge: Cents, totals: Totals, items: readonly Item[]): DecisionRecord | null {
  const { raw, reading } = scope
  const paid = totals.stated ?? paidOfItems(items) ?? paidByReasons(charge, totals)
  if (paid === null) {
    reading.warn('fhir.no-payment-stated', 'Nothing states what was paid', 'total')
    return null
  }
  const byLine = decideLines(items, paid, reading)
  const byLines = byLine.lines.flatMap(({ adjustments }) => adjustments)
  const own = sumOf([{ ...totals, amounts: {} }, byLine.whole])
  const explained = byLines.reduce((sum, { amount }) => sum + amount, 0)
  // The patient's share is left to explain only where no line has explained it.
  const whole = settle(charge - explained, paid, { ...own, amounts: byLines.some(({ group }) => group === 'PR') ? {} : totals.amounts })
  // What is said beside a payment explains no denial.
  const unpaid = items.filter(({ adjudicated }) => (paidOf(adjudicated) ?? 0) <= 0)
  const words = [...totals.words, ...unpaid.flatMap(({ adjudicated }) => adjudicated.words)]
  const remarks = own.remarks.map((code) => ({ source: claimTypeOf(scope) === 'institutional' ? ('MIA' as const) : ('MOA' as const), code }))
  const record: DecisionRecord = {
    kind: 'decision',
    remittance: null,
    ...claim,
    payerControlNumber: payerControlNumberOf(scope),
    decisionKind: useOf(scope) === 'claim' ? 'original' : 'predetermination',
    statusCode: null,
    decidedOn: reading.date(objectOf(raw.payment).date, 'payment.date') ?? reading.date(raw.created, 'created'),
    receivedOn: receivedOf(scope),
    charge,
    paid,
    patientResponsibility: patientShareOf(totals) ?? ofEveryLine(items, (item) => patientShareOf(item.adjudicated)),
    allowed: totals.amounts.eligible ?? ofEveryLine(items, ({ adjudicated }) => adjudicated.amounts.eligible ?? null),
    claimFilingCode: null,
    adjustments: whole.adjustments,
    remarks,
    lines: byLine.lines,
    verdict: NOT_DENIED,
    // Lines that balance make a claim that does; only its own adjustments can put it out of balance by itself.
    imbalance: byLine.guessed ? 0 : whole.imbalance + (whole.adjustments.length > 0 ? 0 : byLine.lines.reduce((sum, line) => sum + line.imbalance, 0)),
    reportedReason: words[0] ?? null,
  }
  judge(record, byLine)
  tellDoubts(scope, record, words, byLine.doubtful || whole.doubtful)
  return reading.rejected ? null : record
}

export const receivedOf = (scope: Scope) => scope.reading.date(scope.information('clmrecvddate')?.timingDate, 'supportingInfo.timingDate')

const paidOfItems = (items: readonly Item[]): Cents | null =>
  ofEveryLine(items, ({ line, adjudicated }) => paidOf(adjudicated) ?? paidByReasons(line.billed, adjudicated))

function ofEveryLine(items: readonly Item[], amountOf: (item: Item) => Cents | null): Cents | null {
  const amounts = items.map(amountOf)
  return amounts.length === 0 || amounts.includes(null) ? null : amounts.reduce<Cents>((sum, amount) => sum + (amount ?? 0), 0)
}

/**
 * Verdicts as for a remittance. A line that was paid in part is not denied, and with amounts on both sides nothing more is said. Where the
 * payer gives denying reasons alone, without amounts, they are a statement of the claim: a part of its charge was denied.
 */
function judge(record: DecisionRecord, { denyingRest }: DecidedLines): void {
  const remarks = record.remarks.map(({ code }) => code)
  const { verdict, lineVerdicts } = adjudicate({ ...record, remarks })
  record.lines.forEach((line, index) => (line.verdict = lineVerdicts[index] ?? NOT_DENIED))
  const inPart = record.decisionKind === 'original' && record.paid > 0 && denyingRest.length > 0
  record.verdict = inPart ? decideClaimLevel({ ...record, remarks, adjustments: [...record.adjustments, ...denyingRest] }) : verdict
}

function tellDoubts({ raw, reading }: Scope, record: DecisionRecord, words: string[], doubtful: boolean): void {
  const { lines, charge, paid, imbalance } = record
  if (record.decidedOn === null) reading.warn('fhir.bad-date', 'Neither payment nor creation has a day; the decision has none', 'created')
  if (doubtful) reading.warn('fhir.adjustment-without-amount', 'A reason states no amount', 'adjudication.reason')
  if (words.length > 0) reading.warn('fhir.reason-not-read', 'A reason is no claim adjustment reason code', 'adjudication.reason')
  const together = lines.reduce((sum, line) => sum + line.paid, 0)
  if (lines.length > 0 && together !== paid) reading.warn('fhir.lines-out-of-balance', 'The lines do not add up to the payment', 'item')
  for (const line of lines.filter((one) => one.imbalance !== 0)) tell(`Line ${line.lineNumber}`, line)
  if (imbalance !== 0) tell(`The ${text(raw.resourceType)}`, { charge, paid, imbalance })

  function tell(what: string, one: { charge: Cents; paid: Cents; imbalance: Cents }): void {
    const amounts = `charge ${decimalText(one.charge)}, paid ${decimalText(one.paid)}, unexplained ${decimalText(one.imbalance)}`
    reading.warn('fhir.out-of-balance', `${what} does not balance: ${amounts}.`, 'adjudication')
  }
}
