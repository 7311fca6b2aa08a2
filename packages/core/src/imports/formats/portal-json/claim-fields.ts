import { z } from 'zod'
import { charge, date, id, key, list, maybeAmount, text, texts } from './values.ts'
import type { claimStatusWords } from './vocabulary.ts'

/** The fields of a claim in the export that have a place of their own; all others are kept in `extra`. */
export const claimSchema = z.object({
  id,
  patientControlNumber: key,
  providerId: key,
  renderingProviderId: key,
  payerId: key,
  claimType: text,
  patientName: text,
  patientDOB: date,
  patientSex: text,
  memberId: key,
  memberGroupId: key,
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
  denialReason: key,
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
