import { adjudicate, imbalanceOf, NOT_DENIED } from '../adjudication/rules.ts'
import type { ClaimRecord, DecisionLineRecord, DecisionRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'
import { payerIndex, type Payer } from './payers.ts'
import type { LineOutcome } from './pricing.ts'

export interface DecisionFacts {
  payer: Payer
  day: number
  kind: DecisionRecord['decisionKind']
  rank: DecisionRecord['payerRank']
  /** CLP02. */
  status: string
  /** 7 when it answers a corrected claim. */
  frequency: '1' | '7'
  outcomes: readonly LineOutcome[]
  receivedDay: number
}

const DAYS_PER_PAYER = 10_000

/** Payers pay everything decided on a day at once: the remittance follows from payer and day, and nothing need be remembered to name it. */
export function remittanceRef(payer: Payer, day: number, calendar: Calendar): number {
  return payerIndex(payer.id) * DAYS_PER_PAYER + (day - calendar.firstDay) + 1
}

export function payerAndDayOf(ref: number, calendar: Calendar): { payer: number; day: number } {
  return { payer: Math.floor((ref - 1) / DAYS_PER_PAYER), day: ((ref - 1) % DAYS_PER_PAYER) + calendar.firstDay }
}

/** Assembles the decision of a payer on a claim from what it made of the lines. */
export function decide(claim: ClaimRecord, facts: DecisionFacts, calendar: Calendar): DecisionRecord {
  const { payer, day, kind, rank, status, frequency, outcomes, receivedDay } = facts
  let paid = 0
  let patientResponsibility = 0
  let allowed: number | null = null
  const lines = claim.lines.map((line, index): DecisionLineRecord => {
    const outcome = outcomes[index] as LineOutcome
    paid += outcome.paid
    for (const { group, amount } of outcome.adjustments) if (group === 'PR') patientResponsibility += amount
    if (outcome.allowed !== null) allowed = (allowed ?? 0) + outcome.allowed
    return {
      lineNumber: line.lineNumber,
      controlNumber: line.controlNumber,
      qualifier: 'HC',
      procedureCode: line.procedureCode,
      revenueCode: null,
      modifiers: line.modifiers,
      charge: line.billed,
      paid: outcome.paid,
      allowed: outcome.allowed,
      units: line.units,
      serviceDate: line.serviceDate,
      serviceDateEnd: line.serviceDateEnd,
      adjustments: outcome.adjustments,
      remarks: outcome.remarks,
      verdict: NOT_DENIED,
      imbalance: imbalanceOf(line.billed, outcome.paid, outcome.adjustments),
    }
  })
  const decision: DecisionRecord = {
    kind: 'decision',
    remittance: remittanceRef(payer, day, calendar),
    claimId: claim.id,
    patientControlNumber: claim.patientControlNumber,
    payerControlNumber: `${payer.filingCode}${payerIndex(payer.id) + 1}${claim.id?.slice(5) ?? ''}`,
    payerId: payer.id,
    providerId: claim.providerId,
    renderingProviderId: claim.renderingProviderId,
    decisionKind: kind,
    payerRank: rank,
    statusCode: status,
    decidedOn: calendar.text(day),
    receivedOn: calendar.text(receivedDay),
    charge: claim.billed,
    paid,
    patientResponsibility,
    allowed,
    claimFilingCode: payer.filingCode,
    facilityCode: claim.placeOfService,
    frequencyCode: frequency,
    patient: claim.patient,
    serviceDate: claim.serviceDate,
    serviceDateEnd: claim.serviceDateEnd,
    adjustments: [],
    remarks: [],
    lines,
    verdict: NOT_DENIED,
    imbalance: lines.reduce((sum, { imbalance }) => sum + imbalance, 0),
    reportedReason: null,
  }
  const { verdict, lineVerdicts } = adjudicate({ decisionKind: kind, charge: claim.billed, paid, adjustments: [], remarks: [], lines })
  decision.verdict = verdict
  for (let index = 0; index < lines.length; index += 1) (lines[index] as DecisionLineRecord).verdict = lineVerdicts[index] ?? NOT_DENIED
  return decision
}

const negated = (amount: number) => (amount === 0 ? 0 : -amount)

/** Takes a decision back: CLP02 22 with every amount turned round, on the day of the decision that replaces it. */
export function reverse(first: DecisionRecord, payer: Payer, day: number, calendar: Calendar): DecisionRecord {
  return {
    ...first,
    remittance: remittanceRef(payer, day, calendar),
    decisionKind: 'reversal',
    statusCode: '22',
    decidedOn: calendar.text(day),
    charge: negated(first.charge),
    paid: negated(first.paid),
    allowed: first.allowed === null ? null : negated(first.allowed),
    patientResponsibility: first.patientResponsibility === null ? null : negated(first.patientResponsibility),
    verdict: NOT_DENIED,
    lines: first.lines.map((line) => ({
      ...line,
      charge: negated(line.charge),
      paid: negated(line.paid),
      allowed: line.allowed === null ? null : negated(line.allowed),
      adjustments: line.adjustments.map((adjustment) => ({ ...adjustment, amount: negated(adjustment.amount) })),
      verdict: NOT_DENIED,
    })),
  }
}
