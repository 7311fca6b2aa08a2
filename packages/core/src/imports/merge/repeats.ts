import { sql } from 'drizzle-orm'
import { deriveClaims } from '../../adjudication/write.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { claimsOf, removeFacts } from './rows-of.ts'
import { rowIdOf } from './slice.ts'

/** Takes out transactions that say what one before in the same file said. Returns how many decisions, claims and waiting matches went with them. */
export async function removeRepeats(
  tx: TenantTransaction,
  organizationId: number,
  importId: number,
  refs: readonly number[],
): Promise<{ decisions: number; claims: number; ambiguous: number }> {
  const remittances = sql`any(${sql.param(refs.map((ref) => rowIdOf(importId, ref)))}::int8[])`
  const gone = await tx.rows<{ id: number; claim_id: string }>(
    sql`delete from adjudications where organization_id = ${organizationId} and import_id = ${importId} and remittance_id = ${remittances} returning id, claim_id`,
  )
  const ambiguous = await removeFacts(
    tx,
    organizationId,
    gone.map(({ id }) => id),
  )
  await tx.run(sql`delete from remittances where organization_id = ${organizationId} and id = ${remittances}`)
  const touched = [...new Set(gone.map(({ claim_id: id }) => id))]
  const claims = await tx.rows<{ id: string }>(sql`
    delete from claims c where c.organization_id = ${organizationId} and c.import_id = ${importId} and not c.is_submitted and c.id = any(${sql.param(touched)}::text[])
      and not exists (select from adjudications a where a.organization_id = c.organization_id and a.claim_id = c.id)
    returning c.id`)
  await tx.run(sql`delete from claim_line_items where organization_id = ${organizationId} and claim_id = any(${sql.param(claims.map(({ id }) => id))}::text[])`)
  await deriveClaims(tx, organizationId, await claimsOf(tx, { organizationId, importId }, touched, 'own'))
  return { decisions: gone.length, claims: claims.length, ambiguous }
}
