import { PgDialect } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import type { TenantDatabase, TenantTransaction } from '../../src/db/tenant.ts'
import { perform } from '../../src/operation.ts'
import { explainNumber } from '../../src/snapshots/explain.ts'
import { getSnapshot } from '../../src/snapshots/get.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Two years of ten payers and forty patterns, of which every day was restated. */
async function history({ db, organization }: Context) {
  const { id } = organization
  await db.run(sql`
    insert into organization_daily_metrics (organization_id, date_basis, metric_date, payer_id, claim_count, adjudicated_count, denied_count, created_at, created_by)
    select ${id}, basis, date '2026-03-31' - day, 'P' || payer, 10, 9, 2, timestamptz '2026-04-01' - day * interval '1 day', 'import:1'
    from unnest(array['service', 'submission', 'payment']) basis, generate_series(0, 729) day, generate_series(1, 10) payer`)
  await db.run(sql`
    insert into patterns (organization_id, id, title, category, denial_reason, scope_key) select ${id}, 'PTN-' || n, 'Pattern', 'unclassified', 'R' || n, 'reason:' || n from generate_series(1, 40) n`)
  await db.run(sql`
    insert into pattern_daily_metrics (organization_id, pattern_id, metric_date, claim_count, denied_count, dollars_denied, created_at, created_by)
    select ${id}, 'PTN-' || n, date '2026-03-31' - day, 90, 2, 200, timestamptz '2026-04-01' - day * interval '1 day', 'import:1' from generate_series(1, 40) n, generate_series(0, 729) day`)
  await db.run(sql`
    insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause, restated_at)
    select ${id}, 'organization.submission.' || metric, 'P' || payer, date '2026-03-31' - day, 2, 2, 'import:' || n, timestamptz '2026-04-10' + n * interval '1 day'
    from unnest(array['claim_count', 'adjudicated_count', 'denied_count', 'pending_count', 'paid_amount']) metric, generate_series(0, 729) day, generate_series(1, 10) payer, generate_series(2, 3) n`)
  await db.run(sql`
    insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause, restated_at)
    select ${id}, 'pattern.denied_count', 'PTN-' || p, date '2026-03-31' - day, 2, 2, 'import:' || n, timestamptz '2026-04-10' + n * interval '1 day'
    from generate_series(0, 729) day, generate_series(1, 40) p, generate_series(2, 2) n`)
}

/** The context, and the plans of all that it asks. */
function planned(context: Context): { context: Context; plans: string[] } {
  const plans: string[] = []
  const dialect = new PgDialect()
  const watch = (tx: TenantTransaction): TenantTransaction => {
    const rows: TenantTransaction['rows'] = async (statement) => {
      const { sql: text } = dialect.sqlToQuery(statement)
      if (/metric_restatements|daily_metrics/.test(text)) {
        const plan = await tx.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`)
        plans.push(plan.map((line) => line['QUERY PLAN']).join('\n'))
      }
      return tx.rows(statement)
    }
    return { ...tx, rows, row: async <Row extends object>(statement: Parameters<typeof rows>[0]) => (await rows<Row>(statement))[0] ?? null }
  }
  const watched = (db: TenantDatabase): TenantDatabase => ({
    ...db,
    as: (role) => watched(db.as(role)),
    transaction: (work) => db.transaction((tx) => work(watch(tx))),
  })
  return { plans, context: { ...context, db: watched(context.db) } }
}

describe('what was known, over two years of days', () => {
  const use = useDatabase()

  it('reads only the window, by its indexes', async () => {
    const context = await newContext(use.database)
    await history(context)
    await use.database.pool.query('analyze organization_daily_metrics, pattern_daily_metrics, metric_restatements')
    const watched = planned(context)
    const get = { asOf: '2026-04-12', from: '2026-02-01', to: '2026-03-31' }
    await perform(getSnapshot, watched.context, get)
    await perform(explainNumber, watched.context, { metric: 'denialRate', ...get })
    expect(watched.plans.length).toBeGreaterThan(10)
    for (const plan of watched.plans) expect(plan).not.toMatch(/Seq Scan on (organization_daily_metrics|pattern_daily_metrics|metric_restatements)/)
  })
})
