import { z } from 'zod'
import { interval, isoDate, money, rate, text, wholeNumber, window } from '../../schemas.ts'

export const dashboardInput = z.strictObject({
  /** Length of the window in days, ending today; 30 is [today - 29, today + 1). */
  days: wholeNumber(1, 1096).default(30),
  /** Only claims of this payer; patterns and revenueRecovered stay those of the whole organization. */
  payer: text(100).optional(),
})

const week = z.object({ adjudicated: z.number().int(), denied: z.number().int(), denialRate: rate })

/**
 * A difference of two windows with its 95 % interval; null where either window has no rate. `comparable` is false while a window is immature,
 * and when the data begin within the earlier one. */
export const rateTrend = z.object({ change: rate, interval: interval.nullable(), comparable: z.boolean() })

/**
 * Per day of the window and the one before it, for the charts. `week` is the seven days that end with it: single days,
 * Sundays above all, hold too few claims to be a rate anybody should act on. `mature`: at least 90 % of that day's claims are expected to be decided. */
export const daily = z.array(
  z.object({
    date: isoDate,
    claims: z.number().int(),
    adjudicated: z.number().int(),
    denied: z.number().int(),
    denialRate: rate,
    deniedAmount: money,
    mature: z.boolean(),
    week,
  }),
)

/** The guide's DashboardMetrics, by submission date, with the named variants beside it. Definitions: docs/metrics.md. */
export const dashboardOutput = z.object({
  deniedAmount: money,
  denialRate: rate,
  /** Wilson's 95 % interval of denialRate; null without adjudicated claims. */
  denialRateInterval: interval.nullable(),
  approvalRate: rate,
  totalClaims: z.number().int(),
  deniedClaims: z.number().int(),
  patternsDetected: z.number().int(),
  criticalPatterns: z.number().int(),
  /** Estimate of avoided denials; 0 when no improvement is significant. Never added to cashRecovered. */
  revenueRecovered: money,
  revenueRecoveredInterval: interval.nullable(),
  trends: z.object({
    denialRate: rate,
    approvalRate: rate,
    /** Null while the first patterns ever found lie within the two windows: they were found when the data came, not when they began. */
    patternsDetected: z.number().int().nullable(),
  }),

  pendingClaims: z.number().int(),
  adjudicatedClaims: z.number().int(),
  partiallyDeniedClaims: z.number().int(),
  duplicateClaims: z.number().int(),
  finalDenialRate: rate,
  lineDenialRate: rate,
  dollarDenialRate: rate,
  /** Payments after a first denial on the denied lines, by payment date in the window: verified by remittances. */
  cashRecovered: money,
  billedAmount: money,
  /** Charges of the adjudicated claims: the whole of which deniedAmount is a part. */
  adjudicatedAmount: money,
  paidAmount: money,
  trendDetails: z.object({ denialRate: rateTrend, approvalRate: rateTrend }),
  window,
  previousWindow: window,
  /** First and last day up to today on which the organization submitted a claim, whatever the window and the payer; null without any. */
  data: z.object({ firstSubmission: isoDate, lastSubmission: isoDate }).nullable(),
  daily,
  /** Expected share, 0 to 100, of the window's claims that are decided by now. */
  maturity: rate,
  /** Days of this window are still to be computed again; the numbers are about to change. */
  recomputing: z.boolean(),
  /** The version by which the patterns that are counted here were computed: what is released, or the candidate that the caller previews. */
  computationVersion: z.number().int(),
  asOf: z.string(),
})

export type Dashboard = z.infer<typeof dashboardOutput>
