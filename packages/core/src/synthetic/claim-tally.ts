import { claimOutcome } from '../adjudication/rules.ts'
import type { ClaimRecord, DecisionRecord, ProviderLevelAdjustmentRecord, RemittanceRecord } from '../imports/records.ts'
import { decimalText, type Cents } from '../money.ts'
import type { Truth } from './truth.ts'

/** What is counted from the records alone, without knowing who made them. */
export type ClaimCounts = Omit<Truth, 'seed' | 'asOf' | 'months' | 'patterns'>

/** Counts claims with their decisions, in order, and remittances. */
export function claimTally() {
  const counts = { claims: 0, predeterminations: 0, pending: 0, duplicates: 0, decided: 0, denied: 0, partiallyDenied: 0, overturned: 0, finallyDenied: 0 }
  const decisions = { original: 0, reversal: 0, predetermination: 0, secondary: 0 }
  const appeals = { pending: 0, upheld: 0, overturned: 0, partially_overturned: 0 }
  const cash = { submitted: 0, decided: 0, paid: 0, recovered: 0, providerLevel: 0, remitted: 0 }
  const reasons = new Map<string, { claims: number; lines: number; charge: number }>()
  const months = new Map<string, { claims: number; denied: number; paid: number }>()
  let remittances = 0
  let providerLevelAdjustments = 0

  function countDecision({ decisionKind, payerRank }: DecisionRecord): void {
    if (payerRank === 'secondary') decisions.secondary += 1
    else if (decisionKind !== 'not_our_claim') decisions[decisionKind] += 1
  }

  function countReasons({ lines }: DecisionRecord): void {
    const seen = new Set<string>()
    for (const {
      verdict: { reason },
      charge,
    } of lines) {
      if (reason === null) continue
      const count = reasons.get(reason) ?? { claims: 0, lines: 0, charge: 0 }
      if (!seen.has(reason)) count.claims += 1
      count.lines += 1
      count.charge += charge
      reasons.set(reason, count)
      seen.add(reason)
    }
  }

  function countDenial(first: DecisionRecord, all: readonly DecisionRecord[]): void {
    const own = all.filter(({ payerRank }) => payerRank === 'primary')
    const recovered = paidBy(own) - first.paid
    const last = own.at(-1) ?? first
    cash.recovered += recovered
    if (recovered > 0) counts.overturned += 1
    if (claimOutcome(last.verdict, last.lines).outcome === 'denied') counts.finallyDenied += 1
  }

  /** What a claim is by its first decision; true when that denies it in full, duplicates apart. */
  function countClaim(claim: ClaimRecord, all: readonly DecisionRecord[]): boolean {
    const [first] = all
    if (!first) {
      counts.pending += 1
      return false
    }
    const { outcome, duplicate } = claimOutcome(first.verdict, first.lines)
    if (outcome !== 'paid') countReasons(first)
    if (duplicate) {
      counts.duplicates += 1
      return false
    }
    counts.decided += 1
    cash.decided += claim.billed
    if (outcome === 'paid') return false
    counts[outcome === 'denied' ? 'denied' : 'partiallyDenied'] += 1
    countDenial(first, all)
    return outcome === 'denied'
  }

  return {
    history(claim: ClaimRecord, all: readonly DecisionRecord[]): void {
      counts.claims += 1
      cash.submitted += claim.billed
      for (const decision of all) countDecision(decision)
      const paid = paidBy(all)
      cash.paid += paid
      for (const { outcome } of claim.appeals) appeals[outcome] += 1
      if (claim.use === 'predetermination') {
        counts.predeterminations += 1
        return
      }
      const month = claim.serviceDate?.slice(0, 7) ?? ''
      const sum = months.get(month) ?? { claims: 0, denied: 0, paid: 0 }
      sum.claims += 1
      if (countClaim(claim, all)) sum.denied += 1
      sum.paid += paid
      months.set(month, sum)
    },
    remittance(record: RemittanceRecord | ProviderLevelAdjustmentRecord): void {
      if (record.kind === 'plb') {
        providerLevelAdjustments += 1
        cash.providerLevel += record.amount
      } else {
        remittances += 1
        cash.remitted += record.payment
      }
    },
    counts(): ClaimCounts {
      return {
        ...counts,
        decisions,
        appeals,
        remittances,
        providerLevelAdjustments,
        denialsByReason: [...reasons]
          .map(([reason, { claims, lines, charge }]) => ({ reason, claims, lines, charge: decimalText(charge) }))
          .sort((left, right) => right.claims - left.claims || left.reason.localeCompare(right.reason)),
        byServiceMonth: [...months]
          .map(([month, { claims, denied, paid }]) => ({ month, claims, denied, paid: decimalText(paid) }))
          .sort((left, right) => (left.month < right.month ? -1 : 1)),
        cash: {
          submitted: decimalText(cash.submitted),
          decided: decimalText(cash.decided),
          paid: decimalText(cash.paid),
          recovered: decimalText(cash.recovered),
          providerLevel: decimalText(cash.providerLevel),
          remitted: decimalText(cash.remitted),
        },
      }
    },
  }
}

/** Payments add up, reversals taken off. A statement (no remittance, no CLP02) says all that its payer paid so far: only the latest counts. */
function paidBy(decisions: readonly DecisionRecord[]): Cents {
  return decisions.reduce((sum, decision, index) => {
    const isRestated = isStatement(decision) && decisions.some((later, at) => at > index && isStatement(later) && later.payerRank === decision.payerRank)
    return isRestated ? sum : sum + decision.paid
  }, 0)
}

const isStatement = ({ remittance, statusCode }: DecisionRecord) => remittance === null && statusCode === null
