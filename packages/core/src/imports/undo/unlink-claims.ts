import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'

/**
 * Imported patterns and learning events that name claims which are about to go: they name them as before the claims came, and find them again
 * when they come back. What was computed from the claims goes with them.
 */
export async function unlinkClaims(tx: TenantTransaction, organizationId: number, claimIds: readonly string[]): Promise<void> {
  const those = sql`any(${sql.param(claimIds)}::text[])`
  await tx.run(sql`update pattern_evidence set claim_id = null where organization_id = ${organizationId} and claim_id = ${those} and origin = 'imported'`)
  await tx.run(sql`
    insert into unresolved_references (organization_id, from_table, from_id, field, reference, import_id)
    select organization_id, 'learning_events', id, 'claimId', claim_id, import_id from learning_events
    where organization_id = ${organizationId} and claim_id = ${those}
    union
    select p.organization_id, 'patterns', p.id, 'affectedClaims', a.reference, p.import_id
    from patterns p cross join lateral jsonb_array_elements_text(
      case jsonb_typeof(p.reported -> 'affectedClaims') when 'array' then p.reported -> 'affectedClaims' else '[]' end) as a(reference)
    where p.organization_id = ${organizationId} and a.reference = ${those}
    on conflict do nothing`)
}
