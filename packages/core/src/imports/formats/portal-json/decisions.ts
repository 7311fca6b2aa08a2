import { reasonOfText } from '../../../adjudication/reasons.ts'
import { decideReported } from '../../../adjudication/rules.ts'
import type { Cents } from '../../../money.ts'
import type { DecisionLineRecord, DecisionRecord } from '../../records.ts'
import { patientOf, type ClaimFields, type ClaimStatus } from './claim-fields.ts'
import type { Place, Report } from './issues.ts'
import type { PortalLine } from './lines.ts'
import { readReason } from './reasons.ts'
import { claimStatusWords } from './vocabulary.ts'

/**
 * The decision that the status of a portal claim tells of: null while it is pending, `refused` when it pays an amount that nobody states.
 * The portal knows one payer and one decision per claim, so it is taken as the primary payer's original one.
 */
export function readDecision(
  claim: ClaimFields,
  status: ClaimStatus | null,
  lines: PortalLine[],
  place: Place,
  report: Report,
): DecisionRecord | null | 'refused' {
  const reason = readReason(claim.denialReason, place, report)
  const decided = decidedAs(claim, status)
  if (decided === null) {
    if (claim.paidAmount) report.warn('portal.claim.pending-but-paid', 'The claim is pending and names a payment', place, 'paidAmount')
    return null
  }
  const paid = paidOf(claim, decided, place, report)
  if (paid === null) return 'refused'
  tellDoubts(claim, status, decided, paid, lines, place, report)
  return {
    kind: 'decision',
    remittance: null,
    claimId: claim.id,
    patientControlNumber: claim.patientControlNumber,
    payerControlNumber: null,
    payerId: claim.payerId,
    providerId: claim.providerId,
    renderingProviderId: claim.renderingProviderId,
    decisionKind: 'original',
    payerRank: 'primary',
    statusCode: null,
    decidedOn: claim.processingDate,
    receivedOn: null,
    charge: claim.billedAmount,
    paid,
    patientResponsibility: null,
    allowed: null,
    claimFilingCode: null,
    facilityCode: null,
    frequencyCode: null,
    patient: patientOf(claim),
    serviceDate: claim.dateOfService,
    serviceDateEnd: claim.dateOfServiceEnd,
    adjustments: [],
    remarks: [],
    lines: decidedLines(lines, decided, paid, claim.denialReason, place, report),
    verdict: decideReported({ status: decided, charge: claim.billedAmount, paid, reason }),
    imbalance: 0,
    reportedReason: claim.denialReason,
  }
}

/** What was decided; a status that means nothing to us is judged by the money and the reason beside it. */
function decidedAs({ paidAmount, denialReason }: ClaimFields, status: ClaimStatus | null): 'paid' | 'denied' | null {
  if (status === 'denied' || status === 'appealed') return 'denied'
  if (status === 'paid' || status === 'overturned' || status === 'partially_denied') return 'paid'
  if (status === 'pending') return null
  return (paidAmount ?? 0) > 0 ? 'paid' : denialReason !== null ? 'denied' : null
}

function paidOf({ paidAmount }: ClaimFields, decided: 'paid' | 'denied', place: Place, report: Report): Cents | null {
  if (paidAmount !== null) return paidAmount
  if (decided === 'paid') report.reject('portal.claim.amount', 'paidAmount is missing on a claim that was paid', place, 'paidAmount')
  else report.warn('portal.claim.no-payment-stated', 'paidAmount is missing on a denied claim', place, 'paidAmount')
  return decided === 'paid' ? null : 0
}

function tellDoubts(
  claim: ClaimFields,
  status: ClaimStatus | null,
  decided: 'paid' | 'denied',
  paid: Cents,
  lines: PortalLine[],
  place: Place,
  report: Report,
): void {
  if (claim.processingDate === null) report.warn('portal.claim.no-decision-date', 'The claim is decided and has no processing date', place, 'processingDate')
  if (decided === 'denied' && paid !== 0) report.warn('portal.claim.denied-but-paid', 'The claim is denied and names a payment', place, 'paidAmount')
  if (status === 'partially_denied' && lines.length === 0)
    report.warn('portal.claim.partial-without-lines', 'The claim is partially denied and has no lines', place, 'status')
  const sum = (amountOf: (line: PortalLine) => Cents) => lines.reduce((total, line) => total + amountOf(line), 0)
  const charged = lines.length === 0 || sum(({ record }) => record.billed) === claim.billedAmount
  const settled = lines.length === 0 || lines.some((line) => line.paid === null) || sum((line) => line.paid ?? 0) === paid
  if (!charged || !settled)
    report.warn('portal.claim.lines-out-of-balance', `The lines do not add up to the ${charged ? 'payment' : 'charge'} of the claim`, place, 'lineItems')
}

/** Lines are decided one by one when each says what it was paid; where the whole claim was paid nothing, so was each line. */
function decidedLines(
  lines: PortalLine[],
  decided: 'paid' | 'denied',
  claimPaid: Cents,
  claimReason: string | null,
  place: Place,
  report: Report,
): DecisionLineRecord[] {
  if (claimPaid !== 0 && lines.some(({ paid }) => paid === null)) return []
  return lines.map((line) => {
    const { record } = line
    const paid = line.paid ?? 0
    const status = report.word(claimStatusWords, line.status, place) ?? decided
    readReason(line.reason, place, report)
    const reason = lineReason(line, claimReason)
    return {
      lineNumber: record.lineNumber,
      controlNumber: record.controlNumber,
      qualifier: null,
      procedureCode: record.procedureCode,
      revenueCode: record.revenueCode,
      modifiers: record.modifiers,
      charge: record.billed,
      paid,
      allowed: line.allowed,
      units: record.units,
      serviceDate: record.serviceDate,
      serviceDateEnd: record.serviceDateEnd,
      adjustments: [],
      remarks: [],
      imbalance: 0,
      verdict: decideReported({ status: status === 'appealed' ? 'denied' : status, charge: record.billed, paid, reason }),
    }
  })
}

/** Its own reason, else the first edit that names a reason we know, else the claim's. */
function lineReason({ reason, editsFired }: PortalLine, claimReason: string | null): string | null {
  return reason ?? editsFired.find((edit) => reasonOfText(edit)?.recognized) ?? claimReason ?? editsFired[0] ?? null
}
