import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'

/** Each is looked for in every claim once more, by its foreign keys. */
const AT_ONCE = 5

const REFERENCES = {
  payers: [
    ['claims', 'payer_id'],
    ['claim_payers', 'payer_id'],
    ['remittances', 'payer_id'],
    ['adjudications', 'payer_id'],
  ],
  providers: [
    ['claims', 'provider_id'],
    ['claims', 'rendering_provider_id'],
    ['claims', 'referring_provider_id'],
    ['claim_line_items', 'rendering_provider_id'],
    ['remittances', 'payee_provider_id'],
  ],
} as const

/** Removes payers and providers that only this import brought, once its rows are gone; what anything else names stays. */
export async function removeParties(db: TenantDatabase, importId: number): Promise<void> {
  for (const table of ['payers', 'providers'] as const) {
    const named = REFERENCES[table].map(
      ([from, column]) => `not exists (select from ${from} x where x.organization_id = party.organization_id and x.${column} = party.id)`,
    )
    const alone = await db.rows<{ id: string }>(sql`
      select id from ${sql.identifier(table)} party where organization_id = ${db.organizationId} and import_id = ${importId} and ${sql.raw(named.join(' and '))}`)
    for (let at = 0; at < alone.length; at += AT_ONCE) {
      const ids = alone.slice(at, at + AT_ONCE).map(({ id }) => id)
      await db.run(sql`delete from ${sql.identifier(table)} where organization_id = ${db.organizationId} and id = any(${sql.param(ids)}::text[])`)
    }
  }
}
