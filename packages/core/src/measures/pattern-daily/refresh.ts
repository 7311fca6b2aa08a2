import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { inDays } from '../../computation/days.sql.ts'
import { chosen, EVERY_PATTERN, type PatternChoice } from '../../patterns/choice.ts'
import { MEASURES, patternDays } from './days.sql.ts'

const each = (of: (column: string) => string, measures: readonly string[] = MEASURES) => sql.raw(measures.map(of).join(', '))
/** The population of a pattern found by reason alone is the organization's, whose own daily metrics restate it. */
const RESTATED = MEASURES.filter((column) => column !== 'claim_count')

/**
 * Computes those days of the patterns that are not archived, from pattern_claims and the organization's days of service: rows appear, change
 * and go so that the table is what a full rebuild would give. Numbers that were published and differ now go to metric_restatements with the cause;
 * a row that goes leaves there, without values, when and by what it had first appeared. Returns how many rows were written or removed.
 */
export async function refreshPatternDays(
  tx: TenantTransaction,
  { organizationId, days, cause, patterns = EVERY_PATTERN }: { organizationId: number; days: readonly IsoDate[]; cause: string; patterns?: PatternChoice },
): Promise<number> {
  // A full join, which the planner can only hash or merge: it does not know how many rows there are, and would loop over all pairs.
  const row = await tx.row<{ changed: number }>(sql`
    with new as (${patternDays(organizationId, days, patterns)}),
    old as (
      select m.* from pattern_daily_metrics m
      where m.organization_id = ${organizationId} and ${inDays('m.metric_date', days)}
        and m.pattern_id in (select p.id from patterns p where p.organization_id = ${organizationId} and p.status <> 'archived' and ${chosen(patterns)})),
    change as materialized (
      select pattern_id, metric_date, ${each((column) => `old.${column} as old_${column}, new.${column}`)}
      from old full join new using (pattern_id, metric_date)
      where (${each((column) => `old.${column}`)}) is distinct from (${each((column) => `new.${column}`)})),
    restatements as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause)
      select ${organizationId}, v.metric, pattern_id, metric_date, v.was, v.is_now, ${cause}
      from change cross join lateral (values ${each((column) => `('pattern.${column}', old_${column}::numeric, coalesce(${column}, 0)::numeric)`, RESTATED)}) as v(metric, was, is_now)
      where v.was <> v.is_now order by metric_date, pattern_id, v.metric),
    removed as (
      delete from pattern_daily_metrics m using change
      where m.organization_id = ${organizationId} and m.pattern_id = change.pattern_id and m.metric_date = change.metric_date and change.claim_count is null
      returning m.pattern_id, m.metric_date, m.created_at, m.created_by),
    ended as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, cause, restated_at)
      select ${organizationId}, 'pattern', pattern_id, metric_date, created_by, created_at from removed),
    written as (
      insert into pattern_daily_metrics (organization_id, pattern_id, metric_date, created_by, ${each((column) => column)})
      select ${organizationId}, pattern_id, metric_date, ${cause}, ${each((column) => column)} from change where claim_count is not null
      on conflict (organization_id, pattern_id, metric_date) do update set ${each((column) => `${column} = excluded.${column}`)})
    select count(*)::int as changed from change`)
  return row!.changed
}
