import { z } from 'zod'
import { providerVerdicts } from '../db/schema/metrics.ts'
import { computationStatuses, patternStatuses } from '../db/schema/patterns.ts'
import { conditionSchema } from '../patterns/scope/condition.ts'
import { interval, isoDate, money, pagination, paging, rate, text, window } from '../schemas.ts'

export const listProvidersInput = z.strictObject({
  /** `measured`: with enough claims to be compared; `unmeasured`: the others. */
  verdict: z.enum(['all', 'measured', 'unmeasured', ...providerVerdicts]).default('all'),
  /** Only providers with this text in id, name, NPI or specialty. */
  search: text(100).optional(),
  /** Order: by denials beyond what the case mix lets one expect (default), by claims, by name, or by specialty and name. There is none by raw rate: it compares case mixes. */
  sort: z.enum(['excess', 'claims', 'name', 'specialty']).default('excess'),
  ...paging,
})

/** Twelve months of a provider. Everything from `window` on is null until computed, and for one without claims in the window. */
const provider = z.object({
  id: z.string(),
  name: z.string(),
  npi: z.string().nullable(),
  specialty: z.string().nullable(),
  /** Only claims name it; no file has described it yet. */
  isPlaceholder: z.boolean(),
  window: window.nullable(),
  claimCount: z.number().int().nullable(),
  pendingCount: z.number().int().nullable(),
  deniedCount: z.number().int().nullable(),
  denialRate: rate,
  totalBilled: money.nullable(),
  totalDenied: money.nullable(),
  appealCount: z.number().int().nullable(),
  appealsDecidedCount: z.number().int().nullable(),
  overturnCount: z.number().int().nullable(),
  overturnRate: rate,
  /** Denials that the other providers' rates give for this one's case mix, and how many more (or fewer) there were; two decimals. */
  expectedDeniedCount: z.number().nullable(),
  excessDenials: z.number().nullable(),
  /** Observed / expected with its exact 95 % interval, and the limits of the funnel; three decimals. */
  ratio: z.number().nullable(),
  ratioInterval: interval.nullable(),
  funnel: interval.nullable(),
  /** The same at 99.8 %. */
  funnelOuter: interval.nullable(),
  verdict: z.enum(providerVerdicts).nullable(),
  improvedPatterns: z.number().int().nullable(),
  computationStatus: z.enum(computationStatuses).nullable(),
  lastComputedAt: z.string().nullable(),
})

const funnelPoint = z.object({
  providerId: z.string(),
  name: z.string(),
  specialty: z.string().nullable(),
  claims: z.number().int(),
  denied: z.number().int(),
  expected: z.number(),
  ratio: z.number(),
  /** The 95 % limits of the ratio, and the 99.8 % ones. */
  low: z.number(),
  high: z.number(),
  outer: interval,
  verdict: z.enum(providerVerdicts),
})

export const listProvidersOutput = z.object({
  providers: z.array(provider),
  /** The funnel plot of all providers with enough claims, by expected denials (the 1,000 with most), whatever page is asked for. */
  funnel: z.object({ overDispersion: z.number().nullable(), points: z.array(funnelPoint) }),
  pagination,
  asOf: z.string(),
})

export const getProviderInput = z.strictObject({ id: text(100) })

const period = z.object({ claimCount: z.number().int(), deniedCount: z.number().int(), denialRate: rate })

export const getProviderOutput = z.object({
  provider,
  /** One row per week (Monday) of the last twelve months, by day of service. */
  weekly: z.array(
    z.object({
      week: isoDate,
      claims: z.number().int(),
      pending: z.number().int(),
      denied: z.number().int(),
      denialRate: rate,
      dollarsDenied: money,
      mature: z.boolean(),
    }),
  ),
  /** The case mix by payer ('' = unknown), most claims first: denials, and those that the other providers' rates give for these claims. */
  payers: z.array(
    z.object({
      payer: z.string(),
      name: z.string().nullable(),
      claims: z.number().int(),
      denied: z.number().int(),
      denialRate: rate,
      expected: z.number().nullable(),
    }),
  ),
  /** Patterns that its claims of the twelve months were denied in, the most denied claims first, at most twenty. */
  patterns: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      sentence: z.string(),
      scope: z.array(conditionSchema),
      status: z.enum(patternStatuses),
      /** 0 to 100, of everybody's practice. */
      learningProgress: z.number().int().nullable(),
      deniedClaims: z.number().int(),
      deniedAmount: money,
    }),
  ),
  /** Its procedure codes with the most denied lines in the twelve months, at most ten. */
  procedures: z.array(z.object({ procedureCode: z.string(), denied: z.number().int() })),
  /** Patterns whose rate fell significantly for this provider. */
  improved: z.array(z.object({ patternId: z.string(), title: z.string().nullable(), baseline: period, current: period })),
  asOf: z.string(),
})

export const refreshProvidersInput = z.strictObject({})
export const refreshProvidersOutput = z.object({
  providers: z.number().int(),
  /** Named by claims, but without a row of their own: not computed. */
  unknown: z.number().int(),
  asOf: z.string(),
})

export type Provider = z.infer<typeof provider>
export type ProviderList = z.infer<typeof listProvidersOutput>
export type ProviderDetail = z.infer<typeof getProviderOutput>
