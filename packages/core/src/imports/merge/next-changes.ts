import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Slice } from './slice.ts'

/** Changes of claims per transaction. */
const CHANGES = 150

/**
 * The next staged changes from a position on, as far as no claim stands in them twice: one statement cannot change a row twice, and parts of one
 * claim add up in their order. The slice begins with the first of them: in a range that also spans those that are done and gone the planner
 * would expect them all, and read every claim. Null when there are none.
 */
export async function nextChanges(
  tx: TenantTransaction,
  { organizationId, importId }: Pick<Slice, 'organizationId' | 'importId'>,
  after: number,
): Promise<{ slice: Slice; claimIds: string[] } | null> {
  const rows = await tx.rows<{ seq: number; claim_id: string }>(sql`
    select seq, claim_id from staging_records
    where organization_id = ${organizationId} and import_id = ${importId} and kind in ('claim', 'void') and seq > ${after} order by seq limit ${CHANGES}`)
  const seen = new Set<string>()
  let to = 0
  for (const { seq, claim_id: id } of rows) {
    if (seen.has(id)) break
    seen.add(id)
    to = seq
  }
  const [first] = rows
  return first ? { slice: { organizationId, importId, from: first.seq, to }, claimIds: [...seen] } : null
}
