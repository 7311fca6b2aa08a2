import { sql, type SQL } from 'drizzle-orm'
import { inDays } from '../computation/days.sql.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'

/** Daily rows of things of one kind: where they are kept, and what restatements call them. */
export interface DailyRows {
  table: 'pattern_daily_metrics' | 'policy_daily_metrics' | 'provider_daily_metrics'
  /** The column that names the thing. */
  key: 'pattern_id' | 'policy_id' | 'provider_id'
  /** First part of a restatement's metric; alone it stands for a row that went. */
  name: 'pattern' | 'policy' | 'provider'
  /** The numbers of a day, as the table has them; none of them is ever null. */
  measures: readonly [string, ...string[]]
}

export interface DailyRefresh {
  organizationId: number
  days: readonly IsoDate[]
  /** What restatements will name, and the rows that appear. */
  cause: string
  /** What the days have to hold: (key, metric_date, ...measures), a row for each thing and day on which anything happened. */
  fresh: SQL
  /** Condition on the rows `m` of the table that the refresh is about; all of those days unless said. */
  which?: SQL
  /** Condition on the changes (`v.metric`, the key) that are restated; all unless said. */
  restated?: SQL
}

/**
 * Writes those days, in one statement: rows appear, change and go so that the table is what a full rebuild would give. Numbers that were published
 * and differ now go to metric_restatements with the cause; a row that goes leaves there, without values, when and by what it had first appeared
 * (src/snapshots/as-known.sql.ts). Returns how many rows were written or removed.
 */
export async function writeDailyRows(
  tx: Pick<TenantTransaction, 'row'>,
  { table, key, name, measures }: DailyRows,
  { organizationId, days, cause, fresh, which = sql`true`, restated = sql`true` }: DailyRefresh,
): Promise<number> {
  if (days.length === 0) return 0
  const each = (of: (measure: string) => string) => sql.raw(measures.map(of).join(', '))
  const [rows, id, first] = [sql.raw(table), sql.raw(key), sql.raw(measures[0])]
  // A full join, which the planner can only hash or merge: it does not know how many rows there are, and would loop over all pairs.
  const row = await tx.row<{ changed: number }>(sql`
    with new as (${fresh}),
    old as (select m.* from ${rows} m where m.organization_id = ${organizationId} and ${inDays('m.metric_date', days)} and ${which}),
    change as materialized (
      select ${id}, metric_date, ${each((measure) => `old.${measure} as old_${measure}, new.${measure}`)}
      from old full join new using (${id}, metric_date)
      where (${each((measure) => `old.${measure}`)}) is distinct from (${each((measure) => `new.${measure}`)})),
    restatements as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause)
      select ${organizationId}, v.metric, ${id}, metric_date, v.was, v.is_now, ${cause}
      from change cross join lateral (values ${each((measure) => `('${name}.${measure}', old_${measure}::numeric, coalesce(${measure}, 0)::numeric)`)}) as v(metric, was, is_now)
      where v.was <> v.is_now and ${restated} order by metric_date, ${id}, v.metric),
    removed as (
      delete from ${rows} m using change
      where m.organization_id = ${organizationId} and m.${id} = change.${id} and m.metric_date = change.metric_date and change.${first} is null
      returning m.${id}, m.metric_date, m.created_at, m.created_by),
    ended as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, cause, restated_at)
      select ${organizationId}, ${name}::text, ${id}, metric_date, created_by, created_at from removed),
    written as (
      insert into ${rows} (organization_id, ${id}, metric_date, created_by, ${each((measure) => measure)})
      select ${organizationId}, ${id}, metric_date, ${cause}, ${each((measure) => measure)} from change where ${first} is not null
      on conflict (organization_id, ${id}, metric_date) do update set ${each((measure) => `${measure} = excluded.${measure}`)})
    select count(*)::int as changed from change`)
  return row!.changed
}
