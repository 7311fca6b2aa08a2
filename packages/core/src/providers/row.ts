import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import { dollarsOf, percentOf } from '../patterns/row.ts'
import { outerLimits } from '../statistics/funnel.ts'
import type { Provider } from './schemas.ts'

/** The columns of a provider `p` and its performance `f` as list and detail read them. */
export const providerColumns = sql.raw(`
  p.id, p.name, p.npi, p.specialty, p.is_placeholder as "isPlaceholder", f.computation_period_start as start, f.computation_period_end as "end",
  f.claim_count as "claimCount", f.pending_count as "pendingCount", f.denied_count as "deniedCount", f.total_billed as "totalBilled", f.total_denied as "totalDenied",
  f.appeal_count as "appealCount", f.appeals_decided_count as "appealsDecidedCount", f.overturn_count as "overturnCount",
  f.expected_denied_count::float8 as expected, f.ratio, f.ratio_low as "ratioLow", f.ratio_high as "ratioHigh", f.funnel_low as "funnelLow", f.funnel_high as "funnelHigh",
  f.verdict, f.improved_patterns as "improvedPatterns", f.computation_status as "computationStatus", f.last_computed_at as "lastComputedAt"`)

type Same =
  | 'id'
  | 'name'
  | 'npi'
  | 'specialty'
  | 'isPlaceholder'
  | 'claimCount'
  | 'pendingCount'
  | 'deniedCount'
  | 'appealCount'
  | 'appealsDecidedCount'
  | 'overturnCount'
  | 'ratio'
  | 'verdict'
  | 'improvedPatterns'
  | 'computationStatus'

export interface ProviderRow extends Pick<Provider, Same> {
  start: IsoDate | null
  end: IsoDate | null
  totalBilled: string | null
  totalDenied: string | null
  expected: number | null
  ratioLow: number | null
  ratioHigh: number | null
  funnelLow: number | null
  funnelHigh: number | null
  lastComputedAt: Date | null
}

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals
const maybePercent = (part: number | null, whole: number | null) => (part === null || whole === null ? null : percentOf(part, whole))
export const roundCount = (expected: number) => rounded(expected, 2)
export const roundRatio = (ratio: number) => rounded(ratio, 3)
const boundsOf = (low: number | null, high: number | null) => (low === null || high === null ? null : { low: roundRatio(low), high: roundRatio(high) })

export function outerOf(high: number | null) {
  if (high === null) return null
  const outer = outerLimits(high)
  return boundsOf(outer.low, outer.high)
}

/** The row in the public shape. What nothing has computed stays null. */
export function providerOf(row: ProviderRow): Provider {
  const { start, end, totalBilled, totalDenied, expected, ratioLow, ratioHigh, funnelLow, funnelHigh, lastComputedAt, ...same } = row
  return {
    ...same,
    window: start === null || end === null ? null : { start, end },
    denialRate: maybePercent(row.deniedCount, row.claimCount),
    totalBilled: totalBilled === null ? null : dollarsOf(totalBilled),
    totalDenied: totalDenied === null ? null : dollarsOf(totalDenied),
    overturnRate: maybePercent(row.overturnCount, row.appealsDecidedCount),
    expectedDeniedCount: expected === null ? null : roundCount(expected),
    excessDenials: expected === null || row.deniedCount === null ? null : roundCount(row.deniedCount - expected),
    ratio: row.ratio === null ? null : roundRatio(row.ratio),
    ratioInterval: boundsOf(ratioLow, ratioHigh),
    funnel: boundsOf(funnelLow, funnelHigh),
    funnelOuter: outerOf(funnelHigh),
    lastComputedAt: lastComputedAt?.toISOString() ?? null,
  }
}
