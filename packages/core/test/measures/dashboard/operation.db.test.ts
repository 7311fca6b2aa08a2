import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { addDays } from '../../../src/dates.ts'
import { dateBases } from '../../../src/db/schema/metrics.ts'
import { dashboardMetrics } from '../../../src/measures/dashboard/operation.ts'
import { readFigures } from '../../../src/measures/dashboard/sql.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import { perform } from '../../../src/operation.ts'
import { arbitraryClaims } from '../../factories/arbitrary-claims.ts'
import { insertClaims, insertRows, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const everyDay = Array.from({ length: 365 }, (_, day) => addDays('2025-06-01', day))

async function withClaims(context: Context, specs: readonly ClaimSpec[]): Promise<Context> {
  await insertClaims(context, specs)
  for (const basis of dateBases) await refreshOrganizationDays(context.db, context.organization.id, basis, everyDay, 'test')
  return context
}

const pattern = (organizationId: number, id: string, more: Record<string, unknown> = {}) => ({
  organization_id: organizationId,
  id,
  title: id,
  description: '',
  category: 'authorization',
  status: 'active',
  tier: 'low',
  scope: [],
  detected_at: '2025-10-01T00:00:00Z',
  learning_progress: 0,
  practice_sessions_completed: 0,
  corrections_applied: 0,
  last_updated: '2026-03-01T00:00:00Z',
  created_at: '2026-03-01T00:00:00Z',
  origin: 'detected',
  computation_version: 1,
  computation_status: 'complete',
  insufficient_data: true,
  avg_denial_amount: null,
  baseline_claim_count: null,
  baseline_denied_count: null,
  baseline_dollars_denied: null,
  current_claim_count: null,
  current_denied_count: null,
  ...more,
})

describe('the dashboard', () => {
  const use = useDatabase()

  it('shows what can be counted by hand', async () => {
    // Today is 31 March: 30 days are 2 to 31 March, the 30 before 31 January to 1 March.
    const context = await withClaims(await newContext(use.database), [
      { id: 'first-day', submitted: '2026-03-02', decided: '2026-03-20', billed: 100, paid: 90 },
      { id: 'denied', submitted: '2026-03-10', decided: '2026-03-20', billed: 200, carc: '50' },
      { id: 'half', submitted: '2026-03-10', decided: '2026-03-20', lines: [{ billed: 60 }, { billed: 40, carc: '11' }] },
      { id: 'duplicate', submitted: '2026-03-10', decided: '2026-03-20', billed: 50, duplicate: true },
      { id: 'today', submitted: '2026-03-31', billed: 80 },
      { id: 'before', submitted: '2026-03-01', decided: '2026-03-15', billed: 300, carc: '197', overturnedOn: '2026-03-25', recovered: 240 },
      { id: 'before-paid', submitted: '2026-01-31', decided: '2026-02-15', billed: 10 },
      { id: 'too-early', submitted: '2026-01-30', decided: '2026-02-15', billed: 1000, carc: '50' },
      { id: 'of-another', submitted: '2026-03-11', decided: '2026-03-20', billed: 25, payer: 'P2' },
    ])
    const dashboard = await perform(dashboardMetrics, context, {})
    expect(dashboard).toMatchObject({
      window: { start: '2026-03-02', end: '2026-04-01' },
      previousWindow: { start: '2026-01-31', end: '2026-03-02' },
      totalClaims: 6,
      pendingClaims: 1,
      adjudicatedClaims: 4,
      deniedClaims: 1,
      partiallyDeniedClaims: 1,
      duplicateClaims: 1,
      denialRate: 25,
      denialRateInterval: { low: 4.56, high: 69.94 },
      approvalRate: 75,
      finalDenialRate: 25,
      lineDenialRate: 40,
      dollarDenialRate: 56.47,
      deniedAmount: 240,
      billedAmount: 555,
      adjudicatedAmount: 425,
      data: { firstSubmission: '2026-01-30', lastSubmission: '2026-03-31' },
      paidAmount: 175,
      cashRecovered: 240,
      trends: { denialRate: -25, approvalRate: 25, patternsDetected: 0 },
      maturity: null,
      recomputing: false,
      revenueRecovered: 0,
      revenueRecoveredInterval: null,
      asOf: '2026-03-31T12:00:00.000Z',
    })
    expect(dashboard.trendDetails.denialRate.comparable).toBe(false)
    expect(dashboard.daily).toHaveLength(60)
    expect(dashboard.daily.find(({ date }) => date === '2026-03-10')).toEqual({
      date: '2026-03-10',
      claims: 3,
      adjudicated: 2,
      denied: 1,
      denialRate: 50,
      deniedAmount: 240,
      mature: false,
      week: { adjudicated: 2, denied: 1, denialRate: 50 },
    })
    expect(await perform(dashboardMetrics, context, { payer: 'P2', days: '30' })).toMatchObject({
      totalClaims: 1,
      billedAmount: 25,
      cashRecovered: 0,
      denialRate: 0,
    })
    expect(await perform(dashboardMetrics, context, { days: 1 })).toMatchObject({
      totalClaims: 1,
      pendingClaims: 1,
      denialRate: null,
      trends: { denialRate: null },
    })
  })

  it('is empty and says unknown for an organization without claims, whoever else has some', async () => {
    await withClaims(await newContext(use.database), [{ id: 'C', submitted: '2026-03-10', decided: '2026-03-20' }])
    const dashboard = await perform(dashboardMetrics, await newContext(use.database), {})
    expect(dashboard).toMatchObject({
      totalClaims: 0,
      denialRate: null,
      denialRateInterval: null,
      approvalRate: null,
      maturity: null,
      deniedAmount: 0,
      patternsDetected: 0,
      data: null,
    })
  })

  it('compares windows only when both are mature', async () => {
    const cohort = (name: string, age: number) =>
      Array.from({ length: 60 }, (_, n): ClaimSpec => {
        const submitted = addDays('2026-03-31', -age)
        return { id: `${name}${n}`, submitted, decided: addDays(submitted, 10), outcome: n < 15 ? 'denied' : 'paid' }
      })
    const context = await withClaims(await newContext(use.database), [...cohort('old', 150), ...cohort('a', 12), ...cohort('b', 45)])
    const comparable = await perform(dashboardMetrics, context, {})
    expect(comparable).toMatchObject({ maturity: 100, denialRate: 25, trendDetails: { denialRate: { change: 0, comparable: true } } })
    expect(comparable.daily.filter(({ mature }) => mature).at(-1)?.date).toBe('2026-03-21')
    await withClaims(
      context,
      Array.from({ length: 60 }, (_, n) => ({ id: `new${n}`, submitted: '2026-03-30' })),
    )
    expect(await perform(dashboardMetrics, context, {})).toMatchObject({ maturity: 50, trendDetails: { denialRate: { comparable: false } } })
  })

  it('counts patterns, and by when they were found at the organization', async () => {
    const context = await newContext(use.database, { timeZone: 'America/New_York' })
    const { id } = context.organization
    const rows = [
      pattern(id, 'critical', { tier: 'critical' }),
      // Still 1 March in New York: the window before.
      pattern(id, 'late-evening', { detected_at: '2026-03-02T03:00:00Z' }),
      pattern(id, 'new', { detected_at: '2026-03-02T06:00:00Z' }),
      pattern(id, 'imported', { detected_at: null, created_at: '2026-03-31T12:00:00Z' }),
      pattern(id, 'archived', { status: 'archived', tier: 'critical', detected_at: '2026-03-20T00:00:00Z' }),
    ]
    await context.db.transaction((tx) => insertRows(tx, 'patterns', rows))
    expect(await perform(dashboardMetrics, context, {})).toMatchObject({ patternsDetected: 4, criticalPatterns: 1, trends: { patternsDetected: 1 } })
  })

  it('does not call patterns new that were found when the data came', async () => {
    const context = await newContext(use.database)
    const { id } = context.organization
    const rows = [
      pattern(id, 'first', { detected_at: '2026-02-10T00:00:00Z', status: 'archived' }),
      pattern(id, 'next', { detected_at: '2026-03-20T00:00:00Z' }),
    ]
    await context.db.transaction((tx) => insertRows(tx, 'patterns', rows))
    expect((await perform(dashboardMetrics, context, {})).trends.patternsDetected).toBeNull()
    expect((await perform(dashboardMetrics, context, { days: 20 })).trends.patternsDetected).toBe(1)
  })

  it('says from when to when there are data, and does not compare with a window in which they began', async () => {
    const cohort = (submitted: string) =>
      Array.from({ length: 60 }, (_, n): ClaimSpec => ({ id: `${submitted}-${n}`, submitted, decided: addDays(submitted, 1) }))
    const context = await withClaims(await newContext(use.database), [
      ...cohort('2026-02-01'),
      ...cohort('2026-03-10'),
      { id: 'tomorrow', submitted: '2026-04-01' },
    ])
    const began = await perform(dashboardMetrics, context, {})
    expect(began.data).toEqual({ firstSubmission: '2026-02-01', lastSubmission: '2026-03-10' })
    expect(began).toMatchObject({ maturity: 100, trendDetails: { denialRate: { change: 0, comparable: false } } })
    await withClaims(context, [{ id: 'first-day', submitted: '2026-01-31', decided: '2026-02-01' }])
    expect((await perform(dashboardMetrics, context, {})).trendDetails.denialRate.comparable).toBe(true)
  })

  it('estimates avoided denials from significant improvements alone', async () => {
    // 90 of 100 is paid of what is not denied; what was recovered of denials does not count.
    const context = await withClaims(await newContext(use.database), [
      { id: 'paid', submitted: '2026-03-10', decided: '2026-03-20', billed: 1000, paid: 900 },
      { id: 'won', submitted: '2026-03-10', decided: '2026-03-15', billed: 700, carc: '50', overturnedOn: '2026-03-20', recovered: 650 },
    ])
    const { id } = context.organization
    const improved = {
      insufficient_data: false,
      baseline_claim_count: 200,
      baseline_denied_count: 60,
      baseline_dollars_denied: '6000',
      current_claim_count: 200,
      current_denied_count: 20,
    }
    const rows = [
      pattern(id, 'improved', { ...improved, avg_denial_amount: '50' }),
      pattern(id, 'improved-without-mean', improved),
      pattern(id, 'archived', { ...improved, status: 'archived' }),
      pattern(id, 'too-little', { ...improved, insufficient_data: true }),
      pattern(id, 'by-chance', { ...improved, baseline_denied_count: 25 }),
    ]
    await context.db.transaction((tx) => insertRows(tx, 'patterns', rows))
    const { revenueRecovered, revenueRecoveredInterval, cashRecovered } = await perform(dashboardMetrics, context, {})
    // 40 avoided at 50.00 and 40 at 100.00, of which 90 % is paid.
    expect(revenueRecovered).toBe(5400)
    expect(revenueRecoveredInterval!.low).toBeGreaterThan(0)
    expect(revenueRecoveredInterval!.high).toBeLessThan(40 * 150 * 0.9 * 1.5)
    expect(cashRecovered).toBe(650)
  })

  it('is one question, and two for a member who previews other patterns than are released', async () => {
    const context = await newContext(use.database)
    const { id } = context.organization
    const stayed = {
      insufficient_data: false,
      baseline_claim_count: 200,
      baseline_denied_count: 60,
      baseline_dollars_denied: '6000',
      current_claim_count: 200,
      current_denied_count: 60,
    }
    await context.db.transaction(async (tx) => {
      await insertRows(tx, 'patterns', [
        pattern(id, 'b-stays', stayed),
        pattern(id, 'a-falls', stayed),
        pattern(id, 'archived', { ...stayed, status: 'archived' }),
      ])
      await tx.run(sql`
        insert into computation_releases (organization_id, version, state, previewers, computed_at)
        values (${id}, 1, 'released', '{}', null), (${id}, 2, 'candidate', '{ash}', now())`)
      const values = { current_denied_count: 20, tier: 'critical' }
      await tx.run(sql`
        insert into computed_beside (organization_id, version, kind, subject, values) values (${id}, 2, 'pattern', 'a-falls', ${JSON.stringify(values)}::jsonb)`)
    })
    const window = { start: '2026-03-02', end: '2026-04-01' }
    const previous = { start: '2026-01-31', end: '2026-03-02' }
    const shownTo = (member: string) =>
      context.db.transaction(async (tx) => {
        const of = { organization: context.organization, actor: { ...context.actor, id: member }, asOf: '2026-03-31', window, previous, payer: undefined }
        let questions = 0
        const row: typeof tx.row = (statement) => {
          questions++
          return tx.row(statement)
        }
        const { computationVersion, patterns, changes } = await readFigures({ row }, of)
        return { questions, computationVersion, critical: patterns.critical, denied: changes.map((change) => [change.id, change.comparison?.current.part]) }
      })
    expect(await shownTo('birch')).toEqual({
      questions: 1,
      computationVersion: 1,
      critical: 0,
      denied: [
        ['a-falls', 60],
        ['b-stays', 60],
      ],
    })
    expect(await shownTo('ash')).toEqual({
      questions: 2,
      computationVersion: 2,
      critical: 1,
      denied: [
        ['a-falls', 20],
        ['b-stays', 60],
      ],
    })
  })

  it('says when days of its windows wait to be computed again', async () => {
    const context = await newContext(use.database)
    const mark = (day: string) =>
      context.db.run(
        sql`insert into service_days_to_recompute (organization_id, date_basis, day, cause) values (${context.organization.id}, 'service', ${day}, 'test')`,
      )
    await mark('2026-01-30')
    expect((await perform(dashboardMetrics, context, {})).recomputing).toBe(false)
    await mark('2026-01-31')
    expect((await perform(dashboardMetrics, context, {})).recomputing).toBe(true)
  })

  it('refuses windows that are none', async () => {
    const context = await newContext(use.database)
    for (const days of [0, -1, 1.5, 1e9, 'NaN', '']) await expect(perform(dashboardMetrics, context, { days })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('counts every claim of its days, and each in one window only', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, fc.integer({ min: 1, max: 5 }), async (claims, days) => {
        const context = await withClaims({ ...(await newContext(use.database)), now: new Date('2026-01-08T12:00:00Z') }, claims)
        const { daily, totalClaims, window, previousWindow } = await perform(dashboardMetrics, context, { days })
        const expected = await context.db.rows<{ day: string; claims: number }>(sql`
          select submission_date as day, count(*)::int as claims from claims where organization_id = ${context.organization.id} and use = 'claim' group by 1`)
        const claimsOn = new Map(expected.map(({ day, claims }) => [day, claims]))
        expect(daily.map(({ claims }) => claims)).toEqual(daily.map(({ date }) => claimsOn.get(date) ?? 0))
        expect(totalClaims).toBe(daily.filter(({ date }) => date >= window.start).reduce((sum, { claims }) => sum + claims, 0))
        expect(daily[0]!.date).toBe(previousWindow.start)
        expect(daily).toHaveLength(2 * days)
      }),
      { numRuns: 6 },
    )
  })
})
