import { sql, type SQL } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import { isPreviewKey } from '../lifecycle.ts'

/** Each is looked for in every claim: few at once. */
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
type Table = keyof typeof REFERENCES

/**
 * Removes payers and providers that only this import brought, once its rows are gone; what anything else names stays. Nothing else names what a
 * preview brought: no other file is merged before it is gone, and files alone name payers and providers.
 */
export async function removeParties(db: TenantDatabase, importId: number): Promise<void> {
  const found = await db.row<{ sha256: string }>(sql`select sha256 from imports where organization_id = ${db.organizationId} and id = ${importId}`)
  const isAlone = found !== null && isPreviewKey(found.sha256)
  for (const table of ['payers', 'providers'] as const) {
    const brought = await db.rows<{ id: string }>(sql`
      select id from ${sql.identifier(table)} where organization_id = ${db.organizationId} and import_id = ${importId} order by id`)
    for (let at = 0; at < brought.length; at += AT_ONCE) {
      await db.transaction(async (tx) => {
        for (const { id } of brought.slice(at, at + AT_ONCE)) await tx.run(removal(table, db.organizationId, id, isAlone))
      })
    }
  }
}

/** By one id each: the search for who names it ends at the first that does, where one for all of them would read every claim. */
function removal(table: Table, organizationId: number, id: string, isAlone: boolean): SQL {
  const unnamed = REFERENCES[table].map(
    ([from, column]) =>
      sql` and not exists (select from ${sql.identifier(from)} where organization_id = ${organizationId} and ${sql.identifier(column)} = ${id})`,
  )
  return sql`delete from ${sql.identifier(table)} where organization_id = ${organizationId} and id = ${id}${isAlone ? sql`` : sql.join(unnamed)}`
}
