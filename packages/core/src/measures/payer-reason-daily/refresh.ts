import { sql } from 'drizzle-orm'
import { inDays, ofPayers, type Payers } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { denialFacts } from '../../patterns/denial-facts.sql.ts'

/**
 * Computes those days (of those payers) of payer_reason_daily_metrics again, in one statement: claims by payer, reason and day of service of which
 * something was denied for that reason at the first decision, each once. A day without any has no row. Their population is adjudicated_count of
 * organization_daily_metrics, whose restatements say when a published day changed. Returns how many rows were written or removed.
 */
export async function refreshPayerReasonDays(
  tx: Pick<TenantTransaction, 'row'>,
  { organizationId, days, cause, payers }: { organizationId: number; days: readonly IsoDate[]; cause: string; payers: Payers },
): Promise<number> {
  if (days.length === 0 || payers.length === 0) return 0
  const claims = sql`c.use = 'claim' and ${inDays('c.date_of_service', days)} and ${ofPayers('c.payer_id', payers)}`
  const row = await tx.row<{ changed: number }>(sql`
    with fresh as materialized (
      select coalesce(f.payer_id, '') as payer_id, f.reason as denial_reason, f.service_day as metric_date, count(distinct f.claim_id)::int as denied_count
      from (${denialFacts(organizationId, claims)}) f group by 1, 2, 3),
    removed as (
      delete from payer_reason_daily_metrics m
      where m.organization_id = ${organizationId} and ${inDays('m.metric_date', days)} and ${ofPayers('m.payer_id', payers)}
        and not exists (select from fresh f where f.payer_id = m.payer_id and f.denial_reason = m.denial_reason and f.metric_date = m.metric_date)
      returning 1),
    written as (
      insert into payer_reason_daily_metrics as m (organization_id, payer_id, denial_reason, metric_date, denied_count, created_by)
      select ${organizationId}, payer_id, denial_reason, metric_date, denied_count, ${cause} from fresh
      on conflict (organization_id, payer_id, denial_reason, metric_date) do update set denied_count = excluded.denied_count
      where m.denied_count <> excluded.denied_count returning 1)
    select ((select count(*) from removed) + (select count(*) from written))::int as changed`)
  return row!.changed
}
