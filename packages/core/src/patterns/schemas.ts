import { z } from 'zod'
import { actionCategories, patternCategories } from '../adjudication/catalogue.ts'
import { lineageKinds } from '../db/schema/findings.ts'
import { computationStatuses, patternOrigins, patternStatuses, patternTiers, patternTrends } from '../db/schema/patterns.ts'
import { findingOutput } from './finding-row.ts'
import { conditionSchema } from './scope/condition.ts'
import { isoDate, money, pagination, paging, rate, text, wholeNumber } from '../schemas.ts'

export const listPatternsInput = z.strictObject({
  /** `improved`: improving or resolved. */
  status: z.enum(['all', 'improved', ...patternStatuses]).default('all'),
  tier: z.enum(['all', ...patternTiers]).default('all'),
  /** Kind of denial by the catalogue. */
  category: z.enum(['all', ...patternCategories, 'unclassified']).default('all'),
  /** With a scope, or every claim with a reason. */
  kind: z.enum(['all', 'scope', 'reason']).default('all'),
  /** Exact canonical denial reason. */
  reason: text(200).optional(),
  /** Whether later claims bear it out; `not_yet`: too few of them are decided. Only patterns with a scope have an answer. */
  confirmed: z.enum(['all', 'confirmed', 'not_yet', 'not_borne_out']).default('all'),
  /** Only patterns whose scope names this payer, or names none and holds a denial of it. */
  payer: text(100).optional(),
  /**
   * Order: by dollars that can be prevented (default; those without an elsewhere last, by denied dollars), denied dollars of the last six months,
   * frequency, recency of the latest denial, rate in the scope, times the rate elsewhere, or title.
   */
  sort: z.enum(['priority', 'impact', 'frequency', 'recency', 'rate', 'ratio', 'title']).default('priority'),
  ...paging,
})

/** The guide's computed score. Null where nothing has been computed yet. */
const score = z.object({
  frequency: z.number().int().nullable(),
  impact: money.nullable(),
  trend: z.enum(patternTrends).nullable(),
  velocity: z.number().nullable(),
  confidence: z.number().nullable(),
  recency: z.number().int().nullable(),
})

const period = z.object({ start: isoDate, end: isoDate, claimCount: z.number().int(), deniedCount: z.number().int(), denialRate: rate, dollarsDenied: money })

export const patternOutput = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  category: z.enum([...patternCategories, 'unclassified']),
  status: z.enum(patternStatuses),
  tier: z.enum(patternTiers),
  origin: z.enum(patternOrigins),
  /** False for an imported pattern whose reason has not become a pattern in the claims here: status and tier are the import's, nothing is computed. */
  adopted: z.boolean(),
  denialReason: z.string().nullable(),
  /** Conditions beside the reason; none for a pattern by reason alone. */
  scope: z.array(conditionSchema),
  /** What it is, in plain words. */
  sentence: z.string(),
  /** The evidence for a pattern with a scope; null for one by reason alone. */
  finding: findingOutput.nullable(),
  /** Dollars expected back if its excess of denials is prevented, with a 95 % interval; null for a pattern by reason alone, and until computed. */
  preventable: z.object({ amount: money, low: money, high: money }).nullable(),
  score,
  avgDenialAmount: money.nullable(),
  totalAtRisk: money.nullable(),
  currentDenialRate: rate,
  baselineDenialRate: rate,
  baseline: period.nullable(),
  current: period.nullable(),
  insufficientData: z.boolean(),
  learningProgress: z.number().int(),
  practiceSessionsCompleted: z.number().int(),
  correctionsApplied: z.number().int(),
  firstDetected: isoDate.nullable(),
  lastSeen: isoDate.nullable(),
  detectedAt: z.string().nullable(),
  suggestedAction: z.string().nullable(),
  actionCategory: z.enum(actionCategories).nullable(),
  computationStatus: z.enum(computationStatuses),
  lastComputedAt: z.string().nullable(),
})

export const listPatternsOutput = z.object({ patterns: z.array(patternOutput), pagination, asOf: z.string() })

export const getPatternInput = z.strictObject({
  id: text(100),
  /** Page of the evidence. */
  ...paging,
})

/** One denial behind a pattern. */
export const evidenceOutput = z.object({
  claimId: z.string().nullable(),
  claimReference: z.string(),
  lineNumber: z.number().int(),
  serviceDate: isoDate.nullable(),
  denialDate: isoDate.nullable(),
  denialReason: z.string().nullable(),
  carc: z.string().nullable(),
  rarc: z.string().nullable(),
  procedureCode: z.string().nullable(),
  modifiers: z.array(z.string()),
  billedAmount: money.nullable(),
})

