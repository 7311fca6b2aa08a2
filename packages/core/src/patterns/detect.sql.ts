import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import { REASON_NOT_STATED } from '../adjudication/rules.ts'
import { distinctValues } from '../db/distinct.sql.ts'
import { denialFacts } from './denial-facts.sql.ts'

/** Reasons of denials that are no pattern yet: from the indexes of denied lines and claims. */
export function unknownReasons(organizationId: number): SQL {
  const reasonsIn = (table: string) => distinctValues(table, 'denial_reason', organizationId)
  return sql`
    select reason from (select value from (${reasonsIn('claim_line_items')}) l union select value from (${reasonsIn('claims')}) c) as denied(reason)
    where reason <> ${REASON_NOT_STATED} and not exists (select from patterns p where p.organization_id = ${organizationId} and p.scope_key = 'reason:' || reason) order by reason`
}

/**
 * Those of the reasons for which, on some day up to today, a look-back of `daysBack` days held `minimumDenials` denied claims: the nth claim of
 * a reason lies fewer than `daysBack` days after the (n - minimum + 1)th. Any day counts, not only today, as if the job had run every day since
 * the beginning: the answer depends neither on when it runs nor on the order in which files came. `atMost` reads only so many denials: what
 * some of them show is true of all.
 */
export function frequentReasons(
  organizationId: number,
  reasons: readonly string[],
  { today, daysBack, minimumDenials, atMost }: { today: IsoDate; daysBack: number; minimumDenials: number; atMost?: number },
): SQL {
  return sql`
    with denied as (
      select f.reason, f.claim_id, min(f.submitted_on) as day
      from (select * from (${denialFacts(organizationId)}) every where reason = any(${sql.param(reasons)}::text[]) and submitted_on <= ${today} ${atMost === undefined ? sql`` : sql`limit ${atMost}`}) f
      group by f.reason, f.claim_id),
    look_back as (select reason, day, lag(day, ${minimumDenials - 1}::int) over (partition by reason order by day, claim_id) as since from denied)
    select distinct reason from look_back where day - since < ${daysBack} order by reason`
}

/** Imported patterns of these reasons become the pattern of their reason: each keeps its id and its words, and is computed from now on. */
export function adoptImported(organizationId: number, reasons: readonly string[], now: Date): SQL {
  return sql`
    update patterns p set scope_key = 'reason:' || p.denial_reason, detected_at = ${now}, computation_status = 'pending'
    where p.organization_id = ${organizationId} and p.id in (
      select min(i.id) from patterns i
      where i.organization_id = ${organizationId} and i.scope_key is null and i.scope = '[]' and i.denial_reason = any(${sql.param(reasons)}::text[])
        and not exists (select from patterns known where known.organization_id = ${organizationId} and known.scope_key = 'reason:' || i.denial_reason)
      group by i.denial_reason)
      and p.scope_key is null
    returning p.id`
}

export interface NewPattern {
  reason: string
  title: string
  description: string
  category: string
  action: string | null
  suggested: string
}

/** Makes the patterns that nothing has made yet. The id follows from the scope, so that two runs at once make one pattern. */
export function createPatterns(organizationId: number, found: readonly NewPattern[], now: Date): SQL {
  return sql`
    insert into patterns (organization_id, id, title, description, category, origin, denial_reason, scope_key, suggested_action, action_category, detected_at, last_updated)
    select ${organizationId}, 'PTN-' || upper(left(md5('reason:' || r.reason), 8)), r.title, r.description, r.category, 'detected', r.reason, 'reason:' || r.reason,
           r.suggested, r.action, ${now}, ${now}
    from json_to_recordset(${JSON.stringify(found)}::json) as r(reason text, title text, description text, category text, action text, suggested text)
    where not exists (select from patterns p where p.organization_id = ${organizationId} and p.scope_key = 'reason:' || r.reason)
    on conflict (organization_id, id) do nothing
    returning id`
}
