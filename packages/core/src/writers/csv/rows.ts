import type { DecisionLineRecord } from '../../imports/records.ts'
import { decimalText, type Cents } from '../../money.ts'
import type { ClaimHistory, Directory } from '../records.ts'

/** The columns of the table, as billing systems name them. */
export const header = [
  'claim_id',
  'patient_control_number',
  'payer_claim_number',
  'line_number',
  'payer_id',
  'payer_name',
  'billing_provider_npi',
  'billing_provider_name',
  'rendering_npi',
  'patient_name',
  'date_of_birth',
  'member_id',
  'date_of_service',
  'submission_date',
  'decision_date',
  'procedure_code',
  'modifiers',
  'diagnosis_codes',
  'place_of_service',
  'units',
  'billed_amount',
  'allowed_amount',
  'paid_amount',
  'patient_responsibility',
  'status',
  'group_code',
  'carc',
  'denied_amount',
  'rarc',
] as const

/** One row for each line of a statement (`asStatement`); group, CARC and RARC of lines that were denied. Amounts are dollars, two decimals. */
export function claimRows({ claim, decisions: [decision] }: ClaimHistory, { payers, providers }: Directory): (string | number | null)[][] {
  const { patient } = claim
  return claim.lines.map((line, index) => {
    const decided = decision?.lines[index]
    return [
      claim.id,
      claim.patientControlNumber,
      decision?.payerControlNumber ?? null,
      line.lineNumber,
      claim.payerId,
      payers.get(claim.payerId)?.name ?? null,
      providers.get(claim.providerId)?.npi ?? null,
      providers.get(claim.providerId)?.name ?? null,
      providers.get(line.renderingProviderId ?? claim.renderingProviderId)?.npi ?? null,
      patient.name,
      patient.dateOfBirth,
      patient.memberId,
      line.serviceDate,
      claim.submissionDate,
      decision?.decidedOn ?? null,
      line.procedureCode,
      line.modifiers.join(' '),
      line.diagnosisCodes.join(' '),
      line.placeOfService,
      line.units,
      decimalText(line.billed),
      amount(decided?.allowed),
      amount(decided?.paid),
      amount(decided && patientShareOf(decided)),
      decided ? (decided.verdict.denied ? 'denied' : 'paid') : 'pending',
      ...denialOf(decided),
    ]
  })
}

const amount = (cents: Cents | null | undefined) => (cents === null || cents === undefined ? null : decimalText(cents))

const patientShareOf = ({ adjustments }: DecisionLineRecord): Cents =>
  adjustments.reduce((sum, { group, amount: own }) => (group === 'PR' ? sum + own : sum), 0)

function denialOf(line: DecisionLineRecord | undefined): (string | null)[] {
  if (!line?.verdict.denied) return [null, null, null, null]
  const { group, carc, deniedAmount } = line.verdict
  return [group, carc, decimalText(deniedAmount), line.remarks.join(' ')]
}
