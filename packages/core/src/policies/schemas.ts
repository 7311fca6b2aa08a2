import { z } from 'zod'
import { policyConditionKinds, policyModes } from '../db/schema/policies.ts'
import { computationStatuses, patternStatuses, patternTrends } from '../db/schema/patterns.ts'
import { interval, isoDate, money, pagination, paging, rate, text, window } from '../schemas.ts'

export const listPoliciesInput = z.strictObject({
  mode: z.enum(['all', ...policyModes]).default('all'),
  search: text(200).optional(),
  /** Order: by id (default), or by claims hit, claims denied or denied charges, the most first. */
  sort: z.enum(['id', 'hits', 'denied', 'impact']).default('id'),
  ...paging,
})

/** The counts of a policy that are counts of claims: hitCount, deniedCount and so on. */
export const policyCounts = ['hit', 'denied', 'appealed', 'appeal_decided', 'overturned', 'without_modifier', 'without_modifier_denied'] as const
export type PolicyCount = (typeof policyCounts)[number]

const count = z.number().int().nullable()

export const policyOutput = z.object({
  id: z.string(),
  name: z.string(),
  mode: z.enum(policyModes),
  topic: z.string().nullable(),
  logicType: z.string().nullable(),
  source: z.string().nullable(),
  effectiveDate: isoDate.nullable(),
  endDate: isoDate.nullable(),
  procedureCodes: z.array(z.string()),
  /** Computed from the claims of the period (docs/metrics.md, "Policies"); null until then. What an import stated is in `policies.export`. */
  hitRate: rate,
  denialRate: rate,
  denialRateInterval: interval.nullable(),
  appealRate: rate,
  overturnRate: rate,
  impact: money.nullable(),
  providersImpacted: count,
  insightCount: count,
  trend: z.enum(patternTrends).nullable(),
  /** The counts behind the rates. Claims, each once. */
  claimCount: count,
  hitCount: count,
  deniedCount: count,
  appealedClaimCount: count,
  appealDecidedClaimCount: count,
  overturnedClaimCount: count,
  /** Claims with a line that meets everything but the required modifier, and those denied on such a line. */
  withoutModifierCount: count,
  withoutModifierDeniedCount: count,
  period: window.nullable(),
  computationStatus: z.enum(computationStatuses),
  lastComputedAt: z.string().nullable(),
})

export const listPoliciesOutput = z.object({ policies: z.array(policyOutput), pagination, asOf: z.string() })

export const getPolicyInput = z.strictObject({
  id: text(100),
  /** Page of the denied lines. */
  ...paging,
})

export const getPolicyOutput = z.object({
  policy: policyOutput.extend({
    description: z.string().nullable(),
    clinicalRationale: z.string().nullable(),
    commonMistake: z.string().nullable(),
    fixGuidance: z.string().nullable(),
    /** As stated, and as read; null where it could not be read, and then it is no condition. */
    ageRestrictions: z.string().nullable(),
    ages: z.object({ min: count, max: count }).nullable(),
    frequencyLimits: z.string().nullable(),
    frequency: z.object({ count: z.number().int(), period: z.enum(['day', 'week', 'month', 'year']).nullable(), days: count }).nullable(),
    conditions: z.array(z.object({ kind: z.enum(policyConditionKinds), code: z.string(), label: z.string().nullable() })),
  }),
  /** Patterns that name the policy. */
  patterns: z.array(z.object({ id: z.string(), title: z.string(), status: z.enum(patternStatuses), denialRate: rate })),
  /** One row per week (Monday) of the last twelve months: hits, those denied on a hit line, and whether all its days are mature. */
  weekly: z.array(z.object({ week: isoDate, hits: z.number().int(), denied: z.number().int(), denialRate: rate, dollarsDenied: money, mature: z.boolean() })),
  /** The denied hit lines of the period, newest day of service first: their charges are `impact`. */
  denials: z.array(
    z.object({
      claimId: z.string(),
      lineNumber: z.number().int(),
      serviceDate: isoDate,
      procedureCode: z.string().nullable(),
      modifiers: z.array(z.string()),
      denialReason: z.string().nullable(),
      carc: z.string().nullable(),
      rarc: z.string().nullable(),
      billedAmount: money,
    }),
  ),
  pagination,
  asOf: z.string(),
})

export type Policy = z.infer<typeof policyOutput>
export type PolicyDetail = z.infer<typeof getPolicyOutput>
