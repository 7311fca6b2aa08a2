import { sql, type SQL } from 'drizzle-orm'
import { addDays, type DateWindow, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { parseCents } from '../money.ts'
import { BASELINE_DAYS, CURRENT_DAYS, matureWindow, QUIET_DAYS, scoreWindow, TREND_DAYS, type Counts, type PatternStatus } from './rules.ts'

/** What a pattern's daily rows add up to, as of a day. Null where the window does not exist: no denial yet, or nothing mature. */
export interface PatternCounts {
  id: string
  denialReason: string | null
  status: PatternStatus
  /** Whether conditions beside the reason make its population. */
  scoped: boolean
  /** What the search left of its p value; null where no search has found it. */
  q: number | null
  /** Service dates of the first and the latest denial. */
  firstDetected: IsoDate | null
  lastSeen: IsoDate | null
  recent: Counts
  baseline: Counts | null
  current: Counts | null
  trendRecent: Counts | null
  trendPrevious: Counts | null
  quiet: Counts | null
}

type Stored<T> = { [Key in keyof T]: T[Key] extends Counts | null ? { claims: number; denied: number; dollars: string } | null : T[Key] }

/** Sums over the daily rows `d` for which the condition holds; null without a condition. */
function sums(within: SQL | null): SQL {
  if (!within) return sql`null::json`
  return sql`json_build_object(
    'claims', coalesce(sum(d.claim_count) filter (where ${within}), 0), 'denied', coalesce(sum(d.denied_count) filter (where ${within}), 0),
    'dollars', coalesce(sum(d.dollars_denied) filter (where ${within}), 0)::text)`
}

const within = (window: DateWindow | null): SQL | null => window && sql`d.metric_date >= ${window.start} and d.metric_date < ${window.end}`

/** The windows of these patterns in one statement over their daily rows, up to today. `matureUntil` is the day after the last mature one. */
export async function countPatterns(
  tx: TenantTransaction,
  organizationId: number,
  ids: readonly string[],
  { today, matureUntil }: { today: IsoDate; matureUntil: IsoDate | null },
): Promise<PatternCounts[]> {
  const trend = matureWindow(matureUntil, TREND_DAYS)
  const rows = await tx.rows<Stored<PatternCounts>>(sql`
    with seen as (
      select p.id, p.denial_reason, p.status, p.scope <> '[]' as scoped, min(d.metric_date) as first, max(d.metric_date) as last
      from patterns p
      left join pattern_daily_metrics d on d.organization_id = p.organization_id and d.pattern_id = p.id and d.denied_count > 0 and d.metric_date <= ${today}
      where p.organization_id = ${organizationId} and p.id = any(${sql.param(ids)}::text[]) and p.status <> 'archived'
      group by p.organization_id, p.id)
    select seen.id, seen.denial_reason as "denialReason", seen.status, seen.scoped,
           (select f.q from pattern_findings f where f.organization_id = ${organizationId} and f.pattern_id = seen.id) as q, seen.first as "firstDetected", seen.last as "lastSeen",
           ${sums(within(scoreWindow(today)))} as recent,
           case when seen.first is not null then ${sums(sql`d.metric_date >= seen.first and d.metric_date < seen.first + ${BASELINE_DAYS}::int`)} end as baseline,
           ${sums(within(matureWindow(matureUntil, CURRENT_DAYS)))} as current,
           ${sums(within(trend))} as "trendRecent", ${sums(within(matureWindow(trend && trend.start, TREND_DAYS)))} as "trendPrevious",
           ${sums(within(matureWindow(matureUntil, QUIET_DAYS)))} as quiet
    from seen left join pattern_daily_metrics d on d.organization_id = ${organizationId} and d.pattern_id = seen.id and d.metric_date < ${addDays(today, 1)}
    group by seen.id, seen.denial_reason, seen.status, seen.scoped, seen.first, seen.last
    order by seen.id`)
  return rows.map((row) => ({
    ...row,
    recent: countsOf(row.recent)!,
    baseline: countsOf(row.baseline),
    current: countsOf(row.current),
    trendRecent: countsOf(row.trendRecent),
    trendPrevious: countsOf(row.trendPrevious),
    quiet: countsOf(row.quiet),
  }))
}

function countsOf(stored: { claims: number; denied: number; dollars: string } | null): Counts | null {
  return stored && { claims: stored.claims, denied: stored.denied, dollars: parseCents(stored.dollars)! }
}
