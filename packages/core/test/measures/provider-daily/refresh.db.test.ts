import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { addDays, type IsoDate } from '../../../src/dates.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import { refreshProviderDays } from '../../../src/measures/provider-daily/refresh.ts'
import { arbitraryClaims, randomDays } from '../../factories/arbitrary-claims.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { deleteClaim } from '../../patterns/patterns.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { recountDays, storedDays } from './recount.ts'

const refresh = ({ db, organization }: Context, days: readonly IsoDate[], cause = 'test') =>
  db.transaction((tx) => refreshProviderDays(tx, organization.id, days, cause))

const days: IsoDate[] = ['2026-01-05', '2026-01-06', '2026-02-01', '2026-02-15', '2026-03-01']
const served = '2026-01-05'
const decided = '2026-01-20'

async function example(context: Context) {
  await insertClaims(context, [
    {
      id: 'two-appeals',
      served,
      decided,
      provider: 'GROUP',
      rendering: 'DR-A',
      billed: 100,
      carc: '197',
      appeals: [
        { filed: '2026-02-01', outcome: 'upheld', decided: '2026-02-15' },
        { filed: '2026-02-15', outcome: 'partially_overturned', decided: '2026-03-01' },
      ],
    },
    { id: 'in-part', served, decided, provider: 'GROUP', rendering: 'DR-A', lines: [{ billed: 60, carc: '197' }, { billed: 40 }] },
    { id: 'waits', served, provider: 'GROUP', rendering: 'DR-A', billed: 70 },
    { id: 'twice', served, decided, provider: 'GROUP', rendering: 'DR-A', billed: 30, duplicate: true },
    { id: 'asked-first', served, decided, provider: 'GROUP', rendering: 'DR-A', use: 'preauthorization', carc: '197', appeals: [{ filed: '2026-02-01' }] },
    { id: 'billed-only', served: '2026-01-06', decided, provider: 'GROUP', billed: 55.5, paid: 50.25 },
    { id: 'of-nobody', served, decided, provider: null, appeals: [{ filed: '2026-02-01' }] },
  ])
}

