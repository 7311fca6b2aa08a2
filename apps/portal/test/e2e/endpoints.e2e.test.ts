import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { openDatabase, type Database } from '@overturn/core/db/connect'

/**
 * The guide's three endpoints against the imported data: each number is counted again here, from claims and lines, by SQL that shares
 * nothing with the product's. It runs beside the portal, through the same engine.
 */
const dataDir = inject('portalDataDir')
describe('the numbers of the endpoints', () => {
  beforeEach(({ skip }) => skip(dataDir === '', 'PORTAL_URL names a portal whose data is elsewhere'))

  let database: Database
  beforeAll(async () => {
    if (dataDir !== '') database = await openDatabase({ databaseUrl: null, dataDir })
  })
  afterAll(() => database?.close())

  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(new URL(path, inject('portalUrl')), { headers: { authorization: `Bearer ${inject('portalToken')}` } })
    expect(response.status).toBe(200)
    return (await response.json()) as T
  }
  const row = async (statement: string, values: unknown[] = []) => (await database.pool.query<Record<string, string>>(statement, values)).rows[0]!
  const numbers = (record: Record<string, string>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value === null ? null : Number(value)]))

  it.each([7, 30, 90, 365])('counts the dashboard of %i days', async (days) => {
    const shown = await get<Record<string, unknown> & { window: { start: string; end: string } }>(`/api/metrics/dashboard?days=${days}`)
    const counted = await row(
      `select count(*) as "totalClaims", count(*) filter (where initial_outcome is null) as "pendingClaims",
              count(*) filter (where initial_outcome is not null and not is_duplicate) as "adjudicatedClaims", count(*) filter (where is_duplicate) as "duplicateClaims",
              count(*) filter (where initial_outcome = 'denied' and not is_duplicate) as "deniedClaims",
              round(100.0 * count(*) filter (where initial_outcome = 'denied' and not is_duplicate) / nullif(count(*) filter (where initial_outcome is not null and not is_duplicate), 0), 2) as "denialRate",
              round(100.0 * count(*) filter (where initial_outcome <> 'denied' and not is_duplicate) / nullif(count(*) filter (where initial_outcome is not null and not is_duplicate), 0), 2) as "approvalRate",
              coalesce(sum(case when lines.denied is null and initial_outcome <> 'paid' then denied_amount else lines.denied end) filter (where not is_duplicate), 0) as "deniedAmount",
              coalesce(sum(billed_amount), 0) as "billedAmount"
       from claims c
       left join lateral (select sum(billed_amount) as denied from claim_line_items l where l.organization_id = c.organization_id and l.claim_id = c.id and initially_denied and not l.is_duplicate) lines on true
       where use = 'claim' and submission_date >= $1 and submission_date < $2`,
      [shown.window.start, shown.window.end],
    )
    expect(shown).toMatchObject(numbers(counted))
    const cash = await row(
      `select coalesce(sum(al.paid_amount), 0) as recovered
       from adjudications a join adjudication_lines al on al.organization_id = a.organization_id and al.adjudication_id = a.id
       join claim_line_items l on l.organization_id = a.organization_id and l.claim_id = a.claim_id and l.line_number = al.claim_line_number
       join claims c on c.organization_id = a.organization_id and c.id = a.claim_id
       where l.initially_denied and not l.is_duplicate and c.use = 'claim' and a.kind in ('original', 'reversal') and a.decided_on > c.first_denied_on and a.decided_on >= $1 and a.decided_on < $2`,
      [shown.window.start, shown.window.end],
    )
    expect(shown.cashRecovered).toBe(Number(cash.recovered))
    const patterns = await row(
      `select count(*) as "patternsDetected", count(*) filter (where tier = 'critical') as "criticalPatterns" from patterns where status <> 'archived'`,
    )
    expect(shown).toMatchObject(numbers(patterns))
  })

  it('counts the patterns', async () => {
    const { patterns, pagination } = await get<{
      patterns: {
        id: string
        denialReason: string
        scope: object[]
        firstDetected: string
        score: { frequency: number; impact: number }
        baseline: { claimCount: number; deniedCount: number; start: string; end: string }
      }[]
      pagination: { total: number }
    }>('/api/patterns?limit=200')
    expect(patterns).toHaveLength(pagination.total)
    expect(patterns.length).toBeGreaterThan(10)
    const { today } = await row(`select (max(metric_date))::text as today from organization_daily_metrics where date_basis = 'submission'`)
    expect(today).toBeTruthy()
    for (const { id, denialReason, firstDetected, score, baseline } of patterns.filter(({ scope }) => scope.length === 0)) {
      const counted = await row(
        `select count(distinct c.id) as frequency, coalesce(sum(l.billed_amount), 0) as impact,
                (select min(c2.date_of_service)::text from claims c2 join claim_line_items l2 on l2.claim_id = c2.id where l2.initially_denied and not l2.is_duplicate and l2.denial_reason = $1 and not c2.is_duplicate and c2.use = 'claim') as first
         from claims c join claim_line_items l on l.claim_id = c.id
         where l.initially_denied and not l.is_duplicate and not c.is_duplicate and c.use = 'claim' and l.denial_reason = $1
           and c.date_of_service > (select (now() at time zone time_zone)::date from organizations) - interval '6 months'`,
        [denialReason],
      )
      expect({ id, frequency: score.frequency, impact: score.impact, first: firstDetected }).toEqual({
        id,
        frequency: Number(counted.frequency),
        impact: Number(counted.impact),
        first: counted.first,
      })
      const population = await row(
        `select count(*) as "claimCount", count(*) filter (where exists (select from claim_line_items l where l.claim_id = c.id and l.initially_denied and not l.is_duplicate and l.denial_reason = $1)) as "deniedCount"
         from claims c where use = 'claim' and initial_outcome is not null and not is_duplicate and date_of_service >= $2 and date_of_service < $3`,
        [denialReason, baseline.start, baseline.end],
      )
      expect({ id, ...baseline }).toMatchObject({ id, ...numbers(population) })
    }
  })

  it('counts the claims, page by page', async () => {
    interface Page {
      claims: { id: string; billedAmount: number; denialReason: string | null }[]
      pagination: { total: number; pages: number; limit: number }
    }
    const first = await get<Page>('/api/claims?status=denied&dateRange=90&limit=50')
    const pages = [first]
    for (let page = 2; page <= first.pagination.pages; page++) pages.push(await get<Page>(`/api/claims?status=denied&dateRange=90&limit=50&page=${page}`))
    const claims = pages.flatMap((page) => page.claims)
    const counted = await row(
      `select count(*) as total, coalesce(sum(billed_amount), 0) as billed from claims
       where use = 'claim' and final_outcome = 'denied' and status in ('denied', 'appealed')
         and submission_date > (select (now() at time zone time_zone)::date from organizations) - 90`,
    )
    expect(new Set(claims.map(({ id }) => id)).size).toBe(Number(counted.total))
    expect(first.pagination.total).toBe(Number(counted.total))
    expect(claims.reduce((sum, { billedAmount }) => sum + Math.round(billedAmount * 100), 0)).toBe(Math.round(Number(counted.billed) * 100))
    expect(claims.every(({ denialReason }) => denialReason !== null)).toBe(true)
  })
})
