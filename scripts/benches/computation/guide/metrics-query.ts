import { sql, type SQL } from 'drizzle-orm'
import { addDays, type IsoDate } from '../../../../packages/core/src/dates.ts'

/** The guide's "Pattern Metrics Query (should complete in < 100ms)", in our names. */
export const guideMetricsQuery = (organizationId: number, today: IsoDate): SQL => sql`
  select p.id, p.title, count(distinct c.id) as claim_count, count(case when c.status = 'denied' then 1 end) as denied_count,
         cast(count(case when c.status = 'denied' then 1 end) as real) / nullif(count(distinct c.id), 0) * 100 as denial_rate,
         sum(case when c.status = 'denied' then c.billed_amount else 0 end) as dollars_denied
  from patterns p
  inner join guide_pattern_claims pc on pc.organization_id = p.organization_id and p.id = pc.pattern_id
  inner join claims c on c.organization_id = pc.organization_id and pc.claim_id = c.id
  where p.organization_id = ${organizationId} and p.status != 'archived' and c.date_of_service >= ${addDays(today, -90)}
  group by p.id, p.title
  order by dollars_denied desc`

/** The same numbers as Overturn has them: sums over the days of the patterns. */
export const metricsOfDays = (organizationId: number, today: IsoDate): SQL => sql`
  select p.id, p.title, sum(d.claim_count) as claim_count, sum(d.denied_count) as denied_count, sum(d.denied_count) * 100.0 / nullif(sum(d.claim_count), 0) as denial_rate,
         sum(d.dollars_denied) as dollars_denied
  from patterns p join pattern_daily_metrics d on d.organization_id = p.organization_id and d.pattern_id = p.id
  where p.organization_id = ${organizationId} and p.status <> 'archived' and d.metric_date >= ${addDays(today, -90)}
  group by p.id, p.title
  order by dollars_denied desc`
