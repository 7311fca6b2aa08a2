import type { DecisionFacts } from '../adjudication/facts.ts'
import { decisionsInForce, type DecisionInForce } from '../adjudication/in-force.ts'
import type { IsoDate } from '../dates.ts'
import type { Cents } from '../money.ts'

/** How decisions of a claim follow from one another. Ids are row ids of adjudications. */
export interface Lineage {
  /** Reversals whose original has not arrived: they take no cash away until it does. */
  waiting: ReadonlySet<number>
  /** Statements of an export that a later one replaces. */
  replaced: ReadonlySet<number>
  /** Reversal to the original that it takes back. */
  takesBack: ReadonlyMap<number, number>
  initial: number | null
  final: number | null
  /** What was paid, day by day, reversals taken off; the sum is what the claim was paid. */
  cash: { day: IsoDate | null; amount: Cents }[]
}

/** Each reversal costs a look at all decisions; of a claim with more of them, which original each takes back is not told. */
const REVERSALS = 100

/** Everything follows from `decisionsInForce`: nothing is decided here a second time. */
export function lineageOf(decisions: readonly DecisionFacts[]): Lineage {
  const inForce = decisionsInForce(decisions)
  const counted = new Set(inForce.map(({ id }) => id))
  const missing = decisions.filter(({ id }) => !counted.has(id))
  return {
    waiting: new Set(missing.filter(({ kind }) => kind === 'reversal').map(({ id }) => id)),
    replaced: new Set(missing.filter(({ kind }) => kind !== 'reversal').map(({ id }) => id)),
    takesBack: pairsOf(decisions, inForce),
    ...endsOf(inForce),
    cash: cashOf(inForce),
  }
}

/** Reversals take their originals in their order: what one more of them takes back is the original that was not taken back before it. */
function pairsOf(decisions: readonly DecisionFacts[], inForce: readonly DecisionInForce[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const reversals = inForce.filter(({ kind }) => kind === 'reversal')
  if (reversals.length > REVERSALS) return pairs
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  const told = decisions.filter(({ kind }) => kind !== 'reversal')
  const before = new Set<number>()
  for (const { id } of reversals) {
    told.push(byId.get(id) as DecisionFacts)
    const taken = decisionsInForce(told).find((decision) => decision.isReversed && !before.has(decision.id))
    if (!taken) continue
    before.add(taken.id)
    pairs.set(id, taken.id)
  }
  return pairs
}

/** The first decision of the payer who leads, and its latest that stands: what `deriveClaim` makes the initial and the final outcome of. */
function endsOf(inForce: readonly DecisionInForce[]): Pick<Lineage, 'initial' | 'final'> {
  const leading = (of: readonly DecisionInForce[]) => (of.some(({ payer }) => payer === 'primary') ? of.filter(({ payer }) => payer === 'primary') : of)
  const decided = inForce.filter(({ kind }) => kind === 'original' || kind === 'reversal')
  const originals = leading(decided.filter(({ kind }) => kind === 'original'))
  const standing = leading(decided).filter(({ kind, isReversed }) => kind === 'original' && !isReversed)
  const last = standing.findLast(({ decidedOn }) => decidedOn !== null) ?? standing.at(-1)
  return { initial: originals[0]?.id ?? null, final: last?.id ?? null }
}

function cashOf(inForce: readonly DecisionInForce[]): Lineage['cash'] {
  const days = new Map<IsoDate | null, Cents>()
  for (const { kind, isPayment, decidedOn, paid } of inForce) {
    const counts = isPayment && (kind === 'original' || kind === 'reversal')
    if (counts && paid !== 0) days.set(decidedOn, (days.get(decidedOn) ?? 0) + paid)
  }
  return [...days].map(([day, amount]) => ({ day, amount }))
}