describe('provider daily metrics', () => {
  const use = useDatabase()

  it('count claims and money of who rendered, else who billed, and appeals on their days', async () => {
    const context = await newContext(use.database)
    await example(context)
    expect(await refresh(context, days, 'import:1')).toBe(5)
    const none = { claims: 0, pending: 0, denied: 0, billed: 0, dollars: 0, paid: 0, appeals: 0, decided: 0, overturned: 0 }
    expect(await storedDays(context)).toEqual({
      'DR-A 2026-01-05': { ...none, claims: 2, pending: 1, denied: 1, billed: 20_000, dollars: 16_000, paid: 4000 },
      'DR-A 2026-02-01': { ...none, appeals: 1 },
      'DR-A 2026-02-15': { ...none, appeals: 1, decided: 1 },
      'DR-A 2026-03-01': { ...none, decided: 1, overturned: 1 },
      'GROUP 2026-01-06': { ...none, claims: 1, billed: 5550, paid: 5025 },
    })
    const [first] = await context.db.rows(sql`
      select denial_rate::float8 as rate, period_start as start, period_end as "end", created_by as by from provider_daily_metrics order by provider_id, metric_date`)
    expect(first).toEqual({ rate: 50, start: '2026-01-05', end: '2026-01-06', by: 'import:1' })
  })

  it('change nothing the second time, and restate what changes with its cause', async () => {
    const context = await newContext(use.database)
    await example(context)
    await refresh(context, days, 'import:1')
    expect(await refresh(context, days)).toBe(0)
    await insertClaims(context, [{ id: 'late', served: '2026-01-06', decided: '2026-04-20', provider: 'GROUP', billed: 25, carc: '197' }])
    await deleteClaim(context, 'two-appeals')
    expect(await refresh(context, ['2026-01-06', '2026-02-15'], 'import:7')).toBe(2)
    const restated = await context.db.rows(sql`
      select metric, subject, metric_date as day, old_value::float8 as old, new_value::float8 as new, cause from metric_restatements where old_value is not null order by id`)
    // A row that goes leaves a note of when it had been published.
    expect(await context.db.rows(sql`select metric, subject, cause from metric_restatements where old_value is null`)).toEqual([
      { metric: 'provider', subject: 'DR-A', cause: 'import:1' },
    ])
    const group = { subject: 'GROUP', day: '2026-01-06', cause: 'import:7' }
    const doctor = { subject: 'DR-A', day: '2026-02-15', cause: 'import:7' }
    expect(restated).toEqual([
      { ...group, metric: 'provider.billed_amount', old: 55.5, new: 80.5 },
      { ...group, metric: 'provider.claim_count', old: 1, new: 2 },
      { ...group, metric: 'provider.denied_count', old: 0, new: 1 },
      { ...group, metric: 'provider.dollars_denied', old: 0, new: 25 },
      { ...doctor, metric: 'provider.appeal_count', old: 1, new: 0 },
      { ...doctor, metric: 'provider.appeals_decided_count', old: 1, new: 0 },
    ])
    expect(await storedDays(context)).not.toHaveProperty('DR-A 2026-02-15')
    expect(await storedDays(context)).toHaveProperty('DR-A 2026-02-01')
    expect(await context.db.row(sql`select created_by as by from provider_daily_metrics where provider_id = 'GROUP'`)).toEqual({ by: 'import:1' })
  })

  it('are the same as counted one by one, whatever the claims, the slices and their order', async () => {
    const appeal = fc.record({
      filed: fc.constantFrom(...randomDays),
      outcome: fc.constantFrom('pending' as const, 'upheld' as const, 'overturned' as const),
      decided: fc.constantFrom(...randomDays),
    })
    const more = fc.record({
      provider: fc.constantFrom('DR-A', 'DR-B', null),
      rendering: fc.constantFrom('DR-A', 'DR-C', undefined),
      appeals: fc.array(appeal, { maxLength: 2 }),
    })
    const claims = fc.tuple(arbitraryClaims, fc.array(more, { minLength: 25, maxLength: 25 })).map(([specs, extras]) =>
      specs.map((spec, index): ClaimSpec => {
        const { provider, rendering, appeals } = extras[index]!
        return { ...spec, provider, appeals, ...(rendering !== undefined && { rendering }) }
      }),
    )
    const allDays = Array.from({ length: 70 }, (_, index) => addDays(randomDays[0]!, index))
    await fc.assert(
      fc.asyncProperty(claims, fc.shuffledSubarray(allDays, { minLength: allDays.length }), fc.nat(), fc.nat(), async (specs, order, cut, gone) => {
        const context = await newContext(use.database)
        // Some claims come first, every day is computed, the rest come, one is taken back, and the days are computed again slice by slice.
        const half = specs.length === 0 ? 0 : cut % specs.length
        await insertClaims(context, specs.slice(0, half))
        await refresh(context, allDays)
        await insertClaims(context, specs.slice(half))
        if (specs.length > 0) await deleteClaim(context, specs[gone % specs.length]!.id)
        for (let at = 0; at < order.length; at += 10) await refresh(context, order.slice(at, at + 10))
        expect(await storedDays(context)).toEqual(await recountDays(context))
        expect(await refresh(context, allDays)).toBe(0)
        // A full rebuild on an empty table gives the same.
        const incremental = await storedDays(context)
        await context.db.run(sql`delete from provider_daily_metrics`)
        await refresh(context, allDays)
        expect(await storedDays(context)).toEqual(incremental)
      }),
      { numRuns: 10 },
    )
  })

  it('add up to the days of the organization where every claim names a provider', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, async (specs) => {
        const context = await newContext(use.database)
        await insertClaims(
          context,
          specs.map((spec, index) => ({ ...spec, provider: `DR${index % 3}` })),
        )
        await refresh(context, randomDays)
        await context.db.transaction((tx) => refreshOrganizationDays(tx, context.organization.id, 'service', randomDays, 'test'))
        const total = (table: string, columns: string) =>
          context.db.row(sql`select ${sql.raw(columns)} from ${sql.raw(table)} where organization_id = ${context.organization.id}`)
        const sums = (...columns: string[]) => columns.map((column, at) => `coalesce(sum(${column}), 0)::text as n${at}`).join(', ')
        expect(
          await total('provider_daily_metrics', sums('claim_count', 'pending_count', 'denied_count', 'billed_amount', 'dollars_denied', 'paid_amount')),
        ).toEqual(
          await total(
            'organization_daily_metrics',
            sums('adjudicated_count', 'pending_count', 'denied_count', 'adjudicated_amount', 'denied_amount', 'paid_amount'),
          ),
        )
      }),
      { numRuns: 8 },
    )
  })
})
