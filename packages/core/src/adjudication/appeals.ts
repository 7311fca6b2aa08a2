import { addDays, type IsoDate } from '../dates.ts'
import type { Cents } from '../money.ts'
import type { AppealFacts } from './facts.ts'
import type { DecisionInForce } from './in-force.ts'

export interface ClosedAppeal {
  level: number
  outcome: 'overturned' | 'partially_overturned'
  decidedOn: IsoDate | null
  recovered: Cents
}

interface Step {
  decision: DecisionInForce
  /** All that the payer has paid by then. */
  received: Cents
  /** Before the appeal: an earlier day, or a denial on its own day. */
  isEarlier: boolean
  /** False for a decision that was taken back with none after it. */
  stands: boolean
}

/**
 * An open appeal is won by the earliest decision from its day on, of the payer who denied, that leaves more money received than before, and says
 * that a remittance closed it. Before is the payer's last decision before the appeal, or a denial on its day; an appeal without a date is taken to
 * follow the day of the level before it, or else the first denial. Remittances add up, reversals taken off; a statement is all that was paid so
 * far. A decision that was taken back, with none after it, wins nothing.
 */
export function closeAppeals(appeals: readonly AppealFacts[], decisions: readonly DecisionInForce[]): ClosedAppeal[] {
  const closed: ClosedAppeal[] = []
  for (const appeal of appeals) {
    if (appeal.outcome !== 'pending') continue
    const won = wonBy(sinceOf(appeal, appeals), decisions)
    if (won) closed.push({ level: appeal.level, ...won })
  }
  return closed
}

function sinceOf({ level, filedOn }: AppealFacts, appeals: readonly AppealFacts[]): IsoDate | null {
  if (filedOn !== null) return filedOn
  const days = appeals.filter((lower) => lower.level < level && lower.decidedOn !== null).map(({ decidedOn }) => decidedOn as IsoDate)
  return days.length > 0
    ? addDays(
        days.reduce((a, b) => (a > b ? a : b)),
        1,
      )
    : null
}

const denies = ({ kind, outcome }: DecisionInForce) => kind === 'original' && outcome !== 'paid'

function wonBy(since: IsoDate | null, decisions: readonly DecisionInForce[]): Omit<ClosedAppeal, 'level'> | null {
  const decided = decisions.filter(({ kind }) => kind === 'original' || kind === 'reversal')
  const histories = [...Map.groupBy(decided, ({ payer }) => payer)].filter(([, history]) => history.some(denies))
  const ranked = histories
    .map(([payer, history]) => ({ payer, steps: stepsOf(since, history) }))
    .map(({ payer, steps }) => ({ payer, steps, before: beforeOf(steps) }))
    .sort((a, b) => Number(a.payer !== 'primary') - Number(b.payer !== 'primary') || Number(isEarlier(b)) - Number(isEarlier(a)))[0]
  if (!ranked || ranked.before === null) return null
  const { steps, before } = ranked
  const base = steps[before]!.received
  const won = steps.find(
    ({ decision, received, stands }, at) =>
      at > before &&
      decision.kind === 'original' &&
      decision.outcome !== 'denied' &&
      stands &&
      received > base &&
      (since === null || (decision.decidedOn !== null && decision.decidedOn >= since)),
  )
  if (!won) return null
  return { outcome: won.decision.outcome === 'paid' ? 'overturned' : 'partially_overturned', decidedOn: won.decision.decidedOn, recovered: won.received - base }
}

const isEarlier = ({ steps, before }: { steps: Step[]; before: number | null }) => before !== null && steps[before]!.isEarlier

function stepsOf(since: IsoDate | null, history: readonly DecisionInForce[]): Step[] {
  let paid = 0
  return history.map((decision, at) => {
    if (!decision.isStatement) paid += decision.paid
    const after = history.slice(at + 1)
    const earlier = since !== null && decision.decidedOn !== null && (decision.decidedOn < since || (decision.decidedOn === since && denies(decision)))
    return {
      decision,
      received: decision.isStatement ? decision.paid : paid,
      isEarlier: earlier,
      stands: after.length === 0 || after.some(({ kind }) => kind === 'original'),
    }
  })
}

/** The payer's last decision before the appeal; where there is none, its first denial. */
function beforeOf(steps: readonly Step[]): number | null {
  const earlier = steps.findLastIndex((step) => step.isEarlier)
  if (earlier >= 0) return earlier
  const denial = steps.findIndex(({ decision }) => denies(decision))
  return denial >= 0 ? denial : null
}
