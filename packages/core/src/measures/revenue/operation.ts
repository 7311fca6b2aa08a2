import { todayOf } from '../../context.ts'
import { addDays } from '../../dates.ts'
import { dollars } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { shownPatterns } from '../../releases/shown.sql.ts'
import { paginate } from '../../schemas.ts'
import { percentOf } from '../dashboard/rules.ts'
import { recoveredOf } from './recovered.ts'
import { revenueStates, type Recovered, type RevenuePart } from './rules.ts'
import { revenueInput, revenueOutput, type RevenueRow } from './schemas.ts'
import { paidShareWindow, readPaidShare, readPatternChanges, type StoredChange } from './sql.ts'

export const revenueRecoveredOperation = defineOperation({
  name: 'revenue.recovered',
  kind: 'read',
  summary: 'The estimate of denials avoided, pattern by pattern: what each adds to it, and why the others add nothing.',
  input: revenueInput,
  output: revenueOutput,
  async run(context, paging) {
    const { db, organization, actor, now } = context
    const end = addDays(todayOf(context), 1)
    const { patterns, share, recovered } = await db.transaction(async (tx) => {
      const changes = await readPatternChanges(tx, organization.id, shownPatterns(organization.id, actor))
      const paid = await readPaidShare(tx, organization.id, { end })
      return { patterns: changes, share: paid, recovered: await recoveredOf(tx, organization.id, changes, paid) }
    })
    const { amount, interval, parts } = recovered
    const rows = patterns.map((pattern, index) => rowOf(pattern, parts[index]!)).sort(largestFirst)
    const first = (paging.page - 1) * paging.limit
    return {
      amount: dollars(amount),
      interval: inDollars(interval),
      paidShare: share === null ? null : percentOf(share, 1),
      paidShareWindow: paidShareWindow(end),
      states: Object.fromEntries(revenueStates.map((state) => [state, parts.filter((part) => part.state === state).length])) as Record<
        RevenuePart['state'],
        number
      >,
      patterns: rows.slice(first, first + paging.limit),
      pagination: paginate(rows.length, paging),
      asOf: now.toISOString(),
    }
  },
})

function rowOf(pattern: StoredChange, { id, state, p, fall, amount, interval }: RevenuePart): RevenueRow {
  const { title, comparison, baselineClaims, baselineDenied, currentClaims, currentDenied } = pattern
  return {
    patternId: id,
    title,
    state,
    baseline: periodOf(baselineDenied, baselineClaims),
    current: periodOf(currentDenied, currentClaims),
    p,
    fall: fall && { points: percentOf(fall.estimate, 1)!, interval: { low: percentOf(fall.low, 1)!, high: percentOf(fall.high, 1)! } },
    meanDeniedAmount: comparison && dollars(comparison.meanDenied),
    amount: dollars(amount),
    interval: inDollars(interval),
  }
}

const periodOf = (denied: number | null, claims: number | null) => ({
  claims,
  denied,
  denialRate: denied === null || claims === null ? null : percentOf(denied, claims),
})

const inDollars = (interval: Recovered['interval']) => interval && { low: dollars(interval.low), high: dollars(interval.high) }

/** Amounts first; without one, by how the states are listed, then by id. */
function largestFirst(a: RevenueRow, b: RevenueRow): number {
  return b.amount - a.amount || revenueStates.indexOf(a.state) - revenueStates.indexOf(b.state) || (a.patternId < b.patternId ? -1 : 1)
}
