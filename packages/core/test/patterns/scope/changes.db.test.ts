import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../../src/computation/recompute.ts'
import type { Context } from '../../../src/context.ts'
import { addDays } from '../../../src/dates.ts'
import type { Condition } from '../../../src/patterns/scope/condition.ts'
import { backfillPatterns } from '../../../src/patterns/backfill.ts'
import { refreshPatterns } from '../../../src/patterns/refresh.ts'
import { slicesOf } from '../../../src/computation/slices.ts'
import { refreshProviders } from '../../../src/providers/refresh.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { recountDays, storedDays } from '../../measures/pattern-daily/recount.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { changeScope, insertFinding, insertScoped } from './scoped.ts'

const REASON = 'Authorization absent'
const payer = (value: string): Condition[] => [{ field: 'payer', op: 'is', value }]

const members = async ({ db }: Context) => {
  const rows = await db.rows<{ claim: string }>(sql`select claim_id as claim from pattern_claims where pattern_id = 'PTN-S' order by 1`)
  return rows.map(({ claim }) => claim)
}

describe('a pattern with a scope', () => {
  const use = useDatabase()

  it('loses what its new scope does not hold: denials, evidence, names on lines and days', async () => {
    const context = await newContext(use.database)
    const on = { decided: '2026-03-01', carc: '197' }
    await insertClaims(context, [
      { ...on, id: 'one', served: '2026-01-05', payer: 'P1' },
      { ...on, id: 'two', served: '2026-01-06', payer: 'P2' },
      { ...on, id: 'undated', payer: 'P1' },
    ])
    await insertScoped(context, { id: 'PTN-S', reason: REASON, scope: payer('P1'), computation: 'pending' })
    await recomputeAll(context)
    expect(await members(context)).toEqual(['one', 'undated'])
    await changeScope(context, { id: 'PTN-S', reason: REASON, scope: payer('P2') })
    await recomputeMarked(context)
    expect(await members(context)).toEqual(['two'])
    expect(await context.db.rows(sql`select claim_reference as claim from pattern_evidence where pattern_id = 'PTN-S'`)).toEqual([{ claim: 'two' }])
    expect(await context.db.rows(sql`select claim_id as claim from claim_line_items where 'PTN-S' = any(patterns_triggered)`)).toEqual([{ claim: 'two' }])
    expect(Object.keys(await storedDays(context))).toEqual(['PTN-S 2026-01-06'])
    const causes = sql`select distinct cause from metric_restatements where subject = 'PTN-S' and new_value is not null union select created_by from pattern_daily_metrics where pattern_id = 'PTN-S'`
    expect(await context.db.rows(causes)).toEqual([{ cause: 'pattern:scope' }])
    expect(await context.db.row(sql`select computation_status as status from patterns where id = 'PTN-S'`)).toEqual({ status: 'complete' })
  })

  it('stays due when its scope changes while its days are computed', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'one', served: '2026-01-05', decided: '2026-03-01', carc: '197', payer: 'P1' }])
    await recomputeAll(context)
    await insertScoped(context, { id: 'PTN-S', reason: REASON, scope: payer('P1'), computation: 'pending' })
    const { db } = context
    const meanwhile: Context['db'] = {
      ...db,
      transaction: async (work) => {
        const done = await db.transaction(work)
        await changeScope(context, { id: 'PTN-S', reason: REASON, scope: payer('P2') })
        return done
      },
    }
    await backfillPatterns(meanwhile, slicesOf(meanwhile), ['PTN-S'])
    expect(await db.row(sql`select computation_status as status from patterns where id = 'PTN-S'`)).toEqual({ status: 'pending' })
    await recomputeMarked(context)
    expect(await members(context)).toEqual([])
    expect(await storedDays(context)).toEqual(await recountDays(context))
  })

  it('is scored from its own days, and as sure as the search was', async () => {
    const context = await newContext(use.database)
    // In the scope 12 of 60 denied, then 3 of 60; elsewhere nothing changes.
    const period = (start: string, of: string, denied: number): ClaimSpec[] =>
      Array.from({ length: 60 }, (_, at) => {
        const served = addDays(start, at % 30)
        return {
          id: `${of}-${start}-${at}`,
          payer: of,
          provider: 'DR1',
          served,
          submitted: served,
          decided: addDays(served, 5),
          ...(at < denied && { carc: '197', billed: 100 }),
        }
      })
    await insertClaims(context, [
      ...period('2025-08-01', 'P1', 30),
      ...period('2025-08-01', 'P2', 30),
      ...period('2026-02-01', 'P1', 3),
      ...period('2026-02-01', 'P2', 30),
    ])
    await insertScoped(context, { id: 'PTN-S', reason: REASON, scope: payer('P1'), computation: 'pending' })
    await insertFinding(context, { id: 'PTN-S', q: 0.004 })
    await insertScoped(context, { id: 'PTN-T', reason: REASON, scope: payer('P3'), computation: 'pending' })
    await recomputeAll(context)
    await refreshPatterns(context)
    const scores = await context.db.rows(sql`
      select id, score_frequency as frequency, score_confidence as confidence, baseline_claim_count as before, baseline_denied_count as was, current_denied_count as is, status
      from patterns where scope <> '[]' order by id`)
    expect(scores).toMatchObject([
      { id: 'PTN-S', frequency: 3, confidence: 99.6, before: 60, was: 30, is: 3, status: 'resolved' },
      { id: 'PTN-T', frequency: 0, confidence: null, was: null, status: 'active' },
    ])
    // The provider is better in the scope; the same denials are not counted for the reason once more.
    await refreshProviders(context)
    const [provider] = await context.db.rows<{ improved: { patternId: string; baseline: unknown; current: unknown }[] }>(
      sql`select improved from provider_performance where provider_id = 'DR1'`,
    )
    expect(provider!.improved).toEqual([{ patternId: 'PTN-S', baseline: { claims: 60, denied: 30 }, current: { claims: 60, denied: 3 } }])
  })
})
