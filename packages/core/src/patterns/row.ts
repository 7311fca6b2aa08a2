import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { IsoDate } from '../dates.ts'
import { dollars, parseCents } from '../money.ts'
import { findingColumn, findingOf, type StoredFinding } from './finding-row.ts'
import type { Pattern } from './schemas.ts'
import { textsOf } from './texts.ts'

const ownColumns = sql.raw(`
  p.id, p.title, p.description, p.category, p.status, p.tier, p.origin, p.scope_key is not null as adopted, p.denial_reason as "denialReason",
  p.score_frequency as frequency, p.score_impact as impact, p.score_trend as trend, p.score_velocity as velocity, p.score_confidence as confidence, p.score_recency as recency,
  p.avg_denial_amount as "avgDenialAmount", p.total_at_risk as "totalAtRisk",
  p.baseline_start as "baselineStart", p.baseline_end as "baselineEnd", p.baseline_claim_count as "baselineClaimCount",
  p.baseline_denied_count as "baselineDeniedCount", p.baseline_denial_rate as "baselineDenialRate", p.baseline_dollars_denied as "baselineDollarsDenied",
  p.current_start as "currentStart", p.current_end as "currentEnd", p.current_claim_count as "currentClaimCount",
  p.current_denied_count as "currentDeniedCount", p.current_denial_rate as "currentDenialRate", p.current_dollars_denied as "currentDollarsDenied",
  p.insufficient_data as "insufficientData", p.learning_progress as "learningProgress", p.practice_sessions_completed as "practiceSessionsCompleted",
  p.corrections_applied as "correctionsApplied", p.first_detected as "firstDetected", p.last_seen as "lastSeen", p.detected_at as "detectedAt",
  p.suggested_action as "suggestedAction", p.action_category as "actionCategory", p.computation_status as "computationStatus", p.last_computed_at as "lastComputedAt",
  p.scope, p.preventable_amount as "preventableAmount", p.preventable_low as "preventableLow", p.preventable_high as "preventableHigh"`)
/** The columns of a pattern `p` as lists and details read them. */
export const patternColumns = sql`${ownColumns}, ${findingColumn}`

/** The version by which what is shown was computed: what is released, or the candidate that the caller previews. */
export const computationVersion = z.number().int()

type Score = Pattern['score']
type Same =
  | 'id'
  | 'title'
  | 'description'
  | 'category'
  | 'status'
  | 'tier'
  | 'origin'
  | 'adopted'
  | 'denialReason'
  | 'scope'
  | 'insufficientData'
  | 'learningProgress'
  | 'practiceSessionsCompleted'
  | 'correctionsApplied'
  | 'firstDetected'
  | 'lastSeen'
  | 'suggestedAction'
  | 'actionCategory'
  | 'computationStatus'

interface PeriodRow {
  start: IsoDate | null
  end: IsoDate | null
  claimCount: number | null
  deniedCount: number | null
  denialRate: number | null
  dollarsDenied: string | null
}
type Named<Prefix extends string, T> = { [Key in keyof T as `${Prefix}${Capitalize<string & Key>}`]: T[Key] }

/** A pattern as the database gives it: amounts as decimal text, moments as dates, rates as they were computed. */
export interface PatternRow extends Pick<Pattern, Same>, Omit<Score, 'impact'>, Named<'baseline', PeriodRow>, Named<'current', PeriodRow> {
  impact: string | null
  avgDenialAmount: string | null
  totalAtRisk: string | null
  preventableAmount: string | null
  preventableLow: string | null
  preventableHigh: string | null
  finding: StoredFinding
  detectedAt: Date | null
  lastComputedAt: Date | null
}

/** Decimal text of the database as dollars. */
export const dollarsOf = (text: string) => dollars(parseCents(text)!)
const maybeDollars = (text: string | null) => (text === null ? null : dollarsOf(text))
/** A percentage with two decimals, rounded here and nowhere before. */
export const roundRate = (rate: number | null) => (rate === null ? null : Math.round(rate * 100) / 100)
export const percentOf = (part: number, whole: number) => (whole === 0 ? null : roundRate((part * 100) / whole))

function periodOf({ start, end, claimCount, deniedCount, denialRate, dollarsDenied }: PeriodRow): Pattern['baseline'] {
  if (start === null || end === null || claimCount === null || deniedCount === null || dollarsDenied === null) return null
  return { start, end, claimCount, deniedCount, denialRate: roundRate(denialRate), dollarsDenied: dollarsOf(dollarsDenied) }
}

/** What the pattern is, in a sentence of ours, whatever words an import gave it. */
export function sentenceOf({ origin, denialReason, description, title }: Pick<PatternRow, 'origin' | 'denialReason' | 'description' | 'title'>): string {
  if (origin === 'detected') return description
  return denialReason === null ? title : textsOf(denialReason).description
}

function preventableOf({ preventableAmount: amount, preventableLow: low, preventableHigh: high }: PatternRow): Pattern['preventable'] {
  return amount === null || low === null || high === null ? null : { amount: dollarsOf(amount), low: dollarsOf(low), high: dollarsOf(high) }
}

/** The row in the public shape. What nothing has computed stays null. */
export function patternOf(row: PatternRow): Pattern {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    category: row.category,
    status: row.status,
    tier: row.tier,
    origin: row.origin,
    adopted: row.adopted,
    denialReason: row.denialReason,
    scope: row.scope,
    sentence: sentenceOf(row),
    finding: findingOf(row.finding),
    preventable: preventableOf(row),
    score: {
      frequency: row.frequency,
      impact: maybeDollars(row.impact),
      trend: row.trend,
      velocity: row.velocity,
      confidence: row.confidence,
      recency: row.recency,
    },
    avgDenialAmount: maybeDollars(row.avgDenialAmount),
    totalAtRisk: maybeDollars(row.totalAtRisk),
    currentDenialRate: roundRate(row.currentDenialRate),
    baselineDenialRate: roundRate(row.baselineDenialRate),
    baseline: periodOf({
      start: row.baselineStart,
      end: row.baselineEnd,
      claimCount: row.baselineClaimCount,
      deniedCount: row.baselineDeniedCount,
      denialRate: row.baselineDenialRate,
      dollarsDenied: row.baselineDollarsDenied,
    }),
    current: periodOf({
      start: row.currentStart,
      end: row.currentEnd,
      claimCount: row.currentClaimCount,
      deniedCount: row.currentDeniedCount,
      denialRate: row.currentDenialRate,
      dollarsDenied: row.currentDollarsDenied,
    }),
    insufficientData: row.insufficientData,
    learningProgress: row.learningProgress,
    practiceSessionsCompleted: row.practiceSessionsCompleted,
    correctionsApplied: row.correctionsApplied,
    firstDetected: row.firstDetected,
    lastSeen: row.lastSeen,
    detectedAt: row.detectedAt?.toISOString() ?? null,
    suggestedAction: row.suggestedAction,
    actionCategory: row.actionCategory,
    computationStatus: row.computationStatus,
    lastComputedAt: row.lastComputedAt?.toISOString() ?? null,
  }
}
