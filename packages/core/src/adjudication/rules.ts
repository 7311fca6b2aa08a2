import type { Cents } from '../money.ts'
import { adjustmentKindOf, DUPLICATE_CARC, reasonOf, reasonOfText } from './reasons.ts'

/** What one adjudication did to one line, or to a claim without lines. */
export interface LineVerdict {
  denied: boolean
  /** Denied as a duplicate (CARC 18): counted by itself, outside every denial rate. */
  duplicate: boolean
  /** The adjustment that explains the denial; null when not denied. */
  group: string | null
  carc: string | null
  rarc: string | null
  /** Canonical label of the reason; null when nothing was denied. */
  reason: string | null
  /** Charge kept back by the denial: the whole charge of a denied line, or the denied part of a claim-level charge. */
  deniedAmount: Cents
}

export interface AdjustmentFacts {
  group: string
  carc: string
  amount: Cents
}

export interface LineFacts {
  charge: Cents
  paid: Cents
  adjustments: readonly AdjustmentFacts[]
  /** RARCs beside the adjustments. */
  remarks: readonly string[]
}

/** Label of a denial for which the source gives no reason; it is nobody's pattern. */
export const REASON_NOT_STATED = 'Reason not stated'

export const NOT_DENIED: LineVerdict = { denied: false, duplicate: false, group: null, carc: null, rarc: null, reason: null, deniedAmount: 0 }

/**
 * An adjustment that denies: takes money away for a reason other than price, the patient's cost share or an earlier payer. What each code is, the
 * catalogue says; a patient's share that is not put on the patient (group PR) is a denial after all.
 */
export function isDenying({ group, carc, amount }: AdjustmentFacts): boolean {
  const kind = adjustmentKindOf(carc)
  return amount > 0 && (kind === 'denial' || (kind === 'patient_share' && group !== 'PR'))
}

/** The largest denying adjustment, the first of equals. */
function denyingAdjustment(adjustments: readonly AdjustmentFacts[]): AdjustmentFacts | undefined {
  return adjustments.filter(isDenying).reduce<AdjustmentFacts | undefined>((best, next) => (best && best.amount >= next.amount ? best : next), undefined)
}

function denial(cause: AdjustmentFacts, remarks: readonly string[], deniedAmount: Cents): LineVerdict {
  const { label, rarc } = reasonOf(cause.carc, remarks)
  return { denied: true, duplicate: cause.carc === DUPLICATE_CARC, group: cause.group, carc: cause.carc, rarc, reason: label, deniedAmount }
}

/** A line is denied when its charge is above zero, its payment zero, and a denying adjustment explains it. */
export function decideLine({ charge, paid, adjustments, remarks }: LineFacts): LineVerdict {
  const cause = charge > 0 && paid === 0 ? denyingAdjustment(adjustments) : undefined
  return cause ? denial(cause, remarks, charge) : NOT_DENIED
}

/**
 * The claim-level facts by themselves: denied when nothing was paid and a denying adjustment explains it. When something was paid, the
 * denying adjustments take a part of the charge: `denied` stays false and `deniedAmount` is that part (the claim is partially denied).
 * A part taken off as a duplicate is not in it: what is left of the claim was decided by itself, and is neither denied nor a duplicate.
 */
export function decideClaimLevel(facts: LineFacts): LineVerdict {
  const whole = decideLine(facts)
  if (whole.denied || facts.charge <= 0 || facts.paid <= 0) return whole
  const parts = facts.adjustments.filter((adjustment) => isDenying(adjustment) && adjustment.carc !== DUPLICATE_CARC)
  const cause = denyingAdjustment(parts)
  if (!cause) return whole
  const part = parts.reduce((sum, { amount }) => sum + amount, 0)
  return { ...denial(cause, facts.remarks, Math.min(part, facts.charge)), denied: false }
}

/** A source that gives a status and a text instead of adjustments: denied when it says so and nothing was paid. */
export function decideReported({ status, charge, paid, reason }: { status: string; charge: Cents; paid: Cents; reason: string | null }): LineVerdict {
  if (status !== 'denied' || paid !== 0 || charge <= 0) return NOT_DENIED
  const known = reasonOfText(reason)
  const label = known?.label ?? REASON_NOT_STATED
  return { denied: true, duplicate: label === 'Duplicate of an earlier claim', group: null, carc: null, rarc: null, reason: label, deniedAmount: charge }
}

export type ClaimOutcome = 'paid' | 'partially_denied' | 'denied'

/**
 * The outcome of a claim at one adjudication. With charged lines, these decide: all denied is denied, some is partially denied. Without,
 * the claim-level facts do. Lines denied as duplicates stay out of it, unless there are no others: then the whole claim is a duplicate.
 * A claim that is a duplicate only in part is none. `denial` is the largest denial, with the sum of all.
 */
export function claimOutcome(
  claim: LineVerdict,
  lines: readonly { charge: Cents; verdict: LineVerdict }[],
): { outcome: ClaimOutcome; duplicate: boolean; denial: LineVerdict } {
  const charged = lines.filter((line) => line.charge > 0).map((line) => line.verdict)
  const others = charged.filter((verdict) => !verdict.duplicate)
  const deciding = others.length > 0 ? others : charged
  const denied = deciding.filter((verdict) => verdict.denied)
  if (denied.length === 0) {
    if (claim.denied && charged.length === 0) return { outcome: 'denied', duplicate: claim.duplicate, denial: claim }
    const denial = claim.duplicate ? NOT_DENIED : claim
    return { outcome: denial.deniedAmount > 0 ? 'partially_denied' : 'paid', duplicate: false, denial }
  }
  const largest = denied.reduce((best, next) => (next.deniedAmount > best.deniedAmount ? next : best))
  return {
    outcome: denied.length === deciding.length ? 'denied' : 'partially_denied',
    duplicate: others.length === 0,
    denial: { ...largest, deniedAmount: denied.reduce((sum, verdict) => sum + verdict.deniedAmount, 0) },
  }
}

/**
 * Verdicts of a whole decision. Adjustments sit on the line or on the claim, never both: a line without any of its own is explained by
 * the claim's. Only an `original` decision can deny; reversals, predeterminations and "not our claim" deny nothing.
 */
export function adjudicate<Line extends LineFacts>(
  decision: LineFacts & { decisionKind: string; lines: readonly Line[] },
): {
  verdict: LineVerdict
  lineVerdicts: LineVerdict[]
} {
  if (decision.decisionKind !== 'original') return { verdict: NOT_DENIED, lineVerdicts: decision.lines.map(() => NOT_DENIED) }
  const lineVerdicts = decision.lines.map((line) =>
    decideLine(line.adjustments.length > 0 ? line : { ...line, adjustments: decision.adjustments, remarks: [...line.remarks, ...decision.remarks] }),
  )
  return { verdict: decideClaimLevel(decision), lineVerdicts }
}

/** Charge less adjustments less payment: 0.00 when a line or claim balances (835 implementation guide, section 1.10.2). */
export function imbalanceOf(charge: Cents, paid: Cents, adjustments: readonly AdjustmentFacts[]): Cents {
  return charge - adjustments.reduce((sum, { amount }) => sum + amount, 0) - paid
}
