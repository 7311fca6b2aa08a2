import { sql } from 'drizzle-orm'
import type { DateWindow } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents, type Cents } from '../../money.ts'
import type { InAndOut } from './rules.ts'

export interface PriorityCounts {
  id: string
  reason: string
  counts: InAndOut
  /** What payers allow for a denial like these; null where nobody can say. */
  meanAllowed: Cents | null
}

type Row = Omit<PriorityCounts, 'counts' | 'meanAllowed'> & { population: number; denied: number; allClaims: number; allDenied: number; allowed: string | null }

/**
 * Of these patterns with a scope: claims and denials of the window, inside and elsewhere (the organization's days and the days of payers and reasons, less
 * the scope's own); and the mean of what a denied claim's lines would be allowed: the mean allowed amount of paid lines with the same procedure code
 * (code_performance), or the line's charge x the share of charges that is paid.
 */
export async function countPriorities(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  ids: readonly string[],
  { window: { start, end }, paidShare }: { window: DateWindow; paidShare: number | null },
): Promise<PriorityCounts[]> {
  const rows = await tx.rows<Row>(sql`
    with pattern as (
      select id, denial_reason as reason from patterns
      where organization_id = ${organizationId} and id = any(${sql.param(ids)}::text[]) and denial_reason is not null),
    organization as (
      select coalesce(sum(adjudicated_count), 0)::int as claims from organization_daily_metrics
      where organization_id = ${organizationId} and date_basis = 'service' and metric_date >= ${start} and metric_date < ${end}),
    reason as (
      select denial_reason, sum(denied_count)::int as denied from payer_reason_daily_metrics
      where organization_id = ${organizationId} and denial_reason in (select reason from pattern) and metric_date >= ${start} and metric_date < ${end} group by 1),
    own as (
      select pattern_id, sum(claim_count)::int as claims, sum(denied_count)::int as denied from pattern_daily_metrics
      where organization_id = ${organizationId} and pattern_id in (select id from pattern) and metric_date >= ${start} and metric_date < ${end} group by 1),
    worth as (
      select e.pattern_id, round(sum(coalesce(f.allowed_amount / nullif(f.allowed_line_count, 0), e.billed_amount * ${paidShare}::float8::numeric)) / count(distinct e.claim_id), 2) as allowed
      from pattern_evidence e
      left join code_performance f on f.organization_id = e.organization_id and f.procedure_code = e.procedure_code
      where e.organization_id = ${organizationId} and e.pattern_id in (select id from pattern) and e.origin = 'detected' and e.service_date >= ${start} and e.service_date < ${end}
      group by 1)
    select p.id, p.reason, coalesce(own.claims, 0) as population, coalesce(own.denied, 0) as denied, organization.claims as "allClaims", coalesce(reason.denied, 0) as "allDenied",
      worth.allowed::text
    from pattern p cross join organization
    left join reason on reason.denial_reason = p.reason
    left join own on own.pattern_id = p.id
    left join worth on worth.pattern_id = p.id
    order by p.id`)
  return rows.map(({ id, reason, population, denied, allClaims, allDenied, allowed }) => ({
    id,
    reason,
    counts: { population, denied, restPopulation: Math.max(0, allClaims - population), restDenied: Math.max(0, allDenied - denied) },
    meanAllowed: allowed === null ? null : parseCents(allowed),
  }))
}
