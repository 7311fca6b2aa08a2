import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { getPolicy } from '../../src/policies/get.ts'
import { listPolicies } from '../../src/policies/list.ts'
import { refreshPoliciesOperation } from '../../src/policies/refresh-operation.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPolicies, insertVisits, type Visit } from './policies.ts'

const line = { billed: 50, procedure: '99213', modifiers: ['25'] }
/** As of 2026-03-31: the period is 2026-01-01 to 2026-03-31. */
const visits: Visit[] = [
  { id: 'before', served: '2025-12-31', decided: '2026-01-20', lines: [{ ...line, carc: '4' }] },
  {
    id: 'first-day',
    served: '2026-01-01',
    decided: '2026-01-20',
    rendering: 'DR2',
    lines: [
      { ...line, carc: '4', rarc: 'N519' },
      { ...line, billed: 20.5, carc: '4' },
    ],
    appeals: [{ filed: '2026-02-01', outcome: 'overturned', decided: '2026-03-01' }],
  },
  { id: 'appealed', served: '2026-02-01', decided: '2026-02-20', provider: 'DR3', lines: [{ ...line, carc: '4' }], appeals: [{ filed: '2026-03-01' }] },
  { id: 'denied', served: '2026-02-02', decided: '2026-02-20', lines: [{ ...line, carc: '4' }] },
  { id: 'paid', served: '2026-03-31', decided: '2026-03-31', lines: [line] },
  { id: 'without', served: '2026-02-03', decided: '2026-02-20', provider: 'DR4', lines: [{ ...line, modifiers: [], carc: '4' }] },
  { id: 'waits', served: '2026-02-03', provider: 'DR5', lines: [line] },
  { id: 'other', served: '2026-02-03', decided: '2026-02-20', procedure: '36415' },
]

async function practice(context: Context) {
  await insertPolicies(context, [
    { id: 'P', codes: ['99213'], conditions: { modifier_required: ['25'], carc: ['4'] }, ages: [null, null] },
    { id: 'Q', codes: ['36415'], mode: 'draft' },
  ])
  await insertVisits(context, visits)
  await context.db.run(sql`
    insert into patterns (organization_id, id, title, category, status) select ${context.organization.id}::int, id, 'Pattern ' || id, 'unclassified', status
    from (values ('PTN-1', 'active'), ('PTN-2', 'archived')) as v(id, status)`)
  await context.db.run(
    sql`insert into pattern_relations (organization_id, pattern_id, kind, reference) select ${context.organization.id}::int, id, 'policy', 'P' from patterns where id like 'PTN-%'`,
  )
}

