import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { refreshComputationOperation } from '../../src/computation/operations.ts'
import { detectPatternsOperation, refreshPatternsOperation } from '../../src/patterns/operations.ts'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { recountDays, storedDays } from '../measures/pattern-daily/recount.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPattern } from '../patterns/patterns.ts'

/** Eighty claims over five months: two reasons often, one once; some appealed. */
const claims: ClaimSpec[] = Array.from({ length: 80 }, (_, index) => {
  const served = addDays('2025-10-01', index * 2)
  const denied = index % 3 === 0 ? { carc: '197' } : index % 2 === 1 ? { carc: '50' } : index === 38 ? { carc: '29' } : {}
  const appeals = 'carc' in denied && index % 2 === 0 ? [{ filed: addDays(served, 30), outcome: 'upheld' as const, decided: addDays(served, 50) }] : []
  return { id: `C${index}`, served, submitted: addDays(served, 1 + (index % 5)), decided: addDays(served, 12), ...denied, appeals }
})

/** Marks what an import of these claims touches. */
async function mark({ db, organization }: Context, specs: readonly ClaimSpec[], cause: string): Promise<void> {
  const days = (basis: string, list: (IsoDate | null | undefined)[]) => list.filter(Boolean).map((day) => ({ basis, day }))
  const rows = specs.flatMap(({ served, submitted, decided, appeals = [] }) => [
    ...days('service', [served, ...appeals.flatMap((appeal) => [appeal.filed, appeal.decided])]),
    ...days('submission', [submitted]),
    ...days('payment', [decided]),
  ])
  await db.run(sql`
    insert into service_days_to_recompute (organization_id, date_basis, day, cause)
    select distinct ${organization.id}::int, r.basis, r.day, ${cause} from json_to_recordset(${JSON.stringify(rows)}::json) as r(basis text, day date)
    on conflict (organization_id, date_basis, day) do update set cause = excluded.cause, marked_at = excluded.marked_at`)
}

