import { createHmac } from 'node:crypto'
import { daysBetween, type IsoDate } from '../../dates.ts'
import type { ClaimRow } from '../schemas.ts'

/** A claim as it is read for an export. The birth date is no part of it: the age is computed where that date is kept. */
export interface ExportedClaim extends ClaimRow {
  /** Whole years at the day of service, 90 for everybody above; null where a date is missing. */
  patientAge: number | null
}

/** What an identified export has beside: who the patient is. */
export interface Identity {
  patientName: string | null
  patientBirthDate: IsoDate | null
  memberId: string | null
}

/** Dates, ids and words of a claim by which somebody could find out whose it is. */
type Telling = 'id' | 'patientControlNumber' | 'reportedReason' | 'dateOfService' | 'submissionDate' | 'submissionBasis' | 'processingDate'

export interface DeidentifiedClaim extends Omit<ExportedClaim, Telling> {
  /** The same for the same claim within one export, and another one in every other export. */
  claim: string
  /** Of the first day that is known of the claim. */
  year: number | null
  /** Which day that is: the days below are counted from it. */
  countedFrom: 'service' | 'submission' | 'decision' | null
  daysToSubmission: number | null
  daysToDecision: number | null
}

/**
 * A claim as it may leave by the Safe Harbor method (45 CFR 164.514(b)(2)): without names, numbers of the patient and free words; of dates the year, and
 * how many days lie between them; ages from 90 on as one. There is one year only: the years of two days, and the days between them, could together say
 * which days they are.
 */
export function deidentified(claim: ExportedClaim, key: string): DeidentifiedClaim {
  const { id, patientControlNumber: _number, reportedReason: _words, dateOfService, submissionDate, submissionBasis: _basis, processingDate, ...rest } = claim
  const [countedFrom, first] = firstOf(claim)
  const daysTo = (day: IsoDate | null) => (first === null || day === null ? null : daysBetween(first, day))
  return {
    claim: nameOf(id, key),
    year: first === null ? null : Number(first.slice(0, 4)),
    countedFrom,
    daysToSubmission: countedFrom === 'service' ? daysTo(submissionDate) : null,
    daysToDecision: countedFrom === 'decision' ? null : daysTo(processingDate),
    ...rest,
  }
}

function firstOf({ dateOfService, submissionDate, processingDate }: ExportedClaim): [DeidentifiedClaim['countedFrom'], IsoDate | null] {
  if (dateOfService !== null) return ['service', dateOfService]
  if (submissionDate !== null) return ['submission', submissionDate]
  return processingDate === null ? [null, null] : ['decision', processingDate]
}

/** Without the key, which is kept nowhere, nobody can tell which claim it is, also not by trying ids. In digits and letters, which no spreadsheet takes for a formula. */
const nameOf = (id: string, key: string) => createHmac('sha256', key).update(id).digest('hex').slice(0, 32)
