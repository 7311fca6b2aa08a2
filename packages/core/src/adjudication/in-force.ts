import type { PayerRank } from '../imports/records.ts'
import type { DecisionFacts } from './facts.ts'

/** A decision that counts: whose it is, whether its amount is a payment, and whether it was taken back. */
export interface DecisionInForce extends DecisionFacts {
  payer: PayerRank
  /** False for a statement that a later one follows: its amount is all that was paid up to its day. */
  isPayment: boolean
  /** An original that a reversal took back. */
  isReversed: boolean
}

/** By day, then in the order of arrival; a decision without a day comes last. */
export function inOrder(a: DecisionFacts, b: DecisionFacts): number {
  return dayOrder(a, b) || a.id - b.id
}

function dayOrder({ decidedOn: a }: DecisionFacts, { decidedOn: b }: DecisionFacts): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/**
 * The decisions that count, in order. Statements of one payer replace one another (see `currentStatements`); a reversal belongs to the
 * original that it takes back, and one whose original has not arrived waits for it: it is left out.
 */
export function decisionsInForce(decisions: readonly DecisionFacts[]): DecisionInForce[] {
  const statements = currentStatements(decisions)
  const counted = decisions
    .filter((decision) => !decision.isStatement || statements.has(decision))
    .map((decision): DecisionInForce => ({ ...decision, payer: decision.rank ?? 'primary', isPayment: statements.get(decision) ?? true, isReversed: false }))
    .sort(inOrder)
  const takenBack = new Map<DecisionInForce, DecisionInForce>()
  for (const reversal of counted) {
    const original = reversal.kind === 'reversal' ? takeBack(reversal, counted) : null
    if (original) takenBack.set(reversal, original)
  }
  const inForce = counted.filter((decision) => decision.kind !== 'reversal' || takenBack.has(decision))
  // A payer's remittances are its payments; what an export says was paid is the same money told again.
  const remitting = new Set(inForce.filter(({ isStatement, kind, isReversed }) => !isStatement && kind === 'original' && !isReversed).map(({ payer }) => payer))
  for (const decision of inForce) if (decision.isStatement && remitting.has(decision.payer)) decision.isPayment = false
  return takenBack.size > 0 ? inForce.sort(reversalsFirst(takenBack)) : inForce
}

/** On one day, what was taken back comes with its reversal before what stands: a correction may arrive in a file before the reversal it follows. */
function reversalsFirst(takenBack: ReadonlyMap<DecisionInForce, DecisionInForce>) {
  const undone = new Set<DecisionFacts>()
  for (const [reversal, original] of takenBack) if (dayOrder(reversal, original) === 0) undone.add(original)
  const stands = (decision: DecisionInForce) => decision.kind !== 'reversal' && !undone.has(decision)
  const pair = (decision: DecisionInForce) => {
    const original = takenBack.get(decision)
    return (original && undone.has(original) ? original : decision).id
  }
  return (a: DecisionInForce, b: DecisionInForce) =>
    dayOrder(a, b) || Number(stands(a)) - Number(stands(b)) || pair(a) - pair(b) || Number(a.kind === 'reversal') - Number(b.kind === 'reversal') || a.id - b.id
}

/**
 * An export of claims says no payments, but how a claim stands. A later statement of the same payer and day, or where one of the two names no
 * day, replaces the earlier; of another day it is a decision of its own, but its amount is all that was paid: only the latest one's is a payment.
 */
function currentStatements(decisions: readonly DecisionFacts[]): Map<DecisionFacts, boolean> {
  const current = new Map<DecisionFacts, boolean>()
  const series = Map.groupBy(
    decisions.filter((decision) => decision.isStatement),
    ({ rank }) => rank ?? 'primary',
  )
  for (const told of series.values()) {
    const latest = Math.max(...told.map(({ id }) => id))
    const latestUndated = Math.max(-1, ...told.filter(({ decidedOn }) => decidedOn === null).map(({ id }) => id))
    const standing = told
      .filter(({ id, decidedOn }) =>
        decidedOn === null ? id === latest : id >= latestUndated && !told.some((other) => other.decidedOn === decidedOn && other.id > id),
      )
      .sort(inOrder)
    const dated = standing.findLast(({ decidedOn }) => decidedOn !== null) ?? standing.at(-1)
    for (const statement of standing) current.set(statement, statement === dated)
  }
  return current
}

/**
 * Finds the original that a reversal takes back, marks it and gives the reversal its rank; null when there is none yet. One of the same day is
 * rather the correction that follows, unless the amounts say that it is the original.
 */
function takeBack(reversal: DecisionInForce, decisions: readonly DecisionInForce[]): DecisionInForce | null {
  const open = decisions.filter(
    (original) =>
      original.kind === 'original' &&
      !original.isReversed &&
      original.payerId === reversal.payerId &&
      (reversal.rank === null || original.payer === reversal.payer) &&
      isBefore(original, reversal),
  )
  const likeness = (original: DecisionInForce) =>
    Number(original.paid === -reversal.paid) * 2 +
    Number(Math.abs(original.charge) === Math.abs(reversal.charge)) * 2 +
    Number(original.payerControlNumber === reversal.payerControlNumber)
  const taken = open.reduce<DecisionInForce | null>((best, next) => (best && likeness(best) >= likeness(next) ? best : next), null)
  if (!taken) return null
  taken.isReversed = true
  reversal.payer = taken.payer
  return taken
}

function isBefore(original: DecisionInForce, reversal: DecisionInForce): boolean {
  if (original.decidedOn === null || reversal.decidedOn === null || original.decidedOn < reversal.decidedOn) return true
  return original.decidedOn === reversal.decidedOn && original.paid === -reversal.paid
}
