import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { getProvider } from '../../src/providers/get.ts'
import { listProviders } from '../../src/providers/list.ts'
import { refreshProvidersOperation } from '../../src/providers/operations.ts'
import { refreshProviders } from '../../src/providers/refresh.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { deleteClaim } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Claims of a provider with a payer, over the twelve months before 2026-03-31, of which every so many is denied. */
function claimsOf(provider: string, payer: string, count: number, denied: number, more: Partial<ClaimSpec> = {}): ClaimSpec[] {
  return Array.from({ length: count }, (_, at) => {
    const served = addDays('2025-04-01', (at * 37) % 365)
    const isDenied = Math.floor(((at + 1) * denied) / count) > Math.floor((at * denied) / count)
    return {
      id: `${provider}-${payer}-${at}`,
      provider,
      payer,
      served,
      decided: addDays(served, 14),
      procedure: '99213',
      ...(isDenied && { carc: '197' }),
      ...more,
    }
  })
}

const list = (context: Context, input: Record<string, unknown> = {}) => perform(listProviders, context, input)
const stored = ({ db }: Context) =>
  db.rows<Record<string, unknown>>(sql`
    select provider_id, claim_count, denied_count, pending_count, round(expected_denied_count, 6) as expected, total_billed, total_denied, appeal_count, appeals_decided_count,
           overturn_count, improved_patterns, round(ratio::numeric, 6) as ratio, verdict, computation_status, computation_version, computation_period_start, computation_period_end
    from provider_performance order by provider_id`)

