import type { IsoDate } from '../../../dates.ts'
import type { Cents } from '../../../money.ts'

/** What a decision, and a claim, say that tells whether they are of one claim. */
export interface ClaimKey {
  patientControlNumber: string | null
  payerControlNumber: string | null
  payerId: string | null
  memberId: string | null
  serviceDate: IsoDate | null
  billed: Cents
}

export interface Candidate extends ClaimKey {
  id: string
  importId: number
  /** False while it is known by a remittance alone. */
  isSubmitted: boolean
  /** It stands for a decision that fits several claims, until somebody says which: only what bears the payer's number of it is of it. */
  isStandIn: boolean
  frequencyCode: string | null
  submissionDate: IsoDate | null
  procedureCodes: readonly string[]
  renderingProviderId: string | null
  /** Charges of the submissions that replaced it (frequency 7): its later decisions answer these. */
  replacementCharges: readonly Cents[]
}

export type MatchBasis = 'payer_control_number' | 'dates_and_charge' | 'dates' | 'charge'
export type Match = { claim: Candidate; basis: MatchBasis } | { ambiguous: Candidate[] } | null

/** Payers send '' or 0 where the claim had no control number. */
export const controlNumberOf = (text: string | null | undefined): string | null => {
  const own = text?.trim() ?? ''
  return own === '' || own === '0' ? null : own
}

/**
 * Whether two keys of one patient control number tell of one claim. The payer's control number settles it where it is the same. Where both
 * have one and they differ (a corrected claim has a new one, a second payer its own), the charge must be the same, and the member too as far
 * as one payer names it. The day of service must be the same; where one side has none, the charge must.
 */
export function isOneClaim(a: ClaimKey, b: ClaimKey): boolean {
  const [mine, other] = [a.payerControlNumber, b.payerControlNumber]
  if (mine !== null && mine === other) return true
  const isSamePatient = a.payerId !== b.payerId || a.memberId === null || b.memberId === null || a.memberId === b.memberId
  if (mine !== null && other !== null && !(a.billed === b.billed && isSamePatient)) return false
  return a.serviceDate !== null && b.serviceDate !== null ? a.serviceDate === b.serviceDate : a.billed === b.billed
}

const isOneOfPayer = (a: ClaimKey, b: ClaimKey) => a.payerControlNumber !== null && a.payerControlNumber === b.payerControlNumber

/** The same member, day and charge, all of them known. */
export const isOneVisit = (a: ClaimKey, b: ClaimKey): boolean =>
  a.memberId !== null && a.memberId === b.memberId && a.serviceDate !== null && a.serviceDate === b.serviceDate && a.billed === b.billed

/** Without a patient control number, everything else must be there and the same. */
const isSureWithoutNumber = (a: ClaimKey, b: ClaimKey): boolean => (isOneOfPayer(a, b) && a.payerId === b.payerId) || isOneVisit(a, b)

/** Whether a decision, or a submission, can be of a claim that was found for it. */
export function fits(key: ClaimKey, candidate: Candidate): boolean {
  if (candidate.isStandIn && !isOneOfPayer(candidate, key)) return false
  if (key.patientControlNumber === null) return isSureWithoutNumber(candidate, key)
  return isOneClaim(candidate, key) || candidate.replacementCharges.some((billed) => isOneClaim({ ...candidate, billed, payerControlNumber: null }, key))
}

const isOneCharge = (candidate: Candidate, { billed }: ClaimKey) => candidate.billed === billed || candidate.replacementCharges.includes(billed)

const likeness = (candidate: Candidate, key: ClaimKey): number =>
  Number(isOneOfPayer(candidate, key)) * 8 +
  Number(candidate.serviceDate === key.serviceDate) * 4 +
  Number(isOneCharge(candidate, key)) * 2 +
  Number(candidate.memberId === key.memberId)

/** The claim that a decision decides, of those that were found for it. Several that fit equally well are for a person to tell apart. */
export function matchDecision(decision: ClaimKey, candidates: readonly Candidate[]): Match {
  const fitting = candidates.filter((candidate) => fits(decision, candidate))
  const best = fitting.reduce((most, candidate) => Math.max(most, likeness(candidate, decision)), 0)
  const equals = fitting.filter((candidate) => likeness(candidate, decision) === best)
  const [claim] = equals
  if (!claim) return null
  return equals.length > 1 ? { ambiguous: equals } : { claim, basis: basisOf(claim, decision) }
}

function basisOf(claim: Candidate, decision: ClaimKey): MatchBasis {
  if (isOneOfPayer(claim, decision)) return 'payer_control_number'
  const isSameDay = claim.serviceDate !== null && claim.serviceDate === decision.serviceDate
  if (!isOneCharge(claim, decision)) return 'dates'
  return isSameDay ? 'dates_and_charge' : 'charge'
}
