import { sql } from 'drizzle-orm'
import { inDays } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { chosen, type PolicyChoice } from '../../policies/choice.ts'
import { MEASURES, policyDays } from './days.sql.ts'

const each = (of: (column: string) => string) => sql.raw(MEASURES.map(of).join(', '))

/**
 * Computes those days of the policies from policy_hits: rows appear, change and go so that the table is what a full rebuild would give. Numbers
 * that were published and differ now go to metric_restatements with the cause; a row that goes leaves there, without values, when and by
 * what it had first appeared. Returns how many rows were written or removed.
 */
export async function refreshPolicyDays(
  tx: TenantTransaction,
  { organizationId, days, cause, policies = 'computed' }: { organizationId: number; days: readonly IsoDate[]; cause: string; policies?: PolicyChoice },
): Promise<number> {
  // A full join, which the planner can only hash or merge: it does not know how many rows there are, and would loop over all pairs.
  const row = await tx.row<{ changed: number }>(sql`
    with new as (${policyDays(organizationId, days, policies)}),
    old as (
      select m.* from policy_daily_metrics m
      where m.organization_id = ${organizationId} and ${inDays('m.metric_date', days)}
        and m.policy_id in (select p.id from policies p where p.organization_id = ${organizationId} and ${chosen(policies)})),
    change as materialized (
      select policy_id, metric_date, ${each((column) => `old.${column} as old_${column}, new.${column}`)}
      from old full join new using (policy_id, metric_date)
      where (${each((column) => `old.${column}`)}) is distinct from (${each((column) => `new.${column}`)})),
    restatements as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause)
      select ${organizationId}, v.metric, policy_id, metric_date, v.was, v.is_now, ${cause}
      from change cross join lateral (values ${each((column) => `('policy.${column}', old_${column}::numeric, coalesce(${column}, 0)::numeric)`)}) as v(metric, was, is_now)
      where v.was <> v.is_now order by metric_date, policy_id, v.metric),
    removed as (
      delete from policy_daily_metrics m using change
      where m.organization_id = ${organizationId} and m.policy_id = change.policy_id and m.metric_date = change.metric_date and change.hit_count is null
      returning m.policy_id, m.metric_date, m.created_at, m.created_by),
    ended as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, cause, restated_at)
      select ${organizationId}, 'policy', policy_id, metric_date, created_by, created_at from removed),
    written as (
      insert into policy_daily_metrics (organization_id, policy_id, metric_date, created_by, ${each((column) => column)})
      select ${organizationId}, policy_id, metric_date, ${cause}, ${each((column) => column)} from change where hit_count is not null
      on conflict (organization_id, policy_id, metric_date) do update set ${each((column) => `${column} = excluded.${column}`)})
    select count(*)::int as changed from change`)
  return row!.changed
}
