import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Overlap } from './levels.ts'

/** The pairs of these patterns of one reason that share a denial. */
export async function readOverlaps(db: Pick<TenantTransaction, 'rows'>, organizationId: number, patternIds: readonly string[]): Promise<Overlap[]> {
  if (patternIds.length === 0) return []
  const pairs = await db.rows<{ one: string; other: string }>(sql`
    with denial as materialized (
      select p.id, p.denial_reason, pc.claim_id, pc.line_number
      from patterns p join pattern_claims pc on pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.denied
      where p.organization_id = ${organizationId} and p.id = any(${sql.param(patternIds)}::text[]))
    select distinct a.id as one, b.id as other from denial a join denial b using (denial_reason, claim_id, line_number) where a.id < b.id order by 1, 2`)
  return pairs.map(({ one, other }) => [one, other])
}
