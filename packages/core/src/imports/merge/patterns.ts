import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { countsOf, idList, outcome, type MergeCounts, type Merged } from './counts.ts'
import { mergePatternDetails, stagedPatterns } from './pattern-details.ts'
import type { Slice } from './slice.ts'

/** Texts that only an import writes; a new export replaces them. */
const TEXTS = [
  'title',
  'description',
  'category',
  'suggested_action',
  'action_category',
  'recovery_status',
  'short_term_action',
  'long_term_action',
  'possible_root_causes',
  'reported',
]
/** Facts that an import states until they are computed from claims and events; from then on src/patterns/refresh.ts writes them. */
const STATED = [
  'status',
  'tier',
  'denial_reason',
  'first_detected',
  'last_seen',
  'learning_progress',
  'practice_sessions_completed',
  'corrections_applied',
  'last_updated',
]

/**
 * Patterns of a portal's export. Whether one changed is told by `reported`, the pattern as it came: what detection and refresh compute in
 * the meantime is no reason to write, and is not overwritten. Metric columns stay null until computed.
 */
export async function mergePatterns(tx: TenantTransaction, slice: Slice): Promise<MergeCounts> {
  const merged = await tx.row<Merged>(sql`
    with staged as (${stagedPatterns(slice)}),
    written as (
      insert into patterns as p (organization_id, id, import_id, origin, ${sql.raw([...TEXTS, ...STATED].join(', '))})
      select ${slice.organizationId}, s.id, ${slice.importId}, 'imported', r.title, r.description, r.category, r."suggestedAction", r."actionCategory", r."recoveryStatus",
             r."shortTermAction", r."longTermAction", r."possibleRootCauses", s.reported,
             r.status, r.tier, r."denialReason", r."firstDetected", r."lastSeen", r."learningProgress", r."practiceSessionsCompleted", r."correctionsApplied",
             coalesce(r."lastUpdated"::timestamptz, now())
      from staged s cross join lateral jsonb_to_record(s.body) as r(
        title text, description text, category text, status text, tier text, "denialReason" text, "firstDetected" date, "lastSeen" date, "lastUpdated" date,
        "learningProgress" int, "practiceSessionsCompleted" int, "correctionsApplied" int, "suggestedAction" text, "actionCategory" text, "recoveryStatus" text,
        "shortTermAction" jsonb, "longTermAction" jsonb, "possibleRootCauses" jsonb)
      on conflict (organization_id, id) do update set
        ${sql.raw(TEXTS.map((column) => `${column} = excluded.${column}`).join(', '))},
        ${sql.raw(STATED.map((column) => `${column} = case when p.last_computed_at is null then excluded.${column} else p.${column} end`).join(', '))}
      where p.reported is distinct from excluded.reported
      returning p.id, p.import_id = ${slice.importId} as inserted
    ) ${outcome}`)
  if (!merged) return { inserted: 0, updated: 0, unchanged: 0 }
  if (merged.changed.length > 0) await mergePatternDetails(tx, slice, sql`s.id = any(${idList(merged.changed)})`)
  return countsOf(merged)
}
