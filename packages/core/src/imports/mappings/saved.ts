import { sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { OverturnError } from '../../errors.ts'
import { columnMapping, headerKey, type ColumnMapping } from '../formats/csv/mapping.ts'
import type { ReadOptions } from '../importer.ts'
import type { SavedMapping } from './schemas.ts'

interface Row {
  headerKey: string
  name: string
  mapping: unknown
  confirmedBy: string
  confirmedAt: Date | string
}

/** The mappings of the organization, the latest first. */
export async function listMappings({ db }: Pick<Context, 'db'>): Promise<SavedMapping[]> {
  const rows = await db.rows<Row>(sql`
    select header_key as "headerKey", name, mapping, confirmed_by as "confirmedBy", confirmed_at as "confirmedAt"
    from column_mappings where organization_id = ${db.organizationId} order by confirmed_at desc, header_key`)
  return rows.map((row) => ({ ...row, mapping: checked(row), confirmedAt: new Date(row.confirmedAt).toISOString() }))
}

function checked({ name, mapping }: Row): ColumnMapping {
  const { success, data } = columnMapping.safeParse(mapping)
  if (success) return data
  throw new OverturnError('conflict', `The column mapping "${name}" was saved by another version. Confirm it again.`, {
    command: 'overturn mapping <file> --confirm',
  })
}

/** What an import needs to read tables: the confirmed meaning of the columns of a header, null where nobody has confirmed it. */
export async function savedMappings(context: Pick<Context, 'db'>): Promise<NonNullable<ReadOptions['columns']>> {
  const mappings = new Map((await listMappings(context)).map((saved) => [saved.headerKey, saved.mapping]))
  return (header) => mappings.get(headerKey(header)) ?? null
}

/** The name of the mapping that is gone; null where there was none. */
export async function deleteMapping({ db }: Pick<Context, 'db'>, headerKey: string): Promise<string | null> {
  const removed = await db.row<{ name: string }>(sql`
    delete from column_mappings where organization_id = ${db.organizationId} and header_key = ${headerKey} returning name`)
  return removed?.name ?? null
}

/** Keeps a mapping for its header, in place of one that was there. */
export async function saveMapping({ db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>, name: string, mapping: ColumnMapping): Promise<void> {
  await db.run(sql`
    insert into column_mappings (organization_id, header_key, name, mapping, confirmed_by, confirmed_at)
    values (${db.organizationId}, ${headerKey(mapping.header)}, ${name}, ${JSON.stringify(mapping)}::jsonb, ${actor.id}, ${now.toISOString()}::timestamptz)
    on conflict (organization_id, header_key) do update
    set name = excluded.name, mapping = excluded.mapping, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`)
}