describe('the performance of providers', () => {
  const use = useDatabase()

  it('compares each with its own case mix: where everybody has the same rates, raw rates differ and ratios do not', async () => {
    const context = await newContext(use.database)
    const easy = ['EASY-1', 'EASY-2', 'EASY-3', 'EASY-4', 'EASY-5', 'EASY-6']
    await insertClaims(context, [
      ...claimsOf('HARD', 'STRICT', 180, 54),
      ...claimsOf('HARD', 'MILD', 20, 1),
      ...easy.flatMap((name) => [...claimsOf(name, 'STRICT', 20, 6), ...claimsOf(name, 'MILD', 180, 9)]),
      ...claimsOf('WORSE', 'MILD', 200, 34),
    ])
    await recomputeAll(context)
    const before = await list(context)
    expect(before.providers).toHaveLength(8)
    expect(before.providers[0]).toMatchObject({ claimCount: null, denialRate: null, ratio: null, verdict: null, window: null, computationStatus: null })
    expect(before.funnel).toEqual({ overDispersion: null, points: [] })

    expect(await perform(refreshProvidersOperation, context, {})).toEqual({ providers: 8, unknown: 0, asOf: context.now.toISOString() })
    const { providers, funnel } = await list(context)
    expect(providers.map(({ id, denialRate, verdict }) => [id, denialRate, verdict])).toEqual([
      ['WORSE', 17, 'above_expected'],
      ['HARD', 27.5, 'as_expected'],
      ...easy.map((name) => [name, 7.5, 'as_expected']),
    ])
    // WORSE by hand: the others hold 145 of 1,400 denied; with MILD 55 of 1,100; shrunk twice over, 20 claims each time.
    const payer = (55 + 20 * (145 / 1400)) / 1120
    const expected = (200 * (55 + 20 * payer)) / 1120
    expect(providers[0]!.deniedCount).toBe(34)
    expect(providers[0]!.expectedDeniedCount).toBeCloseTo(expected, 2)
    expect(providers[0]!.excessDenials).toBeCloseTo(34 - expected, 2)
    expect(providers[0]!.window).toEqual({ start: '2025-04-01', end: '2026-04-01' })
    expect(funnel.overDispersion).toBe(1)
    expect(funnel.points.map(({ providerId }) => providerId)).toContain('WORSE')
    for (const { ratio, low, high, verdict } of funnel.points) expect(verdict === 'above_expected').toBe(ratio > high && low < 1)
    // Filters, orders and pages.
    expect((await list(context, { verdict: 'above_expected' })).providers.map(({ id }) => id)).toEqual(['WORSE'])
    expect((await list(context, { sort: 'name', limit: 1, page: 2 })).providers.map(({ id }) => id)).toEqual(['EASY-2'])
    expect((await list(context, { search: 'easy-2' })).providers.map(({ id }) => id)).toEqual(['EASY-2'])
    expect((await list(context, { verdict: 'measured' })).pagination.total).toBe(8)
    expect((await list(context, { verdict: 'unmeasured' })).providers).toEqual([])
    await context.db.run(sql`update providers set specialty = 'Cardiology' where id = 'WORSE'`)
    expect((await list(context, { sort: 'specialty', limit: 2 })).providers.map(({ id }) => id)).toEqual(['WORSE', 'EASY-1'])
    // The outer limits lie outside the inner ones, for points and providers alike.
    const point = funnel.points.find(({ providerId }) => providerId === 'WORSE')!
    expect(point).toMatchObject({ claims: 200, denied: 34, outer: providers[0]!.funnelOuter })
    expect(point.outer.low).toBeLessThan(point.low)
    expect(point.outer.high).toBeGreaterThan(point.high)
    // What it is denied in: its own claims only, each once.
    const { patterns, procedures } = await perform(getProvider, context, { id: 'WORSE' })
    expect(patterns.map(({ sentence, deniedClaims, deniedAmount }) => [sentence.includes('uthorization'), deniedClaims, deniedAmount])).toEqual([
      [true, 34, 3400],
    ])
    expect(procedures).toEqual([{ procedureCode: '99213', denied: 34 }])
    // The case mix of one, by payer; what is expected of each adds up.
    const { provider: hard, payers } = await perform(getProvider, context, { id: 'HARD' })
    expect(payers.map(({ payer, name, claims, denied, denialRate }) => [payer, name, claims, denied, denialRate])).toEqual([
      ['STRICT', 'Payer STRICT', 180, 54, 30],
      ['MILD', 'Payer MILD', 20, 1, 5],
    ])
    expect(payers[0]!.expected! + payers[1]!.expected!).toBeCloseTo(hard.expectedDeniedCount!, 1)
    expect(payers[0]!.expected).toBeGreaterThan(40)
    await expect(list(context, { sort: 'denialRate' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('keeps services of different kinds apart, whoever bills them', async () => {
    const context = await newContext(use.database)
    // Surgery is denied at 40 %, visits at 5 %: alike for everybody. SURGEON renders under a group that bills for all.
    await insertClaims(context, [
      ...claimsOf('GROUP', 'P1', 100, 40, { rendering: 'SURGEON', procedure: '29881' }),
      ...claimsOf('OTHER', 'P1', 100, 40, { procedure: '29826' }),
      ...claimsOf('VISITS-1', 'P1', 300, 15),
      ...claimsOf('VISITS-2', 'P1', 300, 15),
    ])
    await recomputeAll(context)
    await refreshProviders(context)
    const rows = (await list(context, { sort: 'name' })).providers
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['GROUP', null],
      ['OTHER', 'as_expected'],
      ['SURGEON', 'as_expected'],
      ['VISITS-1', 'as_expected'],
      ['VISITS-2', 'as_expected'],
    ])
    expect(rows.find(({ id }) => id === 'SURGEON')!.expectedDeniedCount).toBeGreaterThan(30)
  })

  it('is a sum over the days of twelve months, leaves no verdict on few claims, and forgets who has none left', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      ...claimsOf('BIG', 'P1', 100, 10, { billed: 50 }),
      ...claimsOf('FEW', 'P1', 19, 19),
      { id: 'too-old', provider: 'OLD', served: '2025-03-31', decided: '2025-04-10' },
      { id: 'waits', provider: 'BIG', served: '2026-03-30' },
      { id: 'twice', provider: 'BIG', served: '2026-01-05', decided: '2026-01-20', duplicate: true },
      {
        id: 'won',
        provider: 'NEW',
        served: '2026-03-31',
        decided: '2026-03-31',
        carc: '50',
        appeals: [{ filed: '2026-03-31', outcome: 'overturned', decided: '2026-03-31' }],
      },
    ])
    await recomputeAll(context)
    expect(await refreshProviders(context)).toEqual({ providers: 3, unknown: 0 })
    const rows = await stored(context)
    expect(
      rows.map(({ provider_id, claim_count, denied_count, pending_count, verdict }) => [provider_id, claim_count, denied_count, pending_count, verdict]),
    ).toEqual([
      ['BIG', 100, 10, 1, 'below_expected'],
      ['FEW', 19, 19, 0, 'not_enough_claims'],
      ['NEW', 1, 1, 0, 'not_enough_claims'],
    ])
    expect(rows[0]).toMatchObject({ total_billed: '5000.00', total_denied: '500.00', computation_status: 'complete', computation_version: 1 })
    expect(rows[2]).toMatchObject({ appeal_count: 1, appeals_decided_count: 1, overturn_count: 1 })
    const sums = await context.db.rows(sql`
      select provider_id, sum(claim_count)::int as claim_count, sum(denied_count)::int as denied_count, sum(billed_amount) as total_billed
      from provider_daily_metrics where metric_date >= '2025-04-01' and metric_date < '2026-04-01' group by 1 order by 1`)
    expect(rows.map(({ provider_id, claim_count, denied_count, total_billed }) => ({ provider_id, claim_count, denied_count, total_billed }))).toEqual(sums)

    // Again: the same. Without its claim, NEW goes.
    await refreshProviders(context)
    expect(await stored(context)).toEqual(rows)
    await deleteClaim(context, 'won')
    await recomputeAll(context)
    await refreshProviders(context)
    expect((await stored(context)).map(({ provider_id }) => provider_id)).toEqual(['BIG', 'FEW'])
  })

  it('computes waiting days first, and leaves out whom no row describes', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claimsOf('DR1', 'P1', 40, 4))
    await insertClaims(context, claimsOf('GHOST', 'P1', 40, 4))
    await context.db.run(sql`delete from providers where id = 'GHOST'`)
    await context.db.run(sql`
      insert into service_days_to_recompute (organization_id, date_basis, day, cause)
      select distinct ${context.organization.id}::int, 'service', date_of_service, 'import:1' from claims`)
    const viewer = { ...context, actor: { id: 'v', role: 'viewer' as const } }
    await expect(perform(refreshProvidersOperation, viewer, {})).rejects.toMatchObject({ code: 'forbidden' })
    expect(await perform(refreshProvidersOperation, context, {})).toMatchObject({ providers: 1, unknown: 1 })
    // The claims of the unknown one still are what others are compared with: 4 of 40.
    expect(await stored(context)).toMatchObject([{ provider_id: 'DR1', claim_count: 40, denied_count: 4, expected: '4.000000' }])
  })

  it('says error when it fails, keeps what was there, and recovers', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [...claimsOf('A', 'P1', 100, 10), ...claimsOf('B', 'P1', 100, 10)])
    await recomputeAll(context)
    await refreshProviders(context)
    const before = await stored(context)
    let transactions = 0
    const failing: Context['db'] = {
      ...context.db,
      transaction: (work) => (transactions++ > 1 ? Promise.reject(new Error('lost')) : context.db.transaction(work)),
    }
    await expect(refreshProviders({ ...context, db: failing })).rejects.toThrow('lost')
    expect(await stored(context)).toEqual(before.map((row) => ({ ...row, computation_status: 'error' })))
    await refreshProviders(context)
    expect(await stored(context)).toEqual(before)
  })

  it('names the patterns that a provider has improved on', async () => {
    const context = await newContext(use.database)
    // Claims of two periods of sixty days. BETTER falls from 15 to 3 of 30, SAME stays at 8 of 30, SMALL has 10 claims in each.
    const period = (provider: string, start: string, count: number, denied: number): ClaimSpec[] =>
      Array.from({ length: count }, (_, at) => {
        const served = addDays(start, at % 60)
        return { id: `${provider}-${start}-${at}`, provider, served, decided: addDays(served, 5), ...(at < denied && { carc: '197' }) }
      })
    await insertClaims(
      context,
      ['2025-07-01', '2026-01-10'].flatMap((start, now) => [
        ...period('BETTER', start, 30, now ? 3 : 15),
        ...period('SAME', start, 30, 8),
        ...period('SMALL', start, 10, now ? 0 : 10),
      ]),
    )
    await recomputeAll(context)
    const pattern = await context.db.row<{ id: string }>(sql`select id from patterns`)
    await context.db.run(sql`
      update patterns set insufficient_data = false, baseline_start = '2025-07-01', baseline_end = '2025-08-30', current_start = '2026-01-10', current_end = '2026-03-11'`)
    await refreshProviders(context)
    expect(await stored(context)).toMatchObject([{ improved_patterns: 1 }, { improved_patterns: 0 }, { improved_patterns: 0 }])
    const { improved } = await perform(getProvider, context, { id: 'BETTER' })
    expect(improved).toEqual([
      {
        patternId: pattern!.id,
        title: expect.any(String) as string,
        baseline: { claimCount: 30, deniedCount: 15, denialRate: 50 },
        current: { claimCount: 30, deniedCount: 3, denialRate: 10 },
      },
    ])
    // Nothing is said of a pattern whose periods say nothing yet.
    await context.db.run(sql`update patterns set insufficient_data = true`)
    await refreshProviders(context)
    expect(await stored(context)).toMatchObject([{ improved_patterns: 0 }, {}, {}])
  })

  it('shows one provider with its weeks', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [...claimsOf('DR1', 'P1', 100, 10), ...claimsOf('DR2', 'P1', 10, 1), { id: 'waits', provider: 'DR1', served: '2026-03-31' }])
    await recomputeAll(context)
    expect((await perform(getProvider, context, { id: 'DR1' })).provider).toMatchObject({ verdict: null, improvedPatterns: null })
    await refreshProviders(context)
    const { provider, weekly } = await perform(getProvider, context, { id: 'DR1' })
    expect(provider).toMatchObject({ id: 'DR1', name: 'Provider DR1', claimCount: 100, deniedCount: 10, denialRate: 10, pendingCount: 1 })
    expect(weekly).toHaveLength(53)
    expect(weekly[0]!.week).toBe('2025-03-31')
    const sum = (of: 'claims' | 'denied' | 'pending' | 'dollarsDenied') => weekly.reduce((total, week) => total + week[of], 0)
    expect([sum('claims'), sum('denied'), sum('pending'), sum('dollarsDenied')]).toEqual([100, 10, 1, 1000])
    expect(weekly.at(-1)!.mature).toBe(false)
    await expect(perform(getProvider, context, { id: 'NOBODY' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