describe('the metrics of policies', () => {
  const use = useDatabase()

  it('are null until they are computed, and then those of three months', async () => {
    const context = await newContext(use.database)
    await practice(context)
    const unknown = {
      hitRate: null,
      denialRate: null,
      appealRate: null,
      overturnRate: null,
      impact: null,
      providersImpacted: null,
      insightCount: null,
      trend: null,
      hitCount: null,
      period: null,
    }
    expect((await perform(listPolicies, context, {})).policies).toMatchObject([
      { id: 'P', ...unknown, computationStatus: 'pending', lastComputedAt: null },
      { id: 'Q', ...unknown, computationStatus: 'pending', lastComputedAt: null },
    ])
    await recomputeAll(context)
    const metrics = {
      claimCount: 6,
      hitCount: 4,
      hitRate: 66.67,
      deniedCount: 3,
      denialRate: 75,
      appealedClaimCount: 2,
      appealRate: 66.67,
      appealDecidedClaimCount: 1,
      overturnedClaimCount: 1,
      overturnRate: 100,
      impact: 170.5,
      withoutModifierCount: 1,
      withoutModifierDeniedCount: 1,
      providersImpacted: 3,
      insightCount: 1,
      trend: 'stable',
      period: { start: '2026-01-01', end: '2026-04-01' },
      computationStatus: 'complete',
      lastComputedAt: context.now.toISOString(),
    }
    const { policies } = await perform(listPolicies, context, {})
    expect(policies[0]).toMatchObject(metrics)
    expect(policies[1]).toMatchObject({ ...unknown, computationStatus: 'complete' })
    expect(await perform(refreshPoliciesOperation, context, {})).toEqual({ policies: 2, asOf: context.now.toISOString() })
  })

  it('are shown with conditions, weeks, patterns and the denied lines that make the impact', async () => {
    const context = await newContext(use.database)
    await practice(context)
    await recomputeAll(context)
    const { policy, patterns, weekly, denials, pagination } = await perform(getPolicy, context, { id: 'P', limit: 3 })
    expect(policy).toMatchObject({
      conditions: [
        { kind: 'carc', code: '4', label: null },
        { kind: 'modifier_required', code: '25', label: null },
      ],
      ages: null,
      frequency: null,
    })
    expect(patterns).toEqual([{ id: 'PTN-1', title: 'Pattern PTN-1', status: 'active', denialRate: null }])
    expect(denials.map(({ claimId, lineNumber }) => `${claimId}/${lineNumber}`)).toEqual(['denied/1', 'appealed/1', 'first-day/1'])
    expect(denials[2]).toMatchObject({ serviceDate: '2026-01-01', procedureCode: '99213', modifiers: ['25'], carc: '4', rarc: 'N519', billedAmount: 50 })
    expect(pagination).toEqual({ total: 4, page: 1, limit: 3, pages: 2 })
    const rest = await perform(getPolicy, context, { id: 'P', limit: 3, page: 2 })
    expect([...denials, ...rest.denials].reduce((sum, { billedAmount }) => sum + billedAmount, 0)).toBe(policy.impact)
    expect(weekly.filter(({ hits }) => hits > 0)).toEqual([
      { week: '2025-12-29', hits: 2, denied: 2, denialRate: 100, dollarsDenied: 120.5, mature: false },
      { week: '2026-01-26', hits: 1, denied: 1, denialRate: 100, dollarsDenied: 50, mature: false },
      { week: '2026-02-02', hits: 1, denied: 1, denialRate: 100, dollarsDenied: 50, mature: false },
      { week: '2026-03-30', hits: 1, denied: 0, denialRate: 0, dollarsDenied: 0, mature: false },
    ])
    expect(weekly.at(-1)!.week).toBe('2026-03-30')
    expect((await perform(getPolicy, context, { id: 'Q' })).denials).toEqual([])
    await expect(perform(getPolicy, context, { id: 'R' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(refreshPoliciesOperation, { ...context, actor: { id: 'v', role: 'viewer' } }, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('call a trend on the denial rate of mature days alone', async () => {
    const context = await newContext(use.database)
    await insertPolicies(context, [{ id: 'P', codes: ['99213'] }])
    // Two claims a day, decided after ten days; denied are all of the month before the last mature days, none of those.
    const days = Array.from({ length: 110 }, (_, index) => addDays('2025-12-10', index))
    await insertVisits(
      context,
      days.flatMap((served, index): Visit[] =>
        ['a', 'b'].map((name) => ({
          id: `${served}${name}`,
          served,
          procedure: '99213',
          ...(index < 102 ? { decided: addDays(served, 10) } : {}),
          ...(served >= '2026-01-21' && served < '2026-02-20' ? { carc: '50' } : {}),
        })),
      ),
    )
    await recomputeAll(context)
    expect((await perform(listPolicies, context, {})).policies[0]).toMatchObject({ trend: 'down', deniedCount: 60 })
  })

  it('fail with their name, and are computed from the start afterwards', async () => {
    const context = await newContext(use.database)
    await practice(context)
    await recomputeAll(context)
    await context.db.run(sql`update policies set computation_status = 'pending'`)
    let slices = 0
    const failing: Context['db'] = { ...context.db, transaction: (work) => (slices++ === 5 ? Promise.reject(new Error('lost')) : context.db.transaction(work)) }
    await expect(perform(refreshPoliciesOperation, { ...context, db: failing }, {})).rejects.toThrow('lost')
    expect(await context.db.rows(sql`select distinct computation_status as status from policies`)).toEqual([{ status: 'error' }])
    await perform(refreshPoliciesOperation, context, {})
    expect((await perform(listPolicies, context, {})).policies).toMatchObject([
      { computationStatus: 'complete', impact: 170.5 },
      { computationStatus: 'complete' },
    ])
  })
})
