import { sql } from 'drizzle-orm'
import { addDays, type DateWindow } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents } from '../../money.ts'
import type { PatternChange } from './rules.ts'

/** The changes of the patterns that may be called a change, as the daily metrics left them on the patterns. */
export async function readPatternChanges(tx: Pick<TenantTransaction, 'rows'>, organizationId: number): Promise<PatternChange[]> {
  const rows = await tx.rows<{ base: number; baseDenied: number; now: number; nowDenied: number; mean: string }>(sql`
    select baseline_claim_count as base, baseline_denied_count as "baseDenied", current_claim_count as now, current_denied_count as "nowDenied",
      round(coalesce(nullif(avg_denial_amount, 0), baseline_dollars_denied / baseline_denied_count), 2) as mean
    from patterns
    where organization_id = ${organizationId} and status <> 'archived' and not insufficient_data
      and baseline_denied_count > 0 and current_denied_count is not null and current_claim_count > 0 and baseline_dollars_denied is not null
    order by id`)
  return rows.map(({ base, baseDenied, now, nowDenied, mean }) => ({
    baseline: { part: baseDenied, whole: base },
    current: { part: nowDenied, whole: now },
    meanDenied: parseCents(mean)!,
  }))
}

const HISTORY_DAYS = 365

/** What was paid of every charge that was not denied, 0 to 1, over the year up to the window's end; null when nothing was adjudicated. */
export async function readPaidShare(tx: Pick<TenantTransaction, 'row'>, organizationId: number, { end }: DateWindow): Promise<number | null> {
  const found = await tx.row<{ share: number | null }>(sql`
    select (sum(paid_amount - recovered_amount) / nullif(sum(adjudicated_amount - denied_amount), 0))::float8 as share
    from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'submission' and metric_date >= ${addDays(end, -HISTORY_DAYS)} and metric_date < ${end}`)
  const share = found?.share ?? null
  return share === null ? null : Math.min(Math.max(share, 0), 1)
}
