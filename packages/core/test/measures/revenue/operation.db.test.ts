import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { dashboardMetrics } from '../../../src/measures/dashboard/operation.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import { revenueRecoveredOperation } from '../../../src/measures/revenue/operation.ts'
import { perform } from '../../../src/operation.ts'
import { insertClaims, insertRows } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const rate = (denied: number | null, claims: number | null) => (claims ? ((denied ?? 0) * 100) / claims : 0)

/** A pattern with what its refresh would have left on it. */
const pattern = (
  { organization }: Context,
  id: string,
  [baseDenied, base]: [number, number],
  [nowDenied, now]: [number, number],
  { mean = 100, ...more }: Record<string, unknown> & { mean?: number | null } = {},
) => ({
  organization_id: organization.id,
  id,
  title: `Pattern ${id}`,
  description: '',
  category: 'authorization',
  status: 'active',
  tier: 'low',
  scope: [],
  learning_progress: 0,
  practice_sessions_completed: 0,
  corrections_applied: 0,
  last_updated: '2026-03-01T00:00:00Z',
  created_at: '2026-03-01T00:00:00Z',
  origin: 'detected',
  computation_version: 1,
  computation_status: 'complete',
  insufficient_data: false,
  avg_denial_amount: mean,
  baseline_claim_count: base,
  baseline_denied_count: baseDenied,
  baseline_denial_rate: rate(baseDenied, base),
  baseline_dollars_denied: baseDenied * 50,
  current_claim_count: now,
  current_denied_count: nowDenied,
  current_denial_rate: rate(nowDenied, now),
  ...more,
})

async function withPaidShare(context: Context, billed: number, paid: number) {
  await insertClaims(context, [{ id: 'paid', submitted: '2026-03-10', decided: '2026-03-20', billed, paid }])
  await refreshOrganizationDays(context.db, context.organization.id, 'submission', ['2026-03-10'], 'test')
}

