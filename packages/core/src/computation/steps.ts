import type { Context } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { refreshLagCurves } from '../measures/maturity/refresh.ts'
import { refreshLearning } from '../learning/refresh.ts'
import { refreshOrganizationDays } from '../measures/organization-daily/refresh.ts'
import { refreshPatternDays } from '../measures/pattern-daily/refresh.ts'
import { refreshPolicyDays } from '../measures/policy-daily/refresh.ts'
import { refreshProviderDays } from '../measures/provider-daily/refresh.ts'
import { refreshPatternClaims } from '../patterns/pattern-claims.ts'
import { refreshPatterns } from '../patterns/refresh.ts'
import { refreshPolicyHits } from '../policies/hits.ts'
import { refreshPolicies } from '../policies/refresh.ts'
import type { Slices } from './slices.ts'

/** Some days of service to compute, and why. */
export interface ServiceDays {
  organizationId: number
  days: readonly IsoDate[]
  /** What a restatement will name. */
  cause: string
  /** Patterns whose days are all computed later in the run, because they are new. */
  newPatterns: readonly string[]
}

export type DayStep = (tx: TenantTransaction, of: ServiceDays) => Promise<unknown>

/** Of each day of service first: what its claims say by themselves, whatever other days hold. */
export const claimSteps: readonly DayStep[] = [
  (tx, { organizationId, days, cause }) => refreshOrganizationDays(tx, organizationId, 'service', days, cause),
  (tx, { organizationId, days, newPatterns }) => refreshPatternClaims(tx, { organizationId, days, patterns: { except: newPatterns } }),
  refreshPolicyHits,
]

/** Then, once the claims of all marked days are settled: rows that also count appeals of claims served on other days. */
export const dayRowSteps: readonly DayStep[] = [
  (tx, { organizationId, days, cause, newPatterns }) => refreshPatternDays(tx, { organizationId, days, cause, patterns: { except: newPatterns } }),
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
