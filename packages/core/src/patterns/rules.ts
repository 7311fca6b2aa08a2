import { addDays, addMonths, daysBetween, type DateWindow, type IsoDate } from '../dates.ts'
import type { patternStatuses, patternTiers, patternTrends } from '../db/schema/patterns.ts'
import { dollars, type Cents } from '../money.ts'
import type { TierThresholds } from '../settings.ts'
import { midP } from '../statistics/mid-p.ts'

export type PatternStatus = (typeof patternStatuses)[number]
export type PatternTier = (typeof patternTiers)[number]
export type PatternTrend = (typeof patternTrends)[number]

/** What a pattern's days add up to in a window: its population, those of it denied in the pattern, and their denied charges. */
export interface Counts {
  claims: number
  denied: number
  dollars: Cents
}

/** Months that a score looks back, and days of the windows that are compared. */
export const SCORE_MONTHS = 6
export const BASELINE_DAYS = 60
export const CURRENT_DAYS = 60
export const TREND_DAYS = 30
export const QUIET_DAYS = 90
/** Under this many claims in a window nothing is said about its rate. */
export const MINIMUM_CLAIMS = 20
const SIGNIFICANCE = 0.05
/** A pattern whose rate fell to one part in five of its baseline is resolved. */
const RESOLVED_PARTS = 5
const FULL_CONFIDENCE = 10

/** a's denial rate is below b's, compared in whole numbers. */
const isBelow = (a: Counts, b: Counts) => a.denied * b.claims < b.denied * a.claims
const enough = ({ claims }: Counts) => claims >= MINIMUM_CLAIMS
/** The two-proportion mid-p test tells them apart; not when either is empty. */
function differ(a: Counts, b: Counts): boolean {
  const p = midP({ part: a.denied, whole: a.claims }, { part: b.denied, whole: b.claims })
  return p !== null && p < SIGNIFICANCE
}

/** The last six months up to and with today: `[six months ago + 1 day, today + 1)`, so that on 30 June it is 31 December to 30 June. */
export function scoreWindow(today: IsoDate): DateWindow {
  return { start: addDays(addMonths(today, -SCORE_MONTHS), 1), end: addDays(today, 1) }
}

/** Months begun since the first denial, 1 to 6: the month of a denial of today is the first. */
export function monthsObserved(firstDetected: IsoDate, today: IsoDate): number {
  let months = 1
  while (months < SCORE_MONTHS && addMonths(today, -months) >= firstDetected) months++
  return months
}

export interface Score {
  /** Claims denied and their denied charges, in the score window. */
  frequency: number
  impact: Cents
  /** Denied claims per month observed, one decimal. */
  velocity: number
  /** 0 to 100; null for a scope of which no search has said anything. */
  confidence: number | null
  /** Days since the latest denial's service date; null when there is none. */
  recency: number | null
  /** Denied charge of a claim, on average, in whole cents; null without a denial in the window. */
  average: Cents | null
}

export interface Scored {
  recent: Counts
  firstDetected: IsoDate | null
  lastSeen: IsoDate | null
  /** Whether the pattern has a scope, and the q value by which the search found it. */
  scoped: boolean
  q: number | null
}

export function scoreOf({ recent, firstDetected, lastSeen, scoped, q }: Scored, today: IsoDate): Score {
  const { denied, dollars: impact } = recent
  const months = firstDetected === null ? 1 : monthsObserved(firstDetected, today)
  return {
    frequency: denied,
    impact,
    velocity: Math.round((denied / months) * 10) / 10,
    confidence: scoped ? confidenceOf(q) : Math.min(denied / FULL_CONFIDENCE, 1) * 100,
    recency: lastSeen === null ? null : daysBetween(lastSeen, today),
    average: denied === 0 ? null : Math.round(impact / denied),
  }
}

/** The share of such findings that are expected to be true, q being the share that is expected to be false (Benjamini and Hochberg, JRSS B 57:289, 1995). */
const confidenceOf = (q: number | null) => (q === null ? null : 100 * (1 - q))

/** The first tier whose every threshold is exceeded. */
export function tierOf({ frequency, impact }: Pick<Score, 'frequency' | 'impact'>, { critical, high, medium }: TierThresholds): PatternTier {
  const above = (threshold: { frequency: number; impact: number }) => frequency > threshold.frequency && dollars(impact) > threshold.impact
  return above(critical) ? 'critical' : above(high) ? 'high' : frequency > medium.frequency ? 'medium' : 'low'
}

/** Whether the denial *rate* moved between two windows of mature days; null (no mature days) and small windows are `stable`. */
export function trendOf(recent: Counts | null, previous: Counts | null): PatternTrend {
  if (!recent || !previous || !enough(recent) || !enough(previous) || !differ(recent, previous)) return 'stable'
  return isBelow(recent, previous) ? 'down' : 'up'
}

/** The first 60 days of the pattern; null while it has no denial. */
export function baselineWindow(firstDetected: IsoDate | null): DateWindow | null {
  return firstDetected === null ? null : { start: firstDetected, end: addDays(firstDetected, BASELINE_DAYS) }
}

/** The last `days` mature days before `end`; null while nothing is mature. */
export function matureWindow(matureUntil: IsoDate | null, days: number, end = matureUntil): DateWindow | null {
  return end === null ? null : { start: addDays(end, -days), end }
}

export interface Period {
  window: DateWindow
  counts: Counts
}

/** Nothing is said of a pattern's course while its two periods overlap or one of them is small. */
export function isInsufficient(baseline: Period | null, current: Period | null): boolean {
  if (!baseline || !current) return true
  return baseline.window.end > current.window.start || !enough(baseline.counts) || !enough(current.counts)
}

export interface Course {
  previous: PatternStatus
  insufficientData: boolean
  baseline: Counts | null
  current: Counts | null
  /** The last 90 mature days. */
  quiet: Counts | null
}

/** The numbers that a status follows from, in words. */
export function courseOf({ baseline, current }: Pick<Course, 'baseline' | 'current'>): string {
  const said = ({ denied, claims }: Counts) => `${denied} of ${claims} claims denied`
  return `${current ? said(current) : 'No mature days'} in the last ${CURRENT_DAYS} mature days, ${baseline ? said(baseline) : 'no claims'} in the first ${BASELINE_DAYS}`
}

/**
 * active -> improving when the current rate is below the baseline's at p < 0.05; -> resolved when 90 mature days with a population held no
 * denial, or the improved rate is at most a fifth of the baseline's; back to active when it returns. Only a person archives, and brings back.
 */
export function statusOf({ previous, insufficientData, baseline, current, quiet }: Course): PatternStatus {
  if (previous === 'archived') return 'archived'
  if (insufficientData || !baseline || !current) return 'active'
  if (quiet && enough(quiet) && quiet.denied === 0) return 'resolved'
  if (!isBelow(current, baseline) || !differ(current, baseline)) return 'active'
  return current.denied * RESOLVED_PARTS * baseline.claims <= baseline.denied * current.claims ? 'resolved' : 'improving'
}
