import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

/** What a recomputation writes for claims, and for days. */
const TABLES = [
  'organization_daily_metrics',
  'pattern_daily_metrics',
  'policy_daily_metrics',
  'provider_daily_metrics',
  'payer_reason_daily_metrics',
  'recovered_payments',
  'pattern_claims',
  'pattern_evidence',
  'policy_hits',
]

/** Whole rows of these tables, but for when they were first published and by what. */
export async function everyRow({ db }: Pick<Context, 'db'>): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const table of TABLES) {
    const found = await db.rows<{ row: unknown }>(sql`select to_jsonb(t) - 'created_at' - 'created_by' as row from ${sql.raw(table)} t order by 1`)
    rows[table] = found.map(({ row }) => row)
  }
  rows.lines = await db.rows(sql`select claim_id, line_number, patterns_triggered from claim_line_items order by 1, 2`)
  return rows
}

/** Takes all of it away, so that a rebuild corrects nothing: it makes everything anew. */
export async function removeComputed({ db }: Pick<Context, 'db'>): Promise<void> {
  for (const table of TABLES) await db.run(sql`delete from ${sql.raw(table)}`)
  await db.run(sql`update claim_line_items set patterns_triggered = '{}'`)
}
