import type { DecisionFacts } from '../../../adjudication/facts.ts'
import { payerRanks, type DecisionKind } from '../../records.ts'

type Told = Pick<DecisionFacts, 'kind' | 'rank' | 'decidedOn'>

/**
 * Whether a decision tells a claim, which no submission has told, rather than those that it has so far: the claim is what the primary payer's first
 * decision says of it. A later one answers a correction, the next payer's says the next payer. So the claim is the same whichever was read first.
 */
export const tellsRather = (decision: Told, others: readonly Told[]): boolean => others.every((other) => isBefore(decision, other))

/** A reversal names no payer's rank, and repeats what it takes back: it tells the claim before what is decided anew that day. */
function isBefore(a: Told, b: Told): boolean {
  if (isAnswer(a) !== isAnswer(b)) return isAnswer(a)
  if (a.rank !== null && b.rank !== null && a.rank !== b.rank) return payerRanks.indexOf(a.rank) < payerRanks.indexOf(b.rank)
  if (a.decidedOn === b.decidedOn) return a.kind === 'reversal' && b.kind === 'original'
  return a.decidedOn !== null && (b.decidedOn === null || a.decidedOn < b.decidedOn)
}

const ANSWERS: readonly DecisionKind[] = ['original', 'reversal']
/** One that was decided or taken back; a predetermination, and a claim that the payer says is not its own, say less of it. */
const isAnswer = ({ kind }: Told): boolean => ANSWERS.includes(kind)
