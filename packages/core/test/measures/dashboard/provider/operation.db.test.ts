import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listClaims } from '../../../../src/claims/list.ts'
import { dashboardMetrics } from '../../../../src/measures/dashboard/operation.ts'
import type { Context } from '../../../../src/context.ts'
import { addDays } from '../../../../src/dates.ts'
import { providerMetrics } from '../../../../src/measures/dashboard/provider/operation.ts'
import { refreshOrganizationDays } from '../../../../src/measures/organization-daily/refresh.ts'
import { refreshProviderDays } from '../../../../src/measures/provider-daily/refresh.ts'
import { perform } from '../../../../src/operation.ts'
import { arbitraryClaims } from '../../../factories/arbitrary-claims.ts'
import { insertClaims, type ClaimSpec } from '../../../factories/claims.ts'
import { newContext, useDatabase } from '../../../support/database.ts'
import { recountDays } from '../../provider-daily/recount.ts'

const everyDay = Array.from({ length: 365 }, (_, day) => addDays('2025-06-01', day))

async function withClaims(context: Context, specs: readonly ClaimSpec[]): Promise<Context> {
  await insertClaims(context, specs)
  await context.db.transaction((tx) => refreshProviderDays(tx, context.organization.id, everyDay, 'test'))
  return context
}

