import type { Context } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { refreshLagCurves } from '../measures/maturity/refresh.ts'
import { refreshLearning } from '../learning/refresh.ts'
import { refreshOrganizationDays } from '../measures/organization-daily/refresh.ts'
import { refreshPatternDays } from '../measures/pattern-daily/refresh.ts'
import { refreshPayerReasonDays } from '../measures/payer-reason-daily/refresh.ts'
import { refreshPolicyDays } from '../measures/policy-daily/refresh.ts'
import { refreshProviderDays } from '../measures/provider-daily/refresh.ts'
import { refreshPatternClaims } from '../patterns/pattern-claims.ts'
import { refreshPatterns } from '../patterns/refresh.ts'
import { refreshPolicyHits } from '../policies/hits.ts'
import { refreshPolicies } from '../policies/refresh.ts'
import type { Claims, Payers } from './days.sql.ts'
import type { Slices } from './slices.ts'

/** Why something is computed, and for whom. */
interface Work {
  organizationId: number
  /** What a restatement will name. */
  cause: string
  /** Patterns whose days are all computed later in the run, because they are new. */
  newPatterns: readonly string[]
}

export type ClaimStep = (tx: TenantTransaction, of: Work & Claims) => Promise<unknown>
/** `payers`: whose rows of the organization's days are due; every other row of a day always is. */
export type DayStep = (tx: TenantTransaction, of: Work & { days: readonly IsoDate[]; payers: Payers }) => Promise<unknown>

/** First what claims say by themselves, whatever other claims of their days hold. */
export const claimSteps: readonly ClaimStep[] = [
  (tx, { newPatterns, ...of }) => refreshPatternClaims(tx, { ...of, patterns: { except: newPatterns } }),
  refreshPolicyHits,
]

/** Then, once all marked claims are settled, what days hold: sums over claims, which also count appeals of claims served on other days. */
export const dayRowSteps: readonly DayStep[] = [
  (tx, { organizationId, days, cause, payers }) => refreshOrganizationDays(tx, organizationId, 'service', days, cause, payers),
  (tx, { organizationId, days, cause, newPatterns }) => refreshPatternDays(tx, { organizationId, days, cause, patterns: { except: newPatterns } }),
  (tx, { organizationId, days, cause, payers }) => refreshPayerReasonDays(tx, { organizationId, days, cause, payers }),
  (tx, { organizationId, days, cause }) => refreshPolicyDays(tx, { organizationId, days, cause }),
  (tx, { organizationId, days, cause }) => refreshProviderDays(tx, organizationId, days, cause),
]

/** At last what is said of things from the sums of their days; each returns how many things it computed. */
export const summarySteps = {
  /** Before whatever asks which days are mature. */
  lagCurves: refreshLagCurves,
  patterns: refreshPatterns,
  policies: refreshPolicies,
  learning: refreshLearning,
} satisfies Record<string, (context: Context, slices: Slices) => Promise<number>>
