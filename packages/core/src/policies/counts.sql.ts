import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { parseCents } from '../money.ts'
import { isHit, matches } from './choice.ts'
import type { PolicyCounts } from './rules.ts'

const sum = (column: string, within: SQL) => sql`coalesce(sum(${sql.raw(`d.${column}`)}) filter (where ${within}), 0)`
const within = (window: DateWindow): SQL => sql`d.metric_date >= ${window.start} and d.metric_date < ${window.end}`
const trend = (window: DateWindow | null): SQL =>
  window
    ? sql`json_build_object('claims', ${sum('hit_count', within(window))}, 'denied', ${sum('denied_count', within(window))}, 'dollars', 0)`
    : sql`null::json`

export interface PolicyWindows {
  window: DateWindow
  /** The last mature days and as many before; null while none is mature. */
  recent: DateWindow | null
  previous: DateWindow | null
}

/**
 * The windows of these policies as sums over their daily rows and the organization's. Providers are counted over the hits themselves.
 */
export async function countPolicies(
  tx: TenantTransaction,
  organizationId: number,
  ids: readonly string[],
  { window, recent, previous }: PolicyWindows,
): Promise<(PolicyCounts & { id: string })[]> {
  const rows = await tx.rows<PolicyCounts & { id: string; dollars: string }>(sql`
    with population as materialized (
      select coalesce(sum(adjudicated_count), 0)::int as claims from organization_daily_metrics d
      where d.organization_id = ${organizationId} and d.date_basis = 'service' and ${within(window)}),
    impacted as materialized (
      select policy_id, count(*)::int as providers from (
        select h.policy_id, h.provider_id from policy_hits h
        where h.organization_id = ${organizationId} and h.policy_id = any(${sql.param(ids)}::text[]) and h.service_date >= ${window.start} and h.service_date < ${window.end}
          and h.denied is not null and ${isHit} and h.provider_id is not null
        group by 1, 2) one
      group by 1)
    select p.id, ${matches} as "isMatched", population.claims, coalesce(impacted.providers, 0) as providers,
           (select count(*) from pattern_relations r join patterns t on t.organization_id = ${organizationId} and t.id = r.pattern_id and t.status <> 'archived'
            where r.organization_id = ${organizationId} and r.kind = 'policy' and r.reference = p.id)::int as insights, days.*
    from policies p cross join population
    left join impacted on impacted.policy_id = p.id
    cross join lateral (
      select ${sum('hit_count', within(window))}::int as hits, ${sum('denied_count', within(window))}::int as denied, ${sum('dollars_denied', within(window))}::text as dollars,
             ${sum('appealed_claim_count', within(window))}::int as appealed, ${sum('appeal_decided_claim_count', within(window))}::int as decided,
             ${sum('overturned_claim_count', within(window))}::int as overturned, ${sum('without_modifier_count', within(window))}::int as "withoutModifier",
             ${sum('without_modifier_denied_count', within(window))}::int as "withoutModifierDenied", ${trend(recent)} as "trendRecent", ${trend(previous)} as "trendPrevious"
      from policy_daily_metrics d where d.organization_id = ${organizationId} and d.policy_id = p.id) days
    where p.organization_id = ${organizationId} and p.id = any(${sql.param(ids)}::text[]) order by p.id`)
  return rows.map(({ dollars, ...row }) => ({ ...row, dollarsDenied: parseCents(dollars)! }))
}
