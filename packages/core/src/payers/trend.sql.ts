import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { matureWindow, TREND_DAYS, trendOf, type Counts, type PatternTrend } from '../patterns/rules.ts'

type Sums = Record<'recent' | 'recentDenied' | 'previous' | 'previousDenied', number>

/** Whether the denial rate of each payer moved between its last 30 mature days of submission and the 30 before. `matureBefore` is null while none is. */
export async function readTrends(
  tx: TenantTransaction,
  organizationId: number,
  payers: readonly { id: string; matureBefore: IsoDate | null }[],
): Promise<Map<string, PatternTrend>> {
  const known = payers.flatMap(({ id, matureBefore }) => {
    const recent = matureWindow(matureBefore, TREND_DAYS)
    const previous = recent && matureWindow(recent.start, TREND_DAYS)
    return recent && previous ? [{ id, first: previous.start, middle: recent.start, end: recent.end }] : []
  })
  const rows = await tx.rows<Sums & { id: string }>(sql`
    select w.id, coalesce(sum(d.adjudicated_count) filter (where d.metric_date >= w.middle), 0)::int as recent,
           coalesce(sum(d.denied_count) filter (where d.metric_date >= w.middle), 0)::int as "recentDenied",
           coalesce(sum(d.adjudicated_count) filter (where d.metric_date < w.middle), 0)::int as previous,
           coalesce(sum(d.denied_count) filter (where d.metric_date < w.middle), 0)::int as "previousDenied"
    from json_to_recordset(${JSON.stringify(known)}::json) as w(id text, first date, middle date, "end" date)
    left join organization_daily_metrics d
      on d.organization_id = ${organizationId} and d.date_basis = 'submission' and d.payer_id = w.id and d.metric_date >= w.first and d.metric_date < w."end"
    group by w.id`)
  const trends = new Map(rows.map((row) => [row.id, trendOf(counts(row.recent, row.recentDenied), counts(row.previous, row.previousDenied))]))
  return new Map(payers.map(({ id }) => [id, trends.get(id) ?? 'stable']))
}

const counts = (claims: number, denied: number): Counts => ({ claims, denied, dollars: 0 })