describe('the dashboard of a provider', () => {
  const use = useDatabase()

  it('shows what can be counted by hand, by day of service', async () => {
    // Today is 31 March: 30 days are 2 to 31 March, the 30 before 31 January to 1 March.
    const context = await withClaims(await newContext(use.database), [
      { id: 'first-day', served: '2026-03-02', submitted: '2026-03-09', decided: '2026-03-20', billed: 100, paid: 90 },
      { id: 'denied', served: '2026-03-10', submitted: '2026-03-12', decided: '2026-03-20', billed: 200, carc: '50' },
      { id: 'half', served: '2026-03-10', decided: '2026-03-20', lines: [{ billed: 60 }, { billed: 40, carc: '11' }] },
      { id: 'duplicate', served: '2026-03-10', decided: '2026-03-20', billed: 50, duplicate: true },
      { id: 'rendered', served: '2026-03-11', decided: '2026-03-20', billed: 30, provider: 'GROUP', rendering: 'DR1' },
      { id: 'rendered-by-another', served: '2026-03-11', decided: '2026-03-20', billed: 1000, rendering: 'DR2', carc: '50' },
      { id: 'waiting', served: '2026-03-31', billed: 80 },
      // Submitted within the period, served before it.
      {
        id: 'before',
        served: '2026-03-01',
        submitted: '2026-03-03',
        decided: '2026-03-15',
        billed: 300,
        carc: '197',
        appeals: [
          { filed: '2026-03-16', outcome: 'overturned', decided: '2026-03-25' },
          { filed: '2026-03-26', outcome: 'pending' },
        ],
      },
      { id: 'too-early', served: '2026-01-30', decided: '2026-02-15', billed: 1000, carc: '50' },
    ])
    const found = await perform(providerMetrics, context, { id: 'DR1' })
    expect(found).toMatchObject({
      provider: { id: 'DR1' },
      window: { start: '2026-03-02', end: '2026-04-01' },
      previousWindow: { start: '2026-01-31', end: '2026-03-02' },
      denialRate: 25,
      denialRateInterval: { low: 4.56, high: 69.94 },
      adjudicatedClaims: 4,
      pendingClaims: 1,
      deniedClaims: 1,
      deniedAmount: 240,
      adjudicatedAmount: 430,
      paidAmount: 180,
      appeals: { filed: 2, decided: 1, won: 1 },
      trendDetails: { denialRate: { change: -75, comparable: false } },
      data: { firstService: '2026-01-30', lastService: '2026-03-31' },
      maturity: null,
      recomputing: false,
      asOf: '2026-03-31T12:00:00.000Z',
    })
    expect(found.daily).toHaveLength(60)
    expect(found.daily.find(({ date }) => date === '2026-03-10')).toEqual({
      date: '2026-03-10',
      claims: 2,
      adjudicated: 2,
      denied: 1,
      denialRate: 50,
      deniedAmount: 240,
      mature: false,
      week: { adjudicated: 2, denied: 1, denialRate: 50 },
    })
    // The claims behind the numbers, as the screen's links ask for them.
    const claimsOf = async (filter: object) => (await perform(listClaims, context, { servedBy: 'DR1', basis: 'service', dateRange: 30, ...filter })).claims
    expect((await claimsOf({ initial: 'denied' })).map(({ id }) => id)).toEqual(['denied'])
    expect((await claimsOf({ initial: 'any_denied' })).reduce((sum, { deniedAmount }) => sum + deniedAmount, 0)).toBe(240)
    expect((await claimsOf({})).reduce((sum, { paidAmount }) => sum + paidAmount, 0)).toBe(180)
    expect(await perform(providerMetrics, context, { id: 'DR2', days: '90' })).toMatchObject({ adjudicatedClaims: 1, denialRate: 100, deniedAmount: 1000 })
    expect(await perform(providerMetrics, context, { id: 'GROUP' })).toMatchObject({
      adjudicatedClaims: 0,
      pendingClaims: 0,
      denialRate: null,
      denialRateInterval: null,
      data: null,
      maturity: null,
    })
  })

  it('says when a day of its windows waits, and does not compare before both are mature', async () => {
    const cohort = (name: string, age: number): ClaimSpec[] =>
      Array.from({ length: 60 }, (_, n) => {
        const served = addDays('2026-03-31', -age)
        return { id: `${name}${n}`, served, submitted: served, decided: addDays(served, 10), outcome: n < 15 ? 'denied' : 'paid' }
      })
    const context = await withClaims(await newContext(use.database), [...cohort('old', 150), ...cohort('a', 12), ...cohort('b', 45)])
    await context.db.transaction((tx) => refreshOrganizationDays(tx, context.organization.id, 'service', everyDay, 'test'))
    expect(await perform(providerMetrics, context, { id: 'DR1' })).toMatchObject({
      maturity: 100,
      recomputing: false,
      trendDetails: { denialRate: { change: 0, comparable: true } },
    })
    await insertClaims(context, [{ id: 'young', served: '2026-03-31', submitted: '2026-03-31' }])
    await context.db.transaction((tx) => refreshProviderDays(tx, context.organization.id, ['2026-03-31'], 'test'))
    expect((await perform(providerMetrics, context, { id: 'DR1' })).maturity).toBe(98.36)
    await context.db.run(
      sql`insert into service_days_to_recompute (organization_id, date_basis, day, cause) values (${context.organization.id}, 'service', '2026-01-31', 'test')`,
    )
    expect((await perform(providerMetrics, context, { id: 'DR1' })).recomputing).toBe(true)
  })

  it('knows none of another organization, and refuses windows that are none', async () => {
    await withClaims(await newContext(use.database), [{ id: 'C', served: '2026-03-10' }])
    const context = await newContext(use.database)
    await expect(perform(providerMetrics, context, { id: 'DR1' })).rejects.toMatchObject({ code: 'not_found' })
    for (const days of [0, 1.5, 1097, 'NaN'])
      await expect(perform(providerMetrics, context, { id: 'DR1', days })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('is the claims themselves, counted one by one; those of all providers make the days of the organization', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, fc.integer({ min: 1, max: 5 }), async (claims, days) => {
        const context = await withClaims({ ...(await newContext(use.database)), now: new Date('2026-01-08T12:00:00Z') }, claims)
        await context.db.transaction((tx) => refreshOrganizationDays(tx, context.organization.id, 'service', everyDay, 'test'))
        const counted = Object.entries(await recountDays(context)).map(([key, day]) => ({ provider: key.split(' ')[0], date: key.split(' ')[1]!, ...day }))
        const providers = await context.db.rows<{ id: string }>(sql`select id from providers order by id`)
        let adjudicated = 0
        for (const { id } of providers) {
          const found = await perform(providerMetrics, context, { id, days })
          const own = counted.filter(({ provider, date }) => provider === id && date >= found.window.start && date < found.window.end)
          const sum = (name: 'claims' | 'pending' | 'denied' | 'billed' | 'dollars' | 'paid' | 'appeals' | 'decided' | 'overturned') =>
            own.reduce((total, day) => total + day[name], 0)
          expect(found).toMatchObject({
            adjudicatedClaims: sum('claims'),
            pendingClaims: sum('pending'),
            deniedClaims: sum('denied'),
            adjudicatedAmount: sum('billed') / 100,
            deniedAmount: sum('dollars') / 100,
            paidAmount: sum('paid') / 100,
            appeals: { filed: sum('appeals'), decided: sum('decided'), won: sum('overturned') },
          })
          adjudicated += found.adjudicatedClaims
        }
        const { window } = await perform(dashboardMetrics, context, { days })
        const all = await context.db.row<{ claims: number }>(sql`
          select coalesce(sum(adjudicated_count), 0)::int as claims from organization_daily_metrics
          where date_basis = 'service' and metric_date >= ${window.start} and metric_date < ${window.end}`)
        expect(adjudicated).toBe(all!.claims)
      }),
      { numRuns: 6 },
    )
  })
})
