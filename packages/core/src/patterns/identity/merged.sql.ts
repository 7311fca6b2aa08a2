import { sql } from 'drizzle-orm'

/** Condition on the patterns `p`: it went into another one, and no search has found it by itself since. Its denials are mostly that one's. */
export const isMerged = sql`
  exists (
    select from pattern_lineage l left join pattern_findings found on found.organization_id = l.organization_id and found.pattern_id = l.pattern_id
    where l.organization_id = p.organization_id and l.pattern_id = p.id and l.kind = 'merged_into' and l.recorded_at >= coalesce(found.last_found_at, l.recorded_at))`
