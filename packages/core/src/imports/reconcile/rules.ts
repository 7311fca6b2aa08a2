import { parseCents, type Cents } from '../../money.ts'
import { controlNumberOf } from '../merge/match/claims.ts'
import type { explanations } from './schemas.ts'

export type Explanation = (typeof explanations)[number]

/** What a payment consists of, in cents: BPR02 is the sum of CLP04 less the sum of PLB (835 guide, section 1.10.2). */
export interface PaymentSums {
  stated: Cents
  takenIn: Cents
  byOtherImports: Cents
  rejected: Cents
  providerAdjustments: Cents
}

/** `imbalance` is what all claim payments of the payment are out of balance by, together; `unreadable` what was not taken in without an amount. */
export function explain({ difference, unreadable, imbalance }: { difference: Cents; unreadable: number; imbalance: Cents }): Explanation {
  if (difference === 0) return 'balanced'
  if (unreadable > 0) return 'not_read'
  return difference === imbalance ? 'claim_payments' : 'payer'
}

const NOT_A_TERMINATOR = /[\w\s.+-]/

/**
 * What is looked at of a rejection's content. `head` is its first line, of which the last character is the segment terminator (unless segments
 * end with their line); `segment` what follows `CLP` and its separator on that line. Each is null where there is none.
 */
export interface ClpPiece {
  head: string | null
  segment: string | null
  separator: string | null
}

/** CLP01, CLP03 and CLP04 of a rejected claim payment, each null where it cannot be read; null where there is no CLP. */
export function rejectedClaim({ head, segment, separator }: ClpPiece): { controlNumber: string | null; charge: Cents | null; paid: Cents | null } | null {
  if (segment === null || !separator) return null
  const terminator = head?.at(-1) ?? ''
  const whole = terminator !== '' && !NOT_A_TERMINATOR.test(terminator) && segment.endsWith(terminator) ? segment.slice(0, -1) : segment
  const [controlNumber, , charge, paid] = whole.split(separator)
  return { controlNumber: controlNumberOf(controlNumber), charge: parseCents(charge ?? ''), paid: parseCents(paid ?? '') }
}
