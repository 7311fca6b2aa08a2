import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { chosen, EVERY_PATTERN, inDays, type PatternChoice } from '../../patterns/service-days.ts'
import { MEASURES, patternDays } from './days.sql.ts'

const columns = (prefix = '') => sql.raw(MEASURES.map((column) => prefix + column).join(', '))
/** The population of a pattern found by reason alone is the organization's, whose own daily metrics restate it. */
const restated = sql.raw(MEASURES.filter((column) => column !== 'claim_count').map((column) => `('pattern.${column}', old.${column}::numeric, coalesce(new.${column}, 0)::numeric)`).join(', '))

/**
 * Computes those days of the patterns that are not archived, from pattern_claims and the organization's days of service: rows appear, change
 * and go so that the table is what a full rebuild would give. Numbers that were published and differ now go to metric_restatements with the cause.
 * Returns how many rows were written or removed.
 */
export async function refreshPatternDays(
  tx: TenantTransaction,
  { organizationId, days, cause, patterns = EVERY_PATTERN }: { organizationId: number; days: readonly IsoDate[]; cause: string; patterns?: PatternChoice },
): Promise<number> {
  const row = await tx.row<{ changed: number }>(sql`
    with new as materialized (${patternDays(organizationId, days, patterns)}),
    old as (
      select m.* from pattern_daily_metrics m join patterns p on p.organization_id = m.organization_id and p.id = m.pattern_id
      where m.organization_id = ${organizationId} and ${inDays('m.metric_date', days)} and p.status <> 'archived' and ${chosen(patterns)}),
    restatements as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause)
      select ${organizationId}, v.metric, old.pattern_id, old.metric_date, v.was, v.is_now, ${cause}
      from old left join new using (pattern_id, metric_date) cross join lateral (values ${restated}) as v(metric, was, is_now)
      where v.was <> v.is_now order by old.metric_date, old.pattern_id, v.metric),
    removed as (
      delete from pattern_daily_metrics m using old
      where m.organization_id = ${organizationId} and m.pattern_id = old.pattern_id and m.metric_date = old.metric_date
        and not exists (select from new where new.pattern_id = old.pattern_id and new.metric_date = old.metric_date)
      returning 1),
    written as (
      insert into pattern_daily_metrics as known (organization_id, pattern_id, metric_date, ${columns()})
      select ${organizationId}, pattern_id, metric_date, ${columns()} from new
      on conflict (organization_id, pattern_id, metric_date) do update set (${columns()}) = row(${columns('excluded.')})
      where (${columns('known.')}) is distinct from (${columns('excluded.')})
      returning 1)
    select ((select count(*) from removed) + (select count(*) from written))::int as changed`)
  return row!.changed
}
