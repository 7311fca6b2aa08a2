import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'

/** A claim with more decisions than this shows the first ones: each brings a chunk of up to some hundred kilobytes to unpack. */
const MOST = 50

interface StoredSource {
  decisionId: string | null
  importId: number
  fileName: string
  format: string
  /** Of the record within its file. */
  position: number
  content: Buffer
}

/** The packed texts of a claim and of its decisions, in the order in which they came; null where there is no such claim. */
export async function readSources(
  tx: TenantTransaction,
  organizationId: number,
  claimId: string,
): Promise<{ sources: StoredSource[]; hasMore: boolean } | null> {
  if (!(await tx.row(sql`select from claims where organization_id = ${organizationId} and id = ${claimId}`))) return null
  const ofClaim = sql`organization_id = ${organizationId} and claim_id = ${claimId}`
  const sources = await tx.rows<StoredSource>(sql`
    select t.decision as "decisionId", (t.id >> 32)::int as "importId", i.file_name as "fileName", i.format, (t.id & 4294967295)::int8 as position, s.content
    from (select id, null::text as decision from claim_sources where ${ofClaim} union all select id, id::text from adjudications where ${ofClaim}) t
    join imports i on i.organization_id = ${organizationId} and i.id = t.id >> 32
    cross join lateral (
      select c.content, c.id from source_chunks c
      where c.organization_id = ${organizationId} and c.id <= t.id and c.id > (t.id >> 32 << 32) order by c.id desc limit 1) s
    order by t.id limit ${MOST + 1}`)
  return { sources: sources.slice(0, MOST), hasMore: sources.length > MOST }
}
