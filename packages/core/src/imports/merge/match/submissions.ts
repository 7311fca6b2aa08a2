import type { IsoDate } from '../../../dates.ts'
import type { PayerRank } from '../../records.ts'
import { isOneClaim, type Candidate, type ClaimKey } from './claims.ts'

/** What a submission (837) says that tells which claim it is of. `payerId` and `memberId` are those of the payer who pays first. */
export interface SubmissionKey extends ClaimKey {
  frequencyCode: string | null
  submissionDate: IsoDate | null
  /** The place of the payer that it is sent to. */
  payerRank: PayerRank
}

/**
 * What a submission is to a claim. `known`: the claim is made of it. `joins`: the claim is known by a remittance alone. It follows what the claim is
 * made of where it `replaces` (frequency 7) or `voids` (8) that, `forwards` it to the next payer, or is the same `again`; it `precedes` it where
 * that was sent later, and only came in first.
 */
export type SubmissionMatch = { claim: Candidate; as: 'known' | 'joins' | 'replaces' | 'voids' | 'forwards' | 'again' | 'precedes' } | null

/** Finds the claim of a submission among those of its patient control number. Null: it is a new one, or several fit. */
export function matchSubmission(submission: SubmissionKey, candidates: readonly Candidate[]): SubmissionMatch {
  const submitted = candidates.filter(({ isSubmitted }) => isSubmitted)
  const same = submitted.filter((candidate) => isSame(candidate, submission))
  const known = submission.payerRank === 'primary' && same.find((candidate) => sent(candidate) === sent(submission))
  if (known) return { claim: known, as: 'known' }
  const claim = isCorrection(submission)
    ? correctedBy(submission, submitted)
    : (only(same) ?? only(submitted.filter((candidate) => isCorrection(candidate) && isOfOneVisit(candidate, submission))))
  if (claim) return { claim, as: sent(submission) < sent(claim) ? 'precedes' : wayOf(submission) }
  const alone = only(candidates.filter((candidate) => !candidate.isSubmitted && isOneClaim(candidate, submission)))
  return alone ? { claim: alone, as: 'joins' } : null
}

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

/** Accounts with many visits often have one control number; a correction may change the charge or the day of a visit, hardly both. */
const isOfOneVisit = (a: ClaimKey, b: ClaimKey) => agree(a.memberId, b.memberId) && (a.serviceDate === b.serviceDate || a.billed === b.billed)

/** The claim that a replacement or void names by the payer's control number (REF*F8); else the only one that it can be of. */
function correctedBy(correction: SubmissionKey, candidates: readonly Candidate[]): Candidate | undefined {
  const named = candidates.filter(({ payerControlNumber }) => payerControlNumber !== null && payerControlNumber === correction.payerControlNumber)
  return only(named) ?? only(candidates.filter((candidate) => isOfOneVisit(candidate, correction)))
}
