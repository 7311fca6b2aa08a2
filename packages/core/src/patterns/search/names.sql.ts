import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import type { Condition } from '../scope/condition.ts'
import type { Names } from '../sentence.ts'

/** The names of the payers and providers that these conditions mention; what has none is called by its id. */
export async function namesFor({ rows, organizationId }: Pick<TenantDatabase, 'rows' | 'organizationId'>, conditions: readonly Condition[]): Promise<Names> {
  const ids = (field: string) => sql.param([...new Set(conditions.filter((condition) => condition.field === field).map(({ value }) => String(value)))])
  const named = async (table: 'payers' | 'providers', field: string) => {
    const found = await rows<{ id: string; name: string }>(
      sql`select id, name from ${sql.raw(table)} where organization_id = ${organizationId} and id = any(${ids(field)}::text[]) and name <> ''`,
    )
    const names = new Map(found.map(({ id, name }) => [id, name]))
    return (id: string) => names.get(id) ?? id
  }
  return { payer: await named('payers', 'payer'), provider: await named('providers', 'provider') }
}
