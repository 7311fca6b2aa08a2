import { parseCents, type Cents } from '../../money.ts'
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
 * CLP04 of a rejected claim payment; null where it cannot be read. `head` is the first line of the rejection's content, of which the last
 * character is the segment terminator (unless segments end with their line); `segment` what follows `CLP` and its separator on that line.
 */
export function rejectedAmount(head: string, segment: string | null, separator: string): Cents | null {
  if (segment === null) return null
  const terminator = head.at(-1) ?? ''
  const whole = terminator !== '' && !NOT_A_TERMINATOR.test(terminator) && segment.endsWith(terminator) ? segment.slice(0, -1) : segment
  return parseCents(whole.split(separator)[3] ?? '')
}
