import type { ClaimRecord, DecisionRecord } from '../../records.ts'
import { controlNumberOf, type ClaimKey } from './claims.ts'
import type { SubmissionKey } from './submissions.ts'

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
})

export const keyOfDecision = (record: DecisionRecord): ClaimKey => ({
  patientControlNumber: controlNumberOf(record.patientControlNumber),
  payerControlNumber: record.payerControlNumber === '' ? null : record.payerControlNumber,
  payerId: record.payerId,
  memberId: record.patient.memberId,
  serviceDate: record.serviceDate,
  billed: Math.abs(record.charge),
})
