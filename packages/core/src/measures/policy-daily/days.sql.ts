import { sql, type SQL } from 'drizzle-orm'
import { inDays } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import { chosen, isHit, matches, type PolicyChoice } from '../../policies/choice.ts'

/** The numbers of a day, in the order of the table. */
export const MEASURES = [
  'hit_count',
  'denied_count',
  'dollars_denied',
  'appealed_claim_count',
  'appeal_decided_claim_count',
  'overturned_claim_count',
  'without_modifier_count',
  'without_modifier_denied_count',
  'appeal_count',
  'appeals_decided_count',
  'overturn_count',
] as const

type Measure = (typeof MEASURES)[number]

const row = (values: Partial<Record<Measure, string>>): SQL => sql.raw(MEASURES.map((measure) => values[measure] ?? '0').join(', '))
const WON = `a.outcome in ('overturned', 'partially_overturned')`
const claimsWhere = (condition: string) => `count(*) filter (where is_claim and ${condition})`

/**
 * What policy_daily_metrics has to hold for those days: one row per policy and day on which anything happened. Adjudicated claims by day of
 * service, each once, with the charges of their denied hit lines; of the denied ones those appealed, decided and won by now. Appeals by the
 * day filed and the day decided, each once however many lines of its claim hit the policy.
 */
export function policyDays(organizationId: number, days: readonly IsoDate[], policies: PolicyChoice): SQL {
  const ofPolicies = sql`h.organization_id = ${organizationId} and h.policy_id = any(array(select id from policy))`
  // Of a claim's lines with (or without) the modifier, the first stands for the claim: a denied one, where there is one.
  return sql`
    with policy as materialized (select p.id from policies p where p.organization_id = ${organizationId} and ${matches} and ${chosen(policies)}),
    line as materialized (
      select h.policy_id, h.service_date as day, h.claim_id, h.has_modifier, h.denied, h.amount,
             row_number() over (partition by h.service_date, h.policy_id, h.claim_id, h.has_modifier order by h.denied desc) = 1 as is_claim
      from policy_hits h where ${ofPolicies} and ${inDays('h.service_date', days)} and h.denied is not null and h.exceeds_limit),
    fact (policy_id, day, ${sql.raw(MEASURES.join(', '))}) as (
      select policy_id, day, ${row({
        hit_count: claimsWhere('has_modifier'),
        denied_count: claimsWhere('has_modifier and denied'),
        dollars_denied: 'coalesce(sum(amount) filter (where has_modifier), 0)',
        without_modifier_count: claimsWhere('not has_modifier'),
        without_modifier_denied_count: claimsWhere('not has_modifier and denied'),
      })} from line group by 1, 2
      union all
      select policy_id, day, ${row({
        appealed_claim_count: '1',
        appeal_decided_claim_count: '(a.decided > 0)::int',
        overturned_claim_count: '(a.won > 0)::int',
      })}
      from line cross join lateral (
        select count(*) as filed, count(*) filter (where a.outcome not in ('pending', 'withdrawn')) as decided, count(*) filter (where ${sql.raw(WON)}) as won
        from claim_appeals a where a.organization_id = ${organizationId} and a.claim_id = line.claim_id) a
      where line.is_claim and line.has_modifier and line.denied and a.filed > 0
      union all
      select m.policy_id, event.day, ${row({ appeal_count: 'event.filed', appeals_decided_count: '1 - event.filed', overturn_count: 'event.won' })}
      from claim_appeals a
      cross join lateral (
        select distinct h.policy_id from policy_hits h where ${ofPolicies} and h.claim_id = a.claim_id and h.denied and ${isHit}) m
      cross join lateral (values (a.appeal_date, 1, 0), (case when a.outcome <> 'pending' then a.decided_on end, 0, (${sql.raw(WON)})::int)) as event(day, filed, won)
      where a.organization_id = ${organizationId} and (${inDays('a.appeal_date', days)} or ${inDays('a.decided_on', days)}) and ${inDays('event.day', days)})
    select policy_id, day as metric_date, ${sql.raw(
      MEASURES.map((measure) => (measure === 'dollars_denied' ? `sum(${measure})::numeric(14, 2) as ${measure}` : `sum(${measure})::int as ${measure}`)).join(
        ', ',
      ),
    )}
    from fact group by policy_id, day`
}
