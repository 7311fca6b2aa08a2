import { z } from 'zod'
import { charge, date, id, list, maybeAmount, text, texts } from './values.ts'
import type { claimStatusWords } from './vocabulary.ts'

/** The fields of a claim in the export that have a place of their own; all others are kept in `extra`. */
export const claimSchema = z.object({
  id,
  patientControlNumber: text,
  providerId: text,
  renderingProviderId: text,
  payerId: text,
  claimType: text,
  patientName: text,
  patientDOB: date,
  patientSex: text,
  memberId: text,
  memberGroupId: text,
  dateOfService: date,
  dateOfServiceEnd: date,
  submissionDate: date,
  processingDate: date,
  placeOfService: text,
  procedureCodes: texts,
  diagnosisCodes: texts,
  modifiers: texts,
  billedAmount: charge,
  paidAmount: maybeAmount,
  priorAuthNumber: text,
  status: text,
  denialReason: text,
  policyIds: texts,
  appealStatus: text,
  appealDate: date,
  lineItems: list,
})
export type ClaimFields = z.output<typeof claimSchema>
export type ClaimStatus = (typeof claimStatusWords.own)[number]

export const patientOf = ({ patientName, patientDOB, patientSex, memberId, memberGroupId }: ClaimFields) => ({
  name: patientName,
  dateOfBirth: patientDOB,
  sex: patientSex,
  memberId,
  groupId: memberGroupId,
})
