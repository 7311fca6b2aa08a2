import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'

/**
 * Links what arrived since: evidence to its claim, learning events to their pattern and claim; references that are resolved leave the list.
 * Returns how many left it. An event that names only the reason of its pattern is linked to the pattern of that reason alone.
 * Claims are looked up by key, row by row, and nothing is joined: fresh tables have no statistics, and a join would compare all with all.
 */
export async function resolveReferences(tx: TenantTransaction, organizationId: number): Promise<number> {
  const claimOf = (reference: string) => sql`(select c.id from claims c where c.organization_id = ${organizationId} and c.id = ${sql.raw(reference)})`
  await tx.run(sql`
    update pattern_evidence e set claim_id = e.claim_reference,
      service_date = coalesce(e.service_date, (select c.date_of_service from claims c where c.organization_id = ${organizationId} and c.id = e.claim_reference))
    where e.organization_id = ${organizationId} and e.claim_id is null and ${claimOf('e.claim_reference')} is not null`)
  const affected = await tx.run(sql`
    delete from unresolved_references u
    where u.organization_id = ${organizationId} and u.field = 'affectedClaims' and u.from_table = 'patterns' and ${claimOf('u.reference')} is not null`)

  // Patterns are a few hundred: one object of all of them answers every lookup.
  const patterns = await tx.row<{ ids: object | null; reasons: object | null }>(sql`
    select jsonb_object_agg(id, id) as ids, jsonb_object_agg(denial_reason, id order by id desc) filter (where denial_reason is not null and scope = '[]') as reasons
    from patterns where organization_id = ${organizationId}`)
  const patternOf = (byKey: object | null | undefined) => sql`(${JSON.stringify(byKey ?? {})}::jsonb ->> u.reference)`
  return (
    affected +
    (await linkEvents(tx, organizationId, 'patternId', 'pattern_id', patternOf(patterns?.ids))) +
    (await linkEvents(tx, organizationId, 'patternReason', 'pattern_id', patternOf(patterns?.reasons))) +
    (await linkEvents(tx, organizationId, 'claimId', 'claim_id', claimOf('u.reference')))
  )
}

/** Sets the link of the events whose object is here now (`found` is its id, or null), and takes their references off the list. */
function linkEvents(tx: TenantTransaction, organizationId: number, field: string, column: string, found: SQL): Promise<number> {
  const waiting = sql`u.organization_id = ${organizationId} and u.field = ${field} and u.from_table = 'learning_events'`
  return tx.run(sql`
    with arrived as materialized (select u.from_id, ${found} as id from unresolved_references u where ${waiting}),
    linked as (
      update learning_events e set ${sql.raw(column)} = a.id from arrived a where a.id is not null and e.organization_id = ${organizationId} and e.id = a.from_id
    )
    delete from unresolved_references u where ${waiting} and ${found} is not null`)
}
