import type { ClaimRecord, DecisionRecord } from '../../records.ts'
import { controlNumberOf, type ClaimKey } from './claims.ts'
import type { SubmissionKey } from './submissions.ts'

/**
 * The id of a claim that its source names. A source may name a claim as we name those that no source names (an import and a position, such as
 * C12-7): it gets another name, so that the two never meet.
 */
export const sourceId = (id: string | null): string | null => (id !== null && /^C\d+-\d+$/.test(id) ? `src:${id}` : id)

/** `record` as that of the payer who pays first. */
export const keyOfSubmission = (record: ClaimRecord, payerRank: SubmissionKey['payerRank']): SubmissionKey => ({
  patientControlNumber: controlNumberOf(record.patientControlNumber),
  payerControlNumber: record.payerControlNumber ?? null,
  payerId: record.payerId,
  memberId: record.patient.memberId,
  serviceDate: record.serviceDate,
  billed: record.billed,
  frequencyCode: record.frequencyCode,
  submissionDate: record.submissionDate,
  payerRank,
  procedureCodes: record.procedureCodes,
  renderingProviderId: record.renderingProviderId,
})

export const keyOfDecision = (record: DecisionRecord): ClaimKey => ({
  patientControlNumber: controlNumberOf(record.patientControlNumber),
  payerControlNumber: record.payerControlNumber === '' ? null : record.payerControlNumber,
  payerId: record.payerId,
  memberId: record.patient.memberId,
  serviceDate: record.serviceDate,
  billed: Math.abs(record.charge),
})
