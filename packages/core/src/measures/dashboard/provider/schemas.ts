import { z } from 'zod'
import { interval, isoDate, money, rate, text, wholeNumber, window } from '../../../schemas.ts'
import { daily, rateTrend } from '../schemas.ts'

export const providerMetricsInput = z.strictObject({
  id: text(100),
  /** Length of the window in days, ending today; 30 is [today - 29, today + 1). */
  days: wholeNumber(1, 1096).default(30),
})

/**
 * What a dashboard can say of one provider: who rendered the service, where the claim names one, else who billed it. By day of service, for that
 * is what a provider's days are kept by; exact duplicates are in no count. The other numbers of the dashboard are not kept by provider.
 */
export const providerMetricsOutput = z.object({
  provider: z.object({ id: z.string(), name: z.string(), specialty: z.string().nullable() }),
  denialRate: rate,
  /** Wilson's 95 % interval of denialRate; null without adjudicated claims. */
  denialRateInterval: interval.nullable(),
  adjudicatedClaims: z.number().int(),
  pendingClaims: z.number().int(),
  deniedClaims: z.number().int(),
  deniedAmount: money,
  /** Charges of the adjudicated claims: the whole of which deniedAmount is a part. */
  adjudicatedAmount: money,
  /** Paid to date on the claims served in the window. */
  paidAmount: money,
  /** By the days on which they were filed, and decided; won wholly or in part. */
  appeals: z.object({ filed: z.number().int(), decided: z.number().int(), won: z.number().int() }),
  trendDetails: z.object({ denialRate: rateTrend }),
  window,
  previousWindow: window,
  /** First and last day up to today on which a claim of the provider was served, whatever the window; null without any. */
  data: z.object({ firstService: isoDate, lastService: isoDate }).nullable(),
  daily,
  /** Expected share, 0 to 100, of the window's claims that are decided by now, by the pace of all payers of the organization together. */
  maturity: rate,
  /** Days of this window are still to be computed again; the numbers are about to change. */
  recomputing: z.boolean(),
  asOf: z.string(),
})

export type ProviderDashboard = z.infer<typeof providerMetricsOutput>
