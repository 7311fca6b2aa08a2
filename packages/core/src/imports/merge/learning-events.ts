import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { countsOf, idList, outcome, type MergeCounts, type Merged } from './counts.ts'
import { staged, type Slice } from './slice.ts'

const stagedEvents = (slice: Slice): SQL => sql`
  select distinct on (s.body->>'id') s.body->>'id' as id, r.*
  from staging_records s cross join lateral jsonb_to_record(s.body->'body') as r(
    "timestamp" timestamptz, type text, context text, "userId" text, "sessionId" text, "deviceType" text, "durationMs" int, "outcomeType" text,
    "correctionApplied" boolean, "patternId" text, "patternReason" text, "claimId" text, metadata jsonb)
  where ${staged(slice, 'learning_event')} order by s.body->>'id', s.seq desc`

const COLUMNS = ['timestamp', 'type', 'context', 'user_id', 'session_id', 'device_type', 'duration_ms', 'outcome_type', 'correction_applied', 'metadata']
const columns = (prefix = '') => sql.raw(COLUMNS.map((column) => prefix + column).join(', '))

/** Learning events. Links to a pattern or claim that is not here wait as unresolved references; what was meant stays in `metadata`. */
export async function mergeLearningEvents(tx: TenantTransaction, slice: Slice): Promise<MergeCounts> {
  const { organizationId, importId } = slice
  const merged = await tx.row<Merged>(sql`
    with staged as (${stagedEvents(slice)}),
    written as (
      insert into learning_events as e (organization_id, id, import_id, pattern_id, claim_id, ${columns()})
      select ${organizationId}, s.id, ${importId},
             (select p.id from patterns p where p.organization_id = ${organizationId} and p.id = s."patternId"),
             (select c.id from claims c where c.organization_id = ${organizationId} and c.id = s."claimId"),
             s."timestamp", s.type, s.context, s."userId", s."sessionId", s."deviceType", s."durationMs", s."outcomeType",
             s."correctionApplied", s.metadata
      from staged s
      on conflict (organization_id, id) do update set pattern_id = excluded.pattern_id, claim_id = excluded.claim_id,
        ${sql.raw(COLUMNS.map((column) => `${column} = excluded.${column}`).join(', '))}
      where (${columns('e.')}) is distinct from (${columns('excluded.')})
      returning e.id, e.import_id = ${importId} as inserted
    ) ${outcome}`)
  if (!merged) return { inserted: 0, updated: 0, unchanged: 0 }
  if (merged.changed.length > 0) await noteUnresolved(tx, slice, merged.changed)
  return countsOf(merged)
}

async function noteUnresolved(tx: TenantTransaction, slice: Slice, changed: string[]): Promise<void> {
  const { organizationId, importId } = slice
  const ids = idList(changed)
  await tx.run(sql`delete from unresolved_references where organization_id = ${organizationId} and from_table = 'learning_events' and from_id = any(${ids})`)
  await tx.run(sql`
    insert into unresolved_references (organization_id, from_table, from_id, field, reference, import_id)
    select ${organizationId}, 'learning_events', s.id, u.field, u.reference, ${importId}
    from (${stagedEvents(slice)}) as s
    cross join lateral (select e.pattern_id, e.claim_id from learning_events e where e.organization_id = ${organizationId} and e.id = s.id limit 1) as e
    cross join lateral (values ('patternId', s."patternId", e.pattern_id), ('patternReason', s."patternReason", e.pattern_id), ('claimId', s."claimId", e.claim_id))
      as u(field, reference, link)
    where s.id = any(${ids}) and u.reference is not null and u.link is null`)
}
