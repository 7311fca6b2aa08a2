import { addDays, addMonths, type DateWindow, type IsoDate } from '../dates.ts'
import { decimalText, type Cents } from '../money.ts'
import { trendOf, type Counts } from '../patterns/rules.ts'

/** Months of service that a policy's metrics look back. */
export const POLICY_MONTHS = 3

/** The last three months up to and with today: `[three months ago + 1 day, today + 1)`. */
export function policyWindow(today: IsoDate): DateWindow {
  return { start: addDays(addMonths(today, -POLICY_MONTHS), 1), end: addDays(today, 1) }
}

/** What a policy's days add up to in the window. Claims, each once. */
export interface PolicyCounts {
  /** False for a draft or retired policy: it matches nothing, so that nothing is computed of it. */
  isMatched: boolean
  /** Adjudicated claims of the organization; those that hit; of these, those denied on a hit line. */
  claims: number
  hits: number
  denied: number
  dollarsDenied: Cents
  /** Of the denied ones: appealed, with a decided appeal, with one that was won. */
  appealed: number
  decided: number
  overturned: number
  /** Claims with a line that meets everything but the required modifier, and those denied on such a line. */
  withoutModifier: number
  withoutModifierDenied: number
  providers: number
  insights: number
  /** Hits and denials of the last 30 mature days and of the 30 before; null while no day is mature. */
  trendRecent: Counts | null
  trendPrevious: Counts | null
}

const percent = (part: number, whole: number) => (whole === 0 ? null : (part * 100) / whole)

/** The computed columns of a policy, by their names in the table; all null where nothing is matched. */
export function policyFields(counts: PolicyCounts, window: DateWindow) {
  const { claims, hits, denied, appealed, decided, overturned } = counts
  const fields = {
    hit_rate: percent(hits, claims),
    denial_rate: percent(denied, hits),
    appeal_rate: percent(appealed, denied),
    overturn_rate: percent(overturned, decided),
    impact: decimalText(counts.dollarsDenied),
    insight_count: counts.insights,
    providers_impacted: counts.providers,
    trend: trendOf(counts.trendRecent, counts.trendPrevious),
    claim_count: claims,
    hit_count: hits,
    denied_count: denied,
    appealed_claim_count: appealed,
    appeal_decided_claim_count: decided,
    overturned_claim_count: overturned,
    without_modifier_count: counts.withoutModifier,
    without_modifier_denied_count: counts.withoutModifierDenied,
    computation_period_start: window.start,
    computation_period_end: window.end,
  }
  return counts.isMatched ? fields : (Object.fromEntries(Object.keys(fields).map((column) => [column, null])) as { [Column in keyof typeof fields]: null })
}
