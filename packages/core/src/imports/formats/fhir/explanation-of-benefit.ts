import type { ImportRecord } from '../../records.ts'
import { readSubmission } from './claim.ts'
import { chargeOf, decide, isDecided, receivedOf, totalsOf } from './decision.ts'
import type { Scope } from './scope.ts'
import { claimIdOf, idOf } from './submitted.ts'
import { text } from './values.ts'

/** An ExplanationOfBenefit as the claim that was submitted and, once it is decided, the payer's decision of it. */
export function readExplanationOfBenefit(scope: Scope): ImportRecord[] {
  const { raw } = scope
  const asked = claimIdOf(scope.target(raw.claim))
  const totals = totalsOf(scope)
  const submission = readSubmission(scope, asked ?? idOf(scope, 'eob'), (items) => chargeOf(totals, items))
  if (submission === null) return []
  const { record, items, facility, rank } = submission
  record.submissionDate = receivedOf(scope)
  // The Claim itself says more of what was submitted than the payer repeats.
  if (asked !== null) record.isPart = true
  const disposition = text(raw.disposition)
  if (disposition !== null) record.extra = { disposition }
  if (!isDecided(scope)) return [record]
  const { id, patientControlNumber, payerId, providerId, renderingProviderId, frequencyCode, patient, serviceDate, serviceDateEnd } = record
  const side = { patientControlNumber, payerId, providerId, renderingProviderId, frequencyCode, patient, serviceDate, serviceDateEnd }
  // What a later payer says of the claim does not make it that payer's.
  if (rank !== null && rank !== 'primary') record.payerId = null
  const decision = decide(scope, { ...side, claimId: id, facilityCode: facility, payerRank: rank }, record.billed, totals, items)
  if (scope.reading.rejected) return []
  return decision ? [record, decision] : [record]
}