const lineageOutput = z.object({
  kind: z.enum(lineageKinds),
  otherId: z.string().nullable(),
  scopeBefore: z.array(conditionSchema).nullable(),
  scopeAfter: z.array(conditionSchema).nullable(),
  recordedAt: z.string(),
})

export const getPatternOutput = z.object({
  pattern: patternOutput.extend({
    shortTermAction: z.unknown().nullable(),
    longTermAction: z.unknown().nullable(),
    possibleRootCauses: z.unknown().nullable(),
    /** Claims with a denial of this pattern, of any date: as many as claims.list gives for it. `evidence` are their lines. */
    deniedClaims: z.number().int(),
    remedy: z.enum(['appeal', 'corrected_claim', 'none']),
    /** Of its denials that are taken up again, the share expected to be paid in the end; null for a pattern by reason alone. */
    recoveryChance: rate,
    /** What usually prevents such denials, what takes a line out of the scope first; none where the reason is unknown. */
    prevention: z.array(z.string()),
    related: z.object({
      policies: z.array(z.string()),
      procedureCodes: z.array(z.string()),
      /** Policies whose conditions the latest denied lines meet, those met most often first. */
      policyHits: z.array(z.object({ id: z.string(), name: z.string(), lines: z.number().int(), fixGuidance: z.string().nullable() })),
    }),
    /** What became of it as it was found again, oldest first: its scope moved, it went into another one, or came out of another one (`otherId`). */
    lineage: z.array(lineageOutput),
  }),
  /** One row per week (Monday), from half a year before the baseline to today: a rate over time that a chart can draw. */
  weekly: z.array(z.object({ week: isoDate, claims: z.number().int(), denied: z.number().int(), denialRate: rate, dollarsDenied: money, mature: z.boolean() })),
  /** The same weeks in the shortest spans of `weeks` weeks of which a rate says something: what a chart draws. A span never holds mature weeks and others. */
  rates: z.object({
    weeks: z.number().int(),
    spans: z.array(z.object({ start: isoDate, end: isoDate, claims: z.number().int(), denied: z.number().int(), denialRate: rate, mature: z.boolean() })),
  }),
  /** The denials, newest service date first. `claimId` is null for a claim that an import names and no file has brought. */
  evidence: z.array(evidenceOutput),
  pagination,
  asOf: z.string(),
})

export const detectPatternsInput = z.strictObject({
  /** Length of the look-back in days, and the denied claims it must hold; the organization's settings where they are left out (30 and 5). */
  daysBack: wholeNumber(1, 366).optional(),
  minimumDenials: wholeNumber(1, 10_000).optional(),
})

/** A pattern as a search reports it: counts of claims, rates in percent. By reason alone there is no elsewhere to compare with, and nothing is tested. */
export const detectedPatternOutput = z.object({
  id: z.string(),
  sentence: z.string(),
  reason: z.string().nullable(),
  /** The code that most of its denials carry. */
  carc: z.string().nullable(),
  scope: z.array(conditionSchema),
  population: z.number().int().nullable(),
  denials: z.number().int().nullable(),
  rate,
  restRate: rate,
  ratio: findingOutput.shape.ratio.nullable(),
  q: z.number().nullable(),
  confirmed: z.boolean().nullable(),
  /** Day of service of its first denial. */
  firstDetected: isoDate.nullable(),
  status: z.enum(patternStatuses),
  /** Whether this search found it, or an earlier one, whose counts these are. */
  found: z.boolean(),
})

export const detectPatternsOutput = z.object({
  /** Ids of patterns that are new, and of imported ones that are computed from now on. */
  created: z.array(z.string()),
  adopted: z.array(z.string()),
  /** Every pattern: those with a scope first, the largest first. */
  patterns: z.array(detectedPatternOutput),
  /** Over what was searched for scopes, and over how many; null while no day is mature. */
  search: z
    .object({
      windowStart: isoDate,
      windowEnd: isoDate,
      laterStart: isoDate,
      claims: z.number().int(),
      reasons: z.number().int(),
      searched: z.number().int(),
      found: z.number().int(),
      confirmed: z.number().int(),
    })
    .nullable(),
  asOf: z.string(),
})

export const refreshPatternsInput = z.strictObject({})
export const refreshPatternsOutput = z.object({ patterns: z.number().int(), asOf: z.string() })

export type Pattern = z.infer<typeof patternOutput>
export type PatternDetail = z.infer<typeof getPatternOutput>
export type DetectedPattern = z.infer<typeof detectedPatternOutput>
export type DetectedPatterns = z.infer<typeof detectPatternsOutput>