const count = async ({ db }: Context, table: string) => (await db.row<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(table)}`))!.n

/** Everything that a recomputation writes, but for ids of organizations and moments. */
async function everything({ db }: Context) {
  return {
    patterns: await db.rows(sql`
      select id, status, tier, score_frequency, score_impact, score_trend, score_velocity, score_confidence, score_recency, avg_denial_amount, total_at_risk, first_detected, last_seen,
             baseline_claim_count, baseline_denied_count, baseline_dollars_denied, current_claim_count, current_denied_count, insufficient_data, computation_status from patterns order by id`),
    claims: await db.rows(sql`select pattern_id, claim_id, line_number, service_date, denied from pattern_claims order by 1, 2, 3`),
    evidence: await db.rows(
      sql`select pattern_id, claim_reference, line_number, service_date, denial_date, billed_amount from pattern_evidence order by 1, 2, 3`,
    ),
    lines: await db.rows(sql`select claim_id, line_number, patterns_triggered from claim_line_items order by 1, 2`),
    organization: await db.rows(
      sql`select date_basis, metric_date, payer_id, adjudicated_count, denied_count, denied_amount, recovered_amount from organization_daily_metrics order by 1, 2, 3`,
    ),
    days: await storedDays({ db } as Context),
  }
}

describe('recomputation', () => {
  const use = useDatabase()

  it('brings everything up to date from the marks alone, and takes them away', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims)
    await mark(context, claims, 'import:1')
    const done = await recomputeMarked(context)
    expect(done).toMatchObject({ adopted: [], patterns: 2 })
    expect(done.created).toHaveLength(2)
    expect(await count(context, 'service_days_to_recompute')).toBe(0)
    expect(await count(context, 'metric_restatements')).toBe(0)
    expect(await storedDays(context)).toEqual(await recountDays(context))
    expect(await context.db.rows(sql`select score_frequency as frequency, computation_status as status from patterns order by score_frequency`)).toEqual([
      { frequency: 27, status: 'complete' },
      { frequency: 27, status: 'complete' },
    ])
  })

  it('gives the same from marks as from a rebuild, in whatever order files come', async () => {
    const results = []
    for (const order of [claims, claims.toReversed()]) {
      const context = await newContext(use.database)
      for (const [index, file] of [order.slice(0, 9), order.slice(9, 50), order.slice(50)].entries()) {
        await insertClaims(context, file)
        await mark(context, file, `import:${index}`)
        await recomputeMarked(context)
      }
      results.push(await everything(context))
      await recomputeAll(context)
      results.push(await everything(context))
    }
    const whole = await newContext(use.database)
    await insertClaims(whole, claims)
    await recomputeAll(whole)
    const expected = await everything(whole)
    for (const result of results) expect(result).toEqual(expected)
  })

  it('is safe to run twice, and at once', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims.slice(0, 60))
    await mark(context, claims.slice(0, 60), 'import:1')
    await Promise.all([recomputeMarked(context), recomputeMarked(context), recomputeMarked(context)])
    await insertClaims(context, claims.slice(60))
    await mark(context, claims.slice(60), 'import:2')
    await Promise.all([recomputeMarked(context), recomputeMarked(context)])
    const alone = await newContext(use.database)
    await insertClaims(alone, claims)
    await recomputeAll(alone)
    expect(await everything(context)).toEqual(await everything(alone))
    expect(await count(context, 'service_days_to_recompute')).toBe(0)
  })

  it('keeps a mark that is set again while its day is computed, and goes on where it stopped', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims)
    await recomputeAll(context)
    const late: ClaimSpec = { id: 'late', served: '2025-10-01', submitted: '2025-10-02', decided: '2026-03-01', carc: '197' }
    await mark(context, [late], 'import:2')
    // The file's rows appear, and its days are marked anew, after the marks of service days were read (detection, submission and payment took one slice each).
    let slices = 0
    const interrupted: Context['db'] = {
      ...context.db,
      transaction: async (work) => {
        if (slices++ === 3) {
          await insertClaims(context, [late])
          await mark(context, [late], 'import:3')
        }
        return context.db.transaction(work)
      },
    }
    await recomputeMarked({ ...context, db: interrupted })
    expect(await count(context, 'service_days_to_recompute')).toBeGreaterThan(0)
    await recomputeMarked(context)
    expect(await count(context, 'service_days_to_recompute')).toBe(0)
    expect(await storedDays(context)).toEqual(await recountDays(context))
  })

  it('leaves marks and pending patterns for the next run when it fails', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims)
    await mark(context, claims, 'import:1')
    let slices = 0
    const failing: Context['db'] = {
      ...context.db,
      transaction: (work) => (slices++ > 12 ? Promise.reject(new Error('lost')) : context.db.transaction(work)),
    }
    await expect(recomputeMarked({ ...context, db: failing })).rejects.toThrow('lost')
    expect(await count(context, 'service_days_to_recompute')).toBeGreaterThan(0)
    await recomputeMarked(context)
    expect(await storedDays(context)).toEqual(await recountDays(context))
    expect(await count(context, 'service_days_to_recompute')).toBe(0)
  })

  it('computes all days of a pattern that is new or adopted', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-001', reason: 'Not medically necessary', scoped: false })
    await insertClaims(context, claims.slice(0, 5))
    await recomputeAll(context)
    expect(await count(context, 'patterns')).toBe(1)
    const rest = claims.slice(5)
    await insertClaims(context, rest)
    await mark(context, rest, 'import:2')
    const { created, adopted } = await perform(refreshComputationOperation, context, {})
    expect({ created: created.length, adopted }).toEqual({ created: 1, adopted: ['PTN-001'] })
    expect(await storedDays(context)).toEqual(await recountDays(context))
  })

  it('detects and scores by themselves, too', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims)
    await perform(refreshComputationOperation, context, { all: true })
    const { created } = await perform(detectPatternsOperation, context, { minimumDenials: '1' })
    expect(created).toHaveLength(1)
    expect(await storedDays(context)).toEqual(await recountDays(context))
    expect(await perform(refreshPatternsOperation, context, {})).toEqual({ patterns: 3, asOf: context.now.toISOString() })
    const viewer = { ...context, actor: { id: 'v', role: 'viewer' as const } }
    await expect(perform(refreshComputationOperation, viewer, {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})
