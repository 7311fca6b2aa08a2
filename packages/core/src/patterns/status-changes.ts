import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import type { PatternCounts } from './counts.sql.ts'
import { courseOf, type PatternStatus } from './rules.ts'

/** Who changes a status when it follows from the numbers. */
export const COMPUTATION = 'computation'

interface Computed {
  pattern: PatternCounts
  status: PatternStatus
}

/**
 * Keeps which patterns the numbers have given another status, before it is written, with the numbers. The first status that a pattern is given is
 * no change: it is what was so when it was found.
 */
export async function keepStatusChanges(tx: TenantTransaction, organizationId: number, computed: readonly Computed[], now: Date): Promise<void> {
  const changes = computed
    .filter(({ pattern, status }) => status !== pattern.status)
    .map(({ pattern, status }) => ({ id: pattern.id, from_status: pattern.status, to_status: status, reason: courseOf(pattern) }))
  if (changes.length === 0) return
  // Locked, so that nobody archives one of them before its new status is written.
  await tx.run(sql`
    insert into pattern_status_changes (organization_id, pattern_id, from_status, to_status, reason, changed_by, changed_at)
    select p.organization_id, p.id, c.from_status, c.to_status, c.reason, ${COMPUTATION}, ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(changes)}::json) as c(id text, from_status text, to_status text, reason text)
    join patterns p on p.id = c.id
    where p.organization_id = ${organizationId} and p.status = c.from_status and p.last_computed_at is not null
    for update of p`)
}
