import type { IsoDate } from '../../../dates.ts'
import type { PayerRank } from '../../records.ts'
import { fits, isOneVisit, type Candidate, type ClaimKey } from './claims.ts'

/** What a submission (837) says that tells which claim it is of. `payerId` and `memberId` are those of the payer who pays first. */
export interface SubmissionKey extends ClaimKey {
  frequencyCode: string | null
  submissionDate: IsoDate | null
  /** The place of the payer that it is sent to. */
  payerRank: PayerRank
  procedureCodes: readonly string[]
  renderingProviderId: string | null
}

/**
 * What a submission is to a claim. `known`: the claim is made of it. `joins`: the claim is known by a remittance alone. It follows what the claim is
 * made of where it `replaces` (frequency 7) or `voids` (8) that, `forwards` it to the next payer, or is the same `again`; it `precedes` it where
 * that was sent later, and only came in first.
 */
export type SubmissionMatch = { claim: Candidate; as: 'known' | 'joins' | 'replaces' | 'voids' | 'forwards' | 'again' | 'precedes' } | null

/**
 * Finds the claim of a submission among those of its patient control number; without one, among those of its member and day that are surely the
 * same. A claim that a remittance without the number made is joined too, where member, day and charge are the same. Null: it is a new one, or
 * several fit.
 */
export function matchSubmission(submission: SubmissionKey, candidates: readonly Candidate[]): SubmissionMatch {
  const isNameless = submission.patientControlNumber === null
  const own = candidates.filter(
    (candidate) => candidate.patientControlNumber === submission.patientControlNumber && (!isNameless || fits(submission, candidate)),
  )
  const submitted = own.filter(({ isSubmitted }) => isSubmitted)
  const same = submitted.filter((candidate) => isSame(candidate, submission))
  const alike = same.filter((candidate) => isAlike(candidate, submission))
  const known = submission.payerRank === 'primary' && alike.find((candidate) => sent(candidate) === sent(submission))
  if (known) return { claim: known, as: 'known' }
  const claim = isCorrection(submission)
    ? correctedBy(submission, submitted)
    : (only(alike) ??
      only(isNameless ? [] : same.filter((candidate) => !isBeside(candidate, submission))) ??
      only(submitted.filter((candidate) => isCorrection(candidate) && isOfOneVisit(candidate, submission))))
  if (claim) return { claim, as: sent(submission) < sent(claim) ? 'precedes' : wayOf(submission) }
  const alone =
    only(own.filter((candidate) => !candidate.isSubmitted && fits(submission, candidate))) ??
    only(candidates.filter((candidate) => isDecidedWithoutNumber(candidate) && isOneVisit(candidate, submission)))
  return alone ? { claim: alone, as: 'joins' } : null
}

const isDecidedWithoutNumber = (candidate: Candidate) => candidate.patientControlNumber === null && !candidate.isSubmitted && !candidate.isStandIn

type Sent = Pick<SubmissionKey, 'frequencyCode' | 'submissionDate'>

const isCorrection = ({ frequencyCode }: Sent) => frequencyCode === '7' || frequencyCode === '8'

/** The order in which submissions were sent: what replaces comes after what it replaces, and what voids comes last, whatever their days; else by day. */
const sent = ({ frequencyCode, submissionDate }: Sent) => `${frequencyCode === '8' ? 2 : frequencyCode === '7' ? 1 : 0} ${submissionDate ?? 'never said'}`

function wayOf({ frequencyCode, payerRank }: SubmissionKey): 'replaces' | 'voids' | 'forwards' | 'again' {
  if (frequencyCode === '8') return 'voids'
  if (frequencyCode === '7') return 'replaces'
  return payerRank === 'primary' ? 'again' : 'forwards'
}

const only = (claims: readonly Candidate[]) => (claims.length === 1 ? claims[0] : undefined)
const agree = (a: string | null, b: string | null) => a === null || b === null || a === b

const isSame = (a: ClaimKey, b: ClaimKey) =>
  a.serviceDate === b.serviceDate && a.billed === b.billed && agree(a.memberId, b.memberId) && agree(a.payerId, b.payerId)

/** The same services of the same person: told again, not another claim of the day that happens to cost the same. */
const isAlike = (a: Candidate, b: SubmissionKey) =>
  a.renderingProviderId === b.renderingProviderId && a.procedureCodes.toSorted().join() === b.procedureCodes.toSorted().join()

/** Two claims of one charge that were sent to the first payer on the same day, and are not alike, are two. */
const isBeside = (a: Candidate, b: SubmissionKey) => b.payerRank === 'primary' && sent(a) === sent(b)

/** Accounts with many visits often have one control number; a correction may change the charge or the day of a visit, hardly both. */
const isOfOneVisit = (a: ClaimKey, b: ClaimKey) => agree(a.memberId, b.memberId) && (a.serviceDate === b.serviceDate || a.billed === b.billed)

/** The claim that a replacement or void names by the payer's control number (REF*F8); else the only one that it can be of. */
function correctedBy(correction: SubmissionKey, candidates: readonly Candidate[]): Candidate | undefined {
  const named = candidates.filter(({ payerControlNumber }) => payerControlNumber !== null && payerControlNumber === correction.payerControlNumber)
  return only(named) ?? only(candidates.filter((candidate) => isOfOneVisit(candidate, correction)))
}
