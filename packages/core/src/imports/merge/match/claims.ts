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
  frequencyCode: string | null
  submissionDate: IsoDate | null
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

/** Without a patient control number, everything else must be there and the same. */
const isSureWithoutNumber = (a: ClaimKey, b: ClaimKey): boolean =>
  (a.payerControlNumber !== null && a.payerControlNumber === b.payerControlNumber && a.payerId === b.payerId) ||
  (a.memberId !== null && a.memberId === b.memberId && a.serviceDate !== null && a.serviceDate === b.serviceDate && a.billed === b.billed)

const likeness = (a: ClaimKey, b: ClaimKey): number =>
  Number(a.payerControlNumber !== null && a.payerControlNumber === b.payerControlNumber) * 8 +
  Number(a.serviceDate === b.serviceDate) * 4 +
  Number(a.billed === b.billed) * 2 +
  Number(a.memberId === b.memberId)

/** The claim that a decision decides, of those that were found for it. Several that fit equally well are for a person to tell apart. */
export function matchDecision(decision: ClaimKey, candidates: readonly Candidate[]): Match {
  const fits = decision.patientControlNumber === null ? isSureWithoutNumber : isOneClaim
  const fitting = candidates.filter((candidate) => fits(candidate, decision))
  const best = Math.max(...fitting.map((candidate) => likeness(candidate, decision)))
  const equals = fitting.filter((candidate) => likeness(candidate, decision) === best)
  const [claim] = equals
  if (!claim) return null
  return equals.length > 1 ? { ambiguous: equals } : { claim, basis: basisOf(claim, decision) }
}

function basisOf(claim: ClaimKey, decision: ClaimKey): MatchBasis {
  if (claim.payerControlNumber !== null && claim.payerControlNumber === decision.payerControlNumber) return 'payer_control_number'
  const isSameDay = claim.serviceDate !== null && claim.serviceDate === decision.serviceDate
  if (claim.billed !== decision.billed) return 'dates'
  return isSameDay ? 'dates_and_charge' : 'charge'
}
