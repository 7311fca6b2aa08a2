import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

const TABLES = [
  'payers',
  'providers',
  'imports',
  'claims',
  'claim_line_items',
  'claim_appeals',
  'remittances',
  'adjudications',
  'adjudication_lines',
  'adjustments',
  'adjudication_remarks',
  'provider_level_adjustments',
  'policies',
  'learning_events',
  'code_intelligence',
]

/** Every row of every table that an import writes, as one fingerprint per table. */
export async function fingerprint({ db }: Context, tables = TABLES): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {}
  for (const table of tables) {
    found[table] =
      (await db.row<{ rows: string | null }>(sql`select md5(string_agg(t::text, '|' order by t::text)) as rows from ${sql.identifier(table)} t`))?.rows ?? null
  }
  return found
}
