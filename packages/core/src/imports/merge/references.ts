import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'

/**
 * Links what arrived since: evidence to its claim, learning events to their pattern and claim; references that are resolved leave the list.
 * Returns how many left it. An event that names only the reason of its pattern is linked to the pattern of that reason alone.
 */
export async function resolveReferences(tx: TenantTransaction, organizationId: number): Promise<number> {
  await tx.run(sql`
    update pattern_evidence e set claim_id = c.id, service_date = coalesce(e.service_date, c.date_of_service)
    from claims c where e.organization_id = ${organizationId} and e.claim_id is null and c.organization_id = ${organizationId} and c.id = e.claim_reference`)
  const waiting = (field: string) =>
    sql`e.organization_id = ${organizationId} and u.organization_id = ${organizationId} and u.from_table = 'learning_events' and u.from_id = e.id and u.field = ${field}`
  await tx.run(sql`
    update learning_events e set pattern_id = p.id from unresolved_references u, patterns p
    where ${waiting('patternId')} and p.organization_id = ${organizationId} and p.id = u.reference`)
  await tx.run(sql`
    update learning_events e set pattern_id = p.id from unresolved_references u, patterns p
    where ${waiting('patternReason')} and p.organization_id = ${organizationId} and p.denial_reason = u.reference and p.scope = '[]'
      and not exists (select from patterns o where o.organization_id = ${organizationId} and o.denial_reason = p.denial_reason and o.scope = '[]' and o.id < p.id)`)
  await tx.run(sql`
    update learning_events e set claim_id = c.id from unresolved_references u, claims c
    where ${waiting('claimId')} and c.organization_id = ${organizationId} and c.id = u.reference`)
  return tx.run(sql`
    delete from unresolved_references u
    where u.organization_id = ${organizationId} and (
      (u.from_table = 'patterns' and u.field = 'affectedClaims' and exists (select from claims c where c.organization_id = ${organizationId} and c.id = u.reference))
      or (u.from_table = 'learning_events' and u.field in ('patternId', 'patternReason')
          and exists (select from learning_events e where e.organization_id = ${organizationId} and e.id = u.from_id and e.pattern_id is not null))
      or (u.from_table = 'learning_events' and u.field = 'claimId'
          and exists (select from learning_events e where e.organization_id = ${organizationId} and e.id = u.from_id and e.claim_id is not null)))`)
}