describe('revenue recovered, pattern by pattern', () => {
  const use = useDatabase()

  it('shows what each pattern adds, and why the others add nothing', async () => {
    const context = await newContext(use.database)
    await withPaidShare(context, 1000, 800)
    const rows = [
      pattern(context, 'a-worse', [20, 200], [60, 200]),
      pattern(context, 'b-fell', [60, 200], [20, 200]),
      pattern(context, 'c-chance', [12, 60], [9, 60]),
      pattern(context, 'd-few', [6, 10], [1, 10], { insufficient_data: true }),
      pattern(context, 'e-fell-more', [60, 200], [10, 400], { mean: null }),
      pattern(context, 'f-archived', [60, 200], [20, 200], { status: 'archived' }),
    ]
    await context.db.transaction((tx) => insertRows(tx, 'patterns', rows))
    const revenue = await perform(revenueRecoveredOperation, context, {})
    // 30 % to 10 % of 200 at 100.00, and 30 % to 2.5 % of 400 at the baseline's 50.00; 80 % of it is paid: 3,200 and 4,400.
    expect(revenue).toMatchObject({
      amount: 7600,
      paidShare: 80,
      paidShareWindow: { start: '2025-04-01', end: '2026-04-01' },
      states: { counted: 2, not_significant: 1, got_worse: 1, insufficient_data: 1, paid_share_unknown: 0, counted_in_scopes: 0, counted_in_another: 0 },
      pagination: { total: 5 },
    })
    expect(revenue.patterns.map(({ patternId, state, amount }) => [patternId, state, amount])).toEqual([
      ['e-fell-more', 'counted', 4400],
      ['b-fell', 'counted', 3200],
      ['c-chance', 'not_significant', 0],
      ['a-worse', 'got_worse', 0],
      ['d-few', 'insufficient_data', 0],
    ])
    const [, fell, chance, worse, few] = revenue.patterns
    expect(fell).toMatchObject({
      title: 'Pattern b-fell',
      baseline: { claims: 200, denied: 60, denialRate: 30 },
      current: { claims: 200, denied: 20, denialRate: 10 },
      fall: { points: 20, interval: { low: 12.29, high: 27.51 } },
      meanDeniedAmount: 100,
    })
    expect(chance!.p).toBeGreaterThan(0.05)
    expect(worse!.fall!.points).toBe(-20)
    expect(few).toMatchObject({ baseline: { claims: 10, denied: 6, denialRate: 60 }, p: null, fall: null, meanDeniedAmount: null })
    const second = await perform(revenueRecoveredOperation, context, { page: 2, limit: 2 })
    expect(second.patterns.map(({ patternId }) => patternId)).toEqual(['c-chance', 'a-worse'])
    expect(second.amount).toBe(7600)
  })

  it('counts a denial in one pattern: in scopes before the reason, and in the larger of two scopes that share it', async () => {
    const context = await newContext(use.database)
    await withPaidShare(context, 1000, 1000)
    const periods = {
      baseline_start: '2025-10-01',
      baseline_end: '2025-12-01',
      current_start: '2026-01-01',
      current_end: '2026-03-01',
      denial_reason: 'Authorization absent',
    }
    const scope = (payer: string) => ({ ...periods, scope: [{ field: 'payer', op: 'is', value: payer }] })
    const rows = [
      pattern(context, 'whole', [90, 400], [30, 400], periods),
      pattern(context, 'large', [60, 200], [20, 200], scope('P1')),
      pattern(context, 'small', [40, 200], [10, 200], scope('P2')),
      pattern(context, 'apart', [40, 200], [10, 200], scope('P3')),
    ]
    await context.db.transaction((tx) => insertRows(tx, 'patterns', rows))
    const denial = (pattern_id: string, line_number: number, service_date: string) => ({
      organization_id: context.organization.id,
      pattern_id,
      claim_id: 'paid',
      line_number,
      service_date,
      denied: true,
      amount: 10,
      open_amount: 0,
    })
    // A denial between the periods, and another line of the claim, are no reason to leave one out.
    const denials = [
      denial('large', 1, '2025-10-05'),
      denial('small', 1, '2025-10-05'),
      denial('apart', 1, '2025-12-20'),
      denial('large', 2, '2026-01-05'),
      denial('apart', 3, '2026-01-05'),
    ]
    await context.db.transaction((tx) => insertRows(tx, 'pattern_claims', denials))
    const revenue = await perform(revenueRecoveredOperation, context, {})
    expect(Object.fromEntries(revenue.patterns.map(({ patternId, state, amount }) => [patternId, [state, amount]]))).toEqual({
      large: ['counted', 4000],
      apart: ['counted', 3000],
      small: ['counted_in_another', 0],
      whole: ['counted_in_scopes', 0],
    })
    expect(revenue.amount).toBe(7000)
    expect((await perform(dashboardMetrics, context, { days: 7 })).revenueRecovered).toBe(7000)
  })

  it('is empty, and knows no share, without claims', async () => {
    const context = await newContext(use.database)
    expect(await perform(revenueRecoveredOperation, context, {})).toMatchObject({ amount: 0, interval: null, paidShare: null, patterns: [] })
    await context.db.transaction((tx) => insertRows(tx, 'patterns', [pattern(context, 'fell', [60, 200], [20, 200])]))
    expect((await perform(revenueRecoveredOperation, context, {})).states.paid_share_unknown).toBe(1)
  })

  it("adds up to the dashboard's number to the cent, whatever the patterns", async () => {
    const counts = fc.integer({ min: 1, max: 400 }).chain((claims) => fc.integer({ min: 0, max: claims }).map((denied): [number, number] => [denied, claims]))
    const given = fc.array(fc.tuple(counts, counts, fc.integer({ min: 1, max: 99_999 }), fc.boolean()), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(given, fc.integer({ min: 1, max: 99_999 }), async (patterns, paid) => {
        const context = await newContext(use.database)
        await withPaidShare(context, 1000, paid / 100)
        const rows = patterns.map(([baseline, current, mean, few], index) =>
          pattern(context, `P${index}`, baseline, current, { mean: mean / 100, insufficient_data: few }),
        )
        await context.db.transaction((tx) => insertRows(tx, 'patterns', rows))
        const revenue = await perform(revenueRecoveredOperation, context, { limit: 200 })
        const dashboard = await perform(dashboardMetrics, context, { days: 7 })
        expect([revenue.amount, revenue.interval]).toEqual([dashboard.revenueRecovered, dashboard.revenueRecoveredInterval])
        expect(revenue.patterns).toHaveLength(patterns.length)
        expect(revenue.patterns.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)).toBe(Math.round(revenue.amount * 100))
      }),
      { numRuns: 10 },
    )
  })
})
