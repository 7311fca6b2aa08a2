import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

/** One hash for each table that belongs to organizations, over all rows that are this one's. */
export async function checksums({ db, organization }: Pick<Context, 'db' | 'organization'>): Promise<Record<string, string>> {
  const tables = await db.rows<{ name: string }>(sql`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const hashes = tables.map(
    ({ name }) => sql`
      select ${name}::text as name, count(*) || ' rows ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as hash
      from ${sql.identifier(name)} t where t.organization_id = ${organization.id}`,
  )
  const rows = await db.rows<{ name: string; hash: string }>(sql.join(hashes, sql` union all `))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}
