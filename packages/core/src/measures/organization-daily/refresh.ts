import { sql } from 'drizzle-orm'
import { inDays, ofPayers, type Payers } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { refreshRecoveredPayments } from '../cash/refresh.ts'
import { dailyMetrics, daysFromClaims, type DateBasis, type DailyMetric } from './sql.ts'

const perMetric = (of: (metric: DailyMetric) => string) => sql.raw(dailyMetrics.map(of).join(', '))

/**
 * Computes exactly these days (of these payers) of organization_daily_metrics again, in one statement; for days of payment, those of
 * recovered_payments first. They are a function of the claims: running it twice, or day by day in any order, gives the same rows; a day without
 * claims keeps none. Every published value that changed is written to metric_restatements with `cause`; a row that goes leaves there, without values, when and by what it had first appeared, so that what was
 * known on a day can be told (src/snapshots/as-known.sql.ts). Returns how many rows changed. It takes some 5 microseconds per claim or
 * decision: slice the days so that a call covers at most 20,000. Two runs over one day must not overlap: delete its mark in
 * service_days_to_recompute in the same transaction first, and the second run waits.
 */
export async function refreshOrganizationDays(
  tx: Pick<TenantTransaction, 'row' | 'run'>,
  organizationId: number,
  basis: DateBasis,
  days: readonly IsoDate[],
  cause: string,
  payers: Payers = 'all',
): Promise<number> {
  if (days.length === 0 || payers.length === 0) return 0
  if (basis === 'payment') await refreshRecoveredPayments(tx, organizationId, days, payers)
  const published = sql`d.organization_id = ${organizationId} and d.date_basis = ${basis} and ${inDays('d.metric_date', days)} and ${ofPayers('d.payer_id', payers)}`
  const changes = await tx.row<{ changed: number }>(sql`
    with fresh as materialized (${daysFromClaims(organizationId, basis, days, payers)}),
    published as materialized (
      select metric_date, payer_id, ${perMetric((metric) => metric)} from organization_daily_metrics d where ${published}
    ),
    removed as (
      delete from organization_daily_metrics d
      where ${published}
        and not exists (select from fresh f where f.metric_date = d.metric_date and f.payer = d.payer_id)
      returning metric_date, payer_id, created_at, created_by
    ),
    ended as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, cause, restated_at)
      select ${organizationId}, 'organization.' || ${basis}::text, payer_id, metric_date, created_by, created_at from removed
    ),
    written as (
      insert into organization_daily_metrics as d (organization_id, date_basis, metric_date, payer_id, created_by, ${perMetric((metric) => metric)})
      select ${organizationId}, ${basis}, metric_date, payer, ${cause}, ${perMetric((metric) => metric)} from fresh
      on conflict (organization_id, date_basis, metric_date, payer_id) do update set ${perMetric((metric) => `${metric} = excluded.${metric}`)}
      where (${perMetric((metric) => `d.${metric}`)}) is distinct from (${perMetric((metric) => `excluded.${metric}`)})
      returning 1
    ),
    restated as (
      insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, new_value, cause)
      select ${organizationId}, 'organization.' || ${basis}::text || '.' || m.metric, p.payer_id, p.metric_date, m.old_value, m.new_value, ${cause}
      from published p left join fresh f on f.metric_date = p.metric_date and f.payer = p.payer_id
      cross join lateral (values ${perMetric((metric) => `('${metric}', p.${metric}::numeric, coalesce(f.${metric}, 0)::numeric)`)}) as m(metric, old_value, new_value)
      where m.old_value <> m.new_value
    )
    select ((select count(*) from removed) + (select count(*) from written))::int as changed`)
  return changes?.changed ?? 0
}
