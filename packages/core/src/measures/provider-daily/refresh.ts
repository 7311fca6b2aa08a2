import { sql } from 'drizzle-orm'
import { inDays } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { MEASURES, providerDays } from './days.sql.ts'

const each = (of: (column: string) => string) => sql.raw(MEASURES.map(of).join(', '))

/**
 * Computes those days of provider_daily_metrics again, in one statement: rows appear, change and go so that the table is what a full rebuild
 * would give. Numbers that were published and differ now go to metric_restatements with the cause. Returns how many rows were written or
 * removed. It reads the claims served on those days and the appeals filed or decided on them; slice the days so that a call covers at most 20,000.
 */
export async function refreshProviderDays(
  tx: Pick<TenantTransaction, 'row'>,
  organizationId: number,
  days: readonly IsoDate[],
  cause: string,
): Promise<number> {
  if (days.length === 0) return 0
  // A full join, which the planner can only hash or merge: it does not know how many rows there are, and would loop over all pairs.
  const row = await tx.row<{ changed: number }>(sql`
    with new as (${providerDays(organizationId, days)}),
    old as (select m.* from provider_daily_metrics m where m.organization_id = ${organizationId} and ${inDays('m.metric_date', days)}),
    change as materialized (
      select provider_id, metric_date, ${each((column) => `old.${column} as old_${column}, new.${column}`)}
      from old full join new using (provider_id, metric_date)
      where (${each((column) => `old.${column}`)}) is distinct from (${each((column) => `new.${column}`)})),
    restatements as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause)
      select ${organizationId}, v.metric, provider_id, metric_date, v.was, v.is_now, ${cause}
      from change cross join lateral (values ${each((column) => `('provider.${column}', old_${column}::numeric, coalesce(${column}, 0)::numeric)`)}) as v(metric, was, is_now)
      where v.was <> v.is_now order by metric_date, provider_id, v.metric),
    removed as (
      delete from provider_daily_metrics m using change
      where m.organization_id = ${organizationId} and m.provider_id = change.provider_id and m.metric_date = change.metric_date and change.claim_count is null
      returning m.provider_id, m.metric_date, m.created_at, m.created_by),
    ended as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, cause, restated_at)
      select ${organizationId}, 'provider', provider_id, metric_date, created_by, created_at from removed),
    written as (
      insert into provider_daily_metrics (organization_id, provider_id, metric_date, created_by, ${each((column) => column)})
      select ${organizationId}, provider_id, metric_date, ${cause}, ${each((column) => column)} from change where claim_count is not null
      on conflict (organization_id, provider_id, metric_date) do update set ${each((column) => `${column} = excluded.${column}`)})
    select count(*)::int as changed from change`)
  return row!.changed
}
