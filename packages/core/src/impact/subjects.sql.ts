import { sql, type SQL } from 'drizzle-orm'
import { addDays, type DateWindow, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { patternActionKinds } from '../db/schema/patterns.ts'
import { isPractice } from '../learning/events.sql.ts'
import type { Condition } from '../patterns/scope/condition.ts'

export type ActionKind = (typeof patternActionKinds)[number]
export interface Intervention {
  kind: ActionKind
  on: IsoDate
  /** The day on which it was written down here; a practice is on record at once. */
  recordedOn: IsoDate
}

/** What is done so that the next claim is not denied; a resubmission gets the denied one paid. */
export const preventive: readonly ActionKind[] = ['workflow_update', 'staff_training', 'system_configuration']

/** A pattern, what was done about it, and the days that made it be found. */
export interface Subject {
  id: string
  title: string
  reason: string
  scope: readonly Condition[]
  /** As recorded, the earliest first. */
  actions: readonly Intervention[]
  /** The first day on which somebody completed a practice of it. */
  practisedOn: IsoDate | null
  detection: DateWindow
}

interface SubjectRow extends Omit<Subject, 'detection'> {
  firstDenied: IsoDate | null
  windowStart: IsoDate | null
  seenUntil: IsoDate | null
}

/**
 * The patterns that are computed, each with its actions up to today. Of a pattern with a scope the searches saw the days from the first of them on that
 * found it: its finding is the latest one's, whose window has moved on since. A pattern by reason alone was found by its first denials: `daysBack` days
 * from the first.
 */
export async function readSubjects(
  tx: Pick<TenantTransaction, 'rows'>,
  { organizationId, timeZone, today, daysBack, which = sql`true` }: { organizationId: number; timeZone: string; today: IsoDate; daysBack: number; which?: SQL },
): Promise<Subject[]> {
  const rows = await tx.rows<SubjectRow>(sql`
    select p.id, p.title, p.denial_reason as reason, p.scope, p.first_detected as "firstDenied", f.seen_until as "seenUntil",
      least(f.window_start, (
        select min(s.window_start) from pattern_searches s
        where s.organization_id = ${organizationId} and s.searched_at >= p.detected_at and f.pattern_id is not null)) as "windowStart",
      coalesce((
        select json_agg(json_build_object('kind', a.kind, 'on', a.happened_on, 'recordedOn', (a.created_at at time zone ${timeZone})::date) order by a.happened_on, a.position) from pattern_actions a
        where a.organization_id = ${organizationId} and a.pattern_id = p.id and a.happened_on <= ${today}), '[]') as actions,
      (select min((e.timestamp at time zone ${timeZone})::date) from learning_events e
       where e.organization_id = ${organizationId} and e.pattern_id = p.id and ${isPractice} and (e.timestamp at time zone ${timeZone})::date <= ${today}) as "practisedOn"
    from patterns p
    left join pattern_findings f on f.organization_id = p.organization_id and f.pattern_id = p.id
    where p.organization_id = ${organizationId} and p.scope_key is not null and p.denial_reason is not null and p.computation_status <> 'pending' and ${which}
    order by p.id`)
  return rows.map(({ firstDenied, windowStart, seenUntil, ...subject }) => {
    const start = windowStart ?? firstDenied ?? today
    return { ...subject, detection: { start, end: seenUntil ?? addDays(start, daysBack) } }
  })
}
