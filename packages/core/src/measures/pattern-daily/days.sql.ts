import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import { inDays } from '../../computation/days.sql.ts'
import { claimsInScopes, hasScope, type ComputedPattern } from '../../patterns/scope/scoped.sql.ts'

/** The numbers of a day, in the order of the table. */
export const MEASURES = ['claim_count', 'denied_count', 'dollars_denied', 'dollars_at_risk', 'appeal_count', 'appeals_decided_count', 'overturn_count'] as const

/**
 * What pattern_daily_metrics has to hold for those days: one row per pattern and day on which anything happened.
 * Population: adjudicated claims served that day, of the organization or with a line in the scope (ADR 0019). Denials: distinct claims served that
 * day, with the charges of their denied lines. Appeals: by the day filed and the day decided, each appeal once however many lines of its claim are in the pattern.
 */
export function patternDays(organizationId: number, days: readonly IsoDate[], patterns: readonly ComputedPattern[]): SQL {
  const mine = sql`organization_id = ${organizationId}`
  const ids = (some: readonly ComputedPattern[]) => sql.param(some.map(({ id }) => id))
  const ofPatterns = sql`pc.${mine} and pc.pattern_id = any(${ids(patterns)}::text[]) and pc.denied`
  const appealed = sql`select distinct pc.pattern_id from pattern_claims pc where ${ofPatterns} and pc.claim_id = a.claim_id`
  const scoped = patterns.filter(hasScope)
  const inScopes = sql`
      select pattern_id, service_day, count(*), null, 0, 0, 0, 0, 0 from (${claimsInScopes(organizationId, scoped, inDays('c.date_of_service', days))}) s group by 1, 2
      union all`
  return sql`
    with population as materialized (
      select metric_date as day, sum(adjudicated_count) as claims from organization_daily_metrics
      where ${mine} and date_basis = 'service' and ${inDays('metric_date', days)} and adjudicated_count > 0 group by 1),
    fact (pattern_id, day, claims, denied_claim, amount, open_amount, filed, decided, overturned) as (
      select p.id, day, claims, null, 0, 0, 0, 0, 0 from population cross join unnest(${ids(patterns.filter((pattern) => !hasScope(pattern)))}::text[]) as p(id)
      union all
      ${scoped.length === 0 ? sql`` : inScopes}
      select pc.pattern_id, pc.service_date, 0, pc.claim_id, pc.amount, pc.open_amount, 0, 0, 0
      from pattern_claims pc where ${ofPatterns} and ${inDays('pc.service_date', days)}
      union all
      select m.pattern_id, a.appeal_date, 0, null, 0, 0, 1, 0, 0 from claim_appeals a cross join lateral (${appealed}) m
      where a.${mine} and ${inDays('a.appeal_date', days)}
      union all
      select m.pattern_id, a.decided_on, 0, null, 0, 0, 0, 1, (a.outcome in ('overturned', 'partially_overturned'))::int from claim_appeals a cross join lateral (${appealed}) m
      where a.${mine} and ${inDays('a.decided_on', days)} and a.outcome <> 'pending')
    select pattern_id, day as metric_date, sum(claims)::int as claim_count, count(distinct denied_claim)::int as denied_count,
           sum(amount)::numeric(14, 2) as dollars_denied, sum(open_amount)::numeric(14, 2) as dollars_at_risk,
           sum(filed)::int as appeal_count, sum(decided)::int as appeals_decided_count, sum(overturned)::int as overturn_count
    from fact group by pattern_id, day`
}
