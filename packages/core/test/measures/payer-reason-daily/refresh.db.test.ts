import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REASON_NOT_STATED } from '../../../src/adjudication/rules.ts'
import { recomputeAll } from '../../../src/computation/recompute.ts'
import type { Context } from '../../../src/context.ts'
import { refreshPayerReasonDays } from '../../../src/measures/payer-reason-daily/refresh.ts'
import { arbitraryClaims, randomDays } from '../../factories/arbitrary-claims.ts'
import { insertClaims } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

type Rows = Record<string, number>

const storedDays = async ({ db }: Context): Promise<Rows> => {
  const rows = await db.rows<{ key: string; denied: number }>(sql`
    select payer_id || ' ' || denial_reason || ' ' || metric_date as key, denied_count as denied from payer_reason_daily_metrics`)
  return Object.fromEntries(rows.map(({ key, denied }) => [key, denied]))
}

/** Counted claim by claim in plain JavaScript: another way to the same rows. */
async function recountDays({ db }: Context): Promise<Rows> {
  interface Claim {
    payer: string | null
    day: string
    reason: string | null
    deniedAmount: number
    outcome: string
    lineCount: number
    lines: { reason: string | null; denied: boolean; duplicate: boolean }[]
  }
  const claims = await db.rows<Claim>(sql`
    select c.payer_id as payer, c.date_of_service as day, c.denial_reason as reason, c.denied_amount::float8 as "deniedAmount", c.initial_outcome as outcome, c.line_count as "lineCount",
      (select coalesce(json_agg(json_build_object('reason', l.denial_reason, 'denied', l.initially_denied, 'duplicate', l.is_duplicate)), '[]') from claim_line_items l where l.claim_id = c.id) as lines
    from claims c where c.use = 'claim' and not c.is_duplicate and c.initial_outcome in ('denied', 'partially_denied') and c.date_of_service is not null`)
  const rows: Rows = {}
  for (const { payer, day, reason, deniedAmount, outcome, lineCount, lines } of claims) {
    const denied = lines.filter((line) => line.denied)
    const asWhole = denied.length === 0 && (deniedAmount > 0 || (outcome === 'denied' && lineCount === 0))
    const reasons = asWhole ? [reason] : denied.filter((line) => !line.duplicate).map((line) => line.reason)
    for (const one of new Set(reasons)) {
      if (one === null || one === REASON_NOT_STATED) continue
      const key = `${payer ?? ''} ${one} ${day}`
      rows[key] = (rows[key] ?? 0) + 1
    }
  }
  return rows
}

describe('the denials of a payer and reason by day', () => {
  const use = useDatabase()

  it('are what a count claim by claim gives, never more than the claims of the day, and the same when computed again', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, async (claims) => {
        const context = await newContext(use.database)
        await insertClaims(context, claims)
        await recomputeAll(context)
        const stored = await storedDays(context)
        expect(stored).toEqual(await recountDays(context))
        const beyond = await context.db.rows(sql`
          select r.payer_id, r.metric_date from payer_reason_daily_metrics r
          left join organization_daily_metrics o on o.date_basis = 'service' and o.payer_id = r.payer_id and o.metric_date = r.metric_date
          where r.denied_count > coalesce(o.adjudicated_count, 0)`)
        expect(beyond).toEqual([])
        const again = await context.db.transaction((tx) =>
          refreshPayerReasonDays(tx, { organizationId: context.organization.id, days: randomDays, cause: 'again', payers: 'all' }),
        )
        expect(again).toBe(0)
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('change, come and go with the claims, of the payers that are asked for only', async () => {
    const context = await newContext(use.database)
    const { organization, db } = context
    const refresh = (payers: string[] | 'all') =>
      db.transaction((tx) => refreshPayerReasonDays(tx, { organizationId: organization.id, days: ['2026-01-01'], cause: 'test', payers }))
    const denied = { served: '2026-01-01', decided: '2026-01-15', carc: '50' }
    await insertClaims(context, [
      { id: 'A', payer: 'P1', ...denied },
      { id: 'B', payer: 'P2', ...denied },
      { id: 'C', payer: null, ...denied },
    ])
    expect(await refresh([])).toBe(0)
    expect(await refresh(['P1', ''])).toBe(2)
    expect(
      Object.keys(await storedDays(context))
        .map((key) => key.split(' ')[0])
        .sort(),
    ).toEqual(['', 'P1'])
    expect(await refresh('all')).toBe(1)
    await db.run(sql`update claims set date_of_service = '2026-01-02' where id = 'B'`)
    expect(await refresh(['P1'])).toBe(0)
    expect(await refresh(['P2'])).toBe(1)
    expect(Object.values(await storedDays(context))).toEqual([1, 1])
  })
})
