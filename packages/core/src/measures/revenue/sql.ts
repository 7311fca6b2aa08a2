import { sql, type SQL } from 'drizzle-orm'
import { addDays, type DateWindow, type IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents } from '../../money.ts'
import type { Overlap, PatternChange } from './rules.ts'

/** A pattern's periods as the daily metrics left them on it; null where not computed. */
export interface StoredChange extends PatternChange {
  title: string
  baselineStart: IsoDate | null
  baselineEnd: IsoDate | null
  currentStart: IsoDate | null
  currentEnd: IsoDate | null
  baselineClaims: number | null
  baselineDenied: number | null
  currentClaims: number | null
  currentDenied: number | null
}

export type ChangeRow = Omit<StoredChange, 'comparison'> & { comparable: boolean; mean: string | null }

/** A row per pattern that is not archived, by id: ChangeRow. They say the same as JSON and by themselves. `patterns` is that table or what a member is shown of it. */
export const changesOf = (patterns: SQL): SQL => sql`
  select id, title, denial_reason as reason, scope <> '[]' as scoped,
    baseline_start as "baselineStart", baseline_end as "baselineEnd", current_start as "currentStart", current_end as "currentEnd", baseline_claim_count as "baselineClaims", baseline_denied_count as "baselineDenied", current_claim_count as "currentClaims",
    current_denied_count as "currentDenied",
    round(coalesce(nullif(avg_denial_amount, 0), baseline_dollars_denied / nullif(baseline_denied_count, 0)), 2)::text as mean,
    not insufficient_data and coalesce(baseline_denied_count > 0 and current_denied_count is not null and current_claim_count > 0
      and baseline_dollars_denied is not null, false) as comparable
  from ${patterns} pattern where status <> 'archived'
  order by id`

export function changesFrom(rows: readonly ChangeRow[]): StoredChange[] {
  return rows.map(({ comparable, mean, ...pattern }) => ({
    ...pattern,
    comparison: comparable
      ? {
          baseline: { part: pattern.baselineDenied!, whole: pattern.baselineClaims! },
          current: { part: pattern.currentDenied!, whole: pattern.currentClaims! },
          meanDenied: parseCents(mean!)!,
        }
      : null,
  }))
}

/** Every pattern that is not archived, with the change of its rate where there is enough to compare; `patterns` where a member sees others than are released. */
export async function readPatternChanges(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patterns: SQL = sql`(select * from patterns where organization_id = ${organizationId})`,
): Promise<StoredChange[]> {
  return changesFrom(await tx.rows<ChangeRow>(changesOf(patterns)))
}

/** The pairs of these patterns that share a denial which both count: of one reason, and served in a period of each. */
export async function readOverlaps(tx: Pick<TenantTransaction, 'rows'>, organizationId: number, patterns: readonly StoredChange[]): Promise<Overlap[]> {
  const rows = patterns.map(({ id, reason, baselineStart, baselineEnd, currentStart, currentEnd }) => ({
    id,
    reason,
    baselineStart,
    baselineEnd,
    currentStart,
    currentEnd,
  }))
  const pairs = await tx.rows<{ one: string; other: string }>(sql`
    with p as materialized (select * from json_to_recordset(${JSON.stringify(rows)}::json) as p(
      id text, reason text, "baselineStart" date, "baselineEnd" date, "currentStart" date, "currentEnd" date)),
    denial as materialized (
      select p.id, p.reason, pc.claim_id, pc.line_number from p join pattern_claims pc on pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.denied
        and (pc.service_date >= "baselineStart" and pc.service_date < "baselineEnd" or pc.service_date >= "currentStart" and pc.service_date < "currentEnd"))
    select distinct a.id as one, b.id as other from denial a join denial b using (reason, claim_id, line_number) where a.id < b.id`)
  return pairs.map(({ one, other }) => [one, other])
}

const HISTORY_DAYS = 365

/** The year up to a window's end. */
export const paidShareWindow = (end: IsoDate): DateWindow => ({ start: addDays(end, -HISTORY_DAYS), end })

/** What was paid of every charge that was not denied, over the year up to a window's end; null when nothing was adjudicated. */
export function paidShareOf(organizationId: number, end: IsoDate): SQL {
  const year = paidShareWindow(end)
  // Differences of sums: as exact as sums of differences, and two of them in place of two a row.
  return sql`
    select ((sum(paid_amount) - sum(recovered_amount)) / nullif(sum(adjudicated_amount) - sum(denied_amount), 0))::float8 as share
    from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'submission' and metric_date >= ${year.start} and metric_date < ${year.end}`
}

/** The same as a share, 0 to 1. */
export const paidShareFrom = (share: number | null): number | null => (share === null ? null : Math.min(Math.max(share, 0), 1))

export async function readPaidShare(tx: Pick<TenantTransaction, 'row'>, organizationId: number, { end }: Pick<DateWindow, 'end'>): Promise<number | null> {
  return paidShareFrom((await tx.row<{ share: number | null }>(paidShareOf(organizationId, end)))!.share)
}
