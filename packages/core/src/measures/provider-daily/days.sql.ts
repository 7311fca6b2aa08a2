import { sql, type SQL } from 'drizzle-orm'
import { inDays } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'

/** The numbers of a day, in the order of the table. */
export const MEASURES = [
  'claim_count',
  'pending_count',
  'denied_count',
  'billed_amount',
  'dollars_denied',
  'paid_amount',
  'appeal_count',
  'appeals_decided_count',
  'overturn_count',
] as const

/**
 * The provider of claim `c`: who rendered the service where the claim names one, else who billed it; null where it names nobody. No coalesce, which
 * PostgreSQL takes for something that may leak: it would be asked of a row only after row-level security, never of an index.
 */
export const providerOfClaim = sql.raw('(case when c.rendering_provider_id is null then c.provider_id else c.rendering_provider_id end)')
/** Claim `c` has a first decision that is more than a duplicate's denial, as in every other count of the organization. */
export const isAdjudicated = sql.raw('(c.initial_outcome is not null and not c.is_duplicate)')

/**
 * What provider_daily_metrics has to hold for those days: one row per provider and day on which a claim of theirs was served, or an appeal on one
 * was filed or decided. Claims and money by the claim's day of service; each appeal once by the day filed and once by the day decided.
 */
export function providerDays(organizationId: number, days: readonly IsoDate[]): SQL {
  const mine = sql`organization_id = ${organizationId}`
  // The claim of an appeal is one look-up by its key (offset 0 keeps it one, with table statistics or without).
  const claimOfAppeal = sql`(
    select ${providerOfClaim} as provider_id from claims c where c.${mine} and c.id = a.claim_id and c.use = 'claim' offset 0) claim`
  return sql`
    with fact (provider_id, day, claims, pending, denied, billed, dollars_denied, paid, filed, decided, overturned) as (
      select ${providerOfClaim}, c.date_of_service, ${isAdjudicated}::int, (c.initial_outcome is null)::int, (${isAdjudicated} and c.initial_outcome = 'denied')::int,
             case when ${isAdjudicated} then c.billed_amount else 0 end, case when ${isAdjudicated} then c.denied_amount else 0 end, c.paid_amount, 0, 0, 0
      from claims c where c.${mine} and c.use = 'claim' and ${inDays('c.date_of_service', days)}
      union all
      select claim.provider_id, a.appeal_date, 0, 0, 0, 0, 0, 0, 1, 0, 0
      from claim_appeals a cross join lateral ${claimOfAppeal} where a.${mine} and ${inDays('a.appeal_date', days)}
      union all
      select claim.provider_id, a.decided_on, 0, 0, 0, 0, 0, 0, 0, 1, (a.outcome in ('overturned', 'partially_overturned'))::int
      from claim_appeals a cross join lateral ${claimOfAppeal} where a.${mine} and ${inDays('a.decided_on', days)} and a.outcome <> 'pending')
    select provider_id, day as metric_date, sum(claims)::int as claim_count, sum(pending)::int as pending_count, sum(denied)::int as denied_count,
           sum(billed)::numeric(14, 2) as billed_amount, sum(dollars_denied)::numeric(14, 2) as dollars_denied, sum(paid)::numeric(14, 2) as paid_amount,
           sum(filed)::int as appeal_count, sum(decided)::int as appeals_decided_count, sum(overturned)::int as overturn_count
    from fact where provider_id is not null group by provider_id, day`
}
