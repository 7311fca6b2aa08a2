import { bigint, doublePrecision, foreignKey, index, integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { count, day, key, moment, money, oneOf, organizationId, percent } from './columns.ts'
import { sql } from 'drizzle-orm'
import { organizations } from './organizations.ts'
import { computationStatuses, patterns } from './patterns.ts'
import { policies } from './policies.ts'
import { providers } from './providers.ts'

/** service: day of service. submission: day of submission. payment: day of the payer's decision, for cash. */
export const dateBases = ['service', 'submission', 'payment'] as const

/** The organization's days, per payer ('' = payer unknown). Every windowed number of the dashboard is a sum over these rows. */
export const organizationDailyMetrics = pgTable(
  'organization_daily_metrics',
  {
    organizationId: organizationId(),
    dateBasis: text('date_basis', { enum: dateBases }).notNull(),
    metricDate: day('metric_date').notNull(),
    payerId: key('payer_id').notNull(),
    claimCount: count('claim_count'),
    pendingCount: count('pending_count'),
    adjudicatedCount: count('adjudicated_count'),
    deniedCount: count('denied_count'),
    partiallyDeniedCount: count('partially_denied_count'),
    finallyDeniedCount: count('finally_denied_count'),
    duplicateCount: count('duplicate_count'),
    lineCount: count('line_count'),
    deniedLineCount: count('denied_line_count'),
    billedAmount: money('billed_amount').notNull().default('0'),
    adjudicatedAmount: money('adjudicated_amount').notNull().default('0'),
    deniedAmount: money('denied_amount').notNull().default('0'),
    paidAmount: money('paid_amount').notNull().default('0'),
    recoveredAmount: money('recovered_amount').notNull().default('0'),
    /** When this day was first published, and by what; later changes stand in metric_restatements. */
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull().default('unknown'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.dateBasis, t.metricDate, t.payerId] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('organization_daily_basis_known', t.dateBasis, dateBases),
  ],
)

/**
 * Cash recovered, payment by payment and line by line: what a decision paid (a reversal: took back) of lines that had been denied at first, in a later
 * decision than the one that denied. The payment days of organization_daily_metrics are sums of these rows, and are written together with them.
 */
export const recoveredPayments = pgTable(
  'recovered_payments',
  {
    organizationId: organizationId(),
    /** Day of the payer's decision. */
    paidOn: day('paid_on').notNull(),
    adjudicationId: bigint('adjudication_id', { mode: 'number' }).notNull(),
    /** Of the claim; 0: the decision names no line of it, and the claim was denied as a whole. */
    lineNumber: integer('line_number').notNull(),
    claimId: key('claim_id').notNull(),
    /** '' = payer unknown. */
    payerId: key('payer_id').notNull(),
    /** Who rendered the service, else who billed. */
    renderedBy: key('rendered_by'),
    amount: money('amount').notNull(),
  },
  (t) => [
    primaryKey({ name: 'recovered_payments_pk', columns: [t.organizationId, t.paidOn, t.adjudicationId, t.lineNumber] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
  ],
)

const periodStart = () => day('period_start').generatedAlwaysAs(sql`metric_date`)
const periodEnd = () => day('period_end').generatedAlwaysAs(sql`(metric_date + 1)`)

/** Per pattern and day. The primary key is the guide's unique pair and serves its two date indexes in both directions. */
export const patternDailyMetrics = pgTable(
  'pattern_daily_metrics',
  {
    organizationId: organizationId(),
    patternId: key('pattern_id').notNull(),
    metricDate: day('metric_date').notNull(),
    periodStart: periodStart(),
    periodEnd: periodEnd(),
    claimCount: count('claim_count'),
    deniedCount: count('denied_count'),
    denialRate: numeric('denial_rate').generatedAlwaysAs(percent('denied_count', 'claim_count')),
    dollarsDenied: money('dollars_denied').notNull().default('0'),
    /** Charges denied for the reason and still denied at the latest decision. */
    dollarsAtRisk: money('dollars_at_risk').notNull().default('0'),
    appealCount: count('appeal_count'),
    appealRate: numeric('appeal_rate').generatedAlwaysAs(percent('appeal_count', 'denied_count')),
    /** Appeals decided on this day, and those of them that were won. */
    appealsDecidedCount: count('appeals_decided_count'),
    overturnCount: count('overturn_count'),
    overturnRate: numeric('overturn_rate').generatedAlwaysAs(percent('overturn_count', 'appeals_decided_count')),
    /** When this day was first published, and by what; later changes stand in metric_restatements. */
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull().default('unknown'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.patternId, t.metricDate] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    index('idx_pattern_daily_day').on(t.organizationId, t.metricDate),
  ],
)

export const policyDailyMetrics = pgTable(
  'policy_daily_metrics',
  {
    organizationId: organizationId(),
    policyId: key('policy_id').notNull(),
    metricDate: day('metric_date').notNull(),
    periodStart: periodStart(),
    periodEnd: periodEnd(),
    hitCount: count('hit_count'),
    deniedCount: count('denied_count'),
    denialRate: numeric('denial_rate').generatedAlwaysAs(percent('denied_count', 'hit_count')),
    dollarsDenied: money('dollars_denied').notNull().default('0'),
    /** Of the claims denied on a hit line and served that day: those appealed, decided and won by now. Rates of a window of service are made of these. */
    appealedClaimCount: count('appealed_claim_count'),
    appealDecidedClaimCount: count('appeal_decided_claim_count'),
    overturnedClaimCount: count('overturned_claim_count'),
    /** Adjudicated claims with a line that meets every condition but the required modifier, and those of them denied on such a line. */
    withoutModifierCount: count('without_modifier_count'),
    withoutModifierDeniedCount: count('without_modifier_denied_count'),
    /** Appeals filed on this day; decided on this day, and won. */
    appealCount: count('appeal_count'),
    appealsDecidedCount: count('appeals_decided_count'),
    overturnCount: count('overturn_count'),
    /** When this day was first published, and by what; later changes stand in metric_restatements. */
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull().default('unknown'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.policyId, t.metricDate] }),
    foreignKey({ columns: [t.organizationId, t.policyId], foreignColumns: [policies.organizationId, policies.id] }).onDelete('cascade'),
    index('idx_policy_daily_day').on(t.organizationId, t.metricDate),
  ],
)

/**
 * The claims of a provider (who rendered the service, where the claim names one; else who billed), by day of service; appeals by the days on
 * which they were filed and decided. No foreign key: a provider is named by claims before any file describes it (ADR 0011).
 */
export const providerDailyMetrics = pgTable(
  'provider_daily_metrics',
  {
    organizationId: organizationId(),
    providerId: key('provider_id').notNull(),
    metricDate: day('metric_date').notNull(),
    periodStart: periodStart(),
    periodEnd: periodEnd(),
    /** Adjudicated claims, and those without a decision. */
    claimCount: count('claim_count'),
    pendingCount: count('pending_count'),
    deniedCount: count('denied_count'),
    denialRate: numeric('denial_rate').generatedAlwaysAs(percent('denied_count', 'claim_count')),
    billedAmount: money('billed_amount').notNull().default('0'),
    dollarsDenied: money('dollars_denied').notNull().default('0'),
    paidAmount: money('paid_amount').notNull().default('0'),
    appealCount: count('appeal_count'),
    appealsDecidedCount: count('appeals_decided_count'),
    overturnCount: count('overturn_count'),
    /** When this day was first published, and by what; later changes stand in metric_restatements. */
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull().default('unknown'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.providerId, t.metricDate] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('idx_provider_daily_day').on(t.organizationId, t.metricDate),
  ],
)

export const providerVerdicts = ['not_enough_claims', 'as_expected', 'above_expected', 'below_expected'] as const

/** Twelve months per provider. Null until computed. */
export const providerPerformance = pgTable(
  'provider_performance',
  {
    organizationId: organizationId(),
    providerId: key('provider_id').notNull(),
    claimCount: integer('claim_count'),
    deniedCount: integer('denied_count'),
    denialRate: numeric('denial_rate').generatedAlwaysAs(percent('denied_count', 'claim_count')),
    expectedDeniedCount: numeric('expected_denied_count'),
    totalBilled: money('total_billed'),
    totalDenied: money('total_denied'),
    appealCount: integer('appeal_count'),
    overturnCount: integer('overturn_count'),
    improvedPatterns: integer('improved_patterns'),
    /** The patterns behind improved_patterns: [{ patternId, baseline, current }]. */
    improved: jsonb('improved').notNull().default([]),
    /** Observed and expected denials by payer, most claims first: [{ payer, claims, denied, expected }]; expected null where nobody else is. */
    payers: jsonb('payers').notNull().default([]),
    pendingCount: integer('pending_count'),
    appealsDecidedCount: integer('appeals_decided_count'),
    /** Observed / expected denials with its 95 % interval; expected is what the organization's rates give for this provider's own case mix. */
    ratio: doublePrecision('ratio'),
    ratioLow: doublePrecision('ratio_low'),
    ratioHigh: doublePrecision('ratio_high'),
    /** Limits of the funnel for the ratio at this provider's size, widened by the over-dispersion factor of all providers. */
    funnelLow: doublePrecision('funnel_low'),
    funnelHigh: doublePrecision('funnel_high'),
    overDispersion: doublePrecision('over_dispersion'),
    verdict: text('verdict', { enum: providerVerdicts }),
    computationPeriodStart: day('computation_period_start'),
    computationPeriodEnd: day('computation_period_end'),
    computationStatus: text('computation_status', { enum: computationStatuses }).notNull().default('pending'),
    computationVersion: integer('computation_version').notNull().default(1),
    lastComputedAt: moment('last_computed_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.providerId] }),
    foreignKey({ columns: [t.organizationId, t.providerId], foreignColumns: [providers.organizationId, providers.id] }).onDelete('cascade'),
    index('idx_provider_performance_denial').on(t.organizationId, t.denialRate),
    oneOf('provider_performance_verdict_known', t.verdict, providerVerdicts),
    oneOf('provider_performance_computation_known', t.computationStatus, computationStatuses),
  ],
)

/**
 * Days whose daily metrics no longer match the claims. A refresh takes them and removes them; until then screens say "being computed". A mark says
 * what of the day changed (ADR 0015), so that a remittance on a few claims does not cost the whole of their days.
 */
export const serviceDaysToRecompute = pgTable(
  'service_days_to_recompute',
  {
    organizationId: organizationId(),
    dateBasis: text('date_basis', { enum: dateBases }).notNull(),
    day: day('day').notNull(),
    /** import:12, appeal:…, pattern:…: why, for the restatement. */
    cause: text('cause').notNull(),
    markedAt: moment('marked_at').notNull().defaultNow(),
    /** Claims of a day of service whose own facts changed; empty: none, only what is counted beside them. Null: all of the day. */
    claims: text('claims').array(),
    /** Payers ('' = unknown) whose row of the organization's day changed; empty: none. Null: all. */
    payers: text('payers').array(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.dateBasis, t.day] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('service_days_basis_known', t.dateBasis, dateBases),
  ],
)

/** A published day that changed: what, from, to, why. */
export const metricRestatements = pgTable(
  'metric_restatements',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    metric: key('metric').notNull(),
    /** Payer or pattern the row is about; '' for the organization. */
    subject: key('subject').notNull().default(''),
    metricDate: day('metric_date').notNull(),
    oldValue: numeric('old_value'),
    newValue: numeric('new_value'),
    cause: text('cause').notNull(),
    restatedAt: moment('restated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('idx_metric_restatements_day').on(t.organizationId, t.metricDate),
  ],
)

/**
 * How many days after its service or submission a payer first decides a claim: claim_counts[i] claims took lag_days[i] days. '' is the whole
 * organization. Read by every screen that shades days which are not decided yet.
 */
export const payerLagCurves = pgTable(
  'payer_lag_curves',
  {
    organizationId: organizationId(),
    dateBasis: text('date_basis', { enum: dateBases }).notNull(),
    payerId: key('payer_id').notNull(),
    /** The day as of which it was computed. */
    computedFor: day('computed_for').notNull(),
    lagDays: integer('lag_days').array().notNull(),
    claimCounts: integer('claim_counts').array().notNull(),
    computedAt: moment('computed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.dateBasis, t.payerId] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('payer_lag_curves_basis_known', t.dateBasis, dateBases),
  ],
)

export const snapshotKinds = ['organization', 'pattern', 'policy', 'provider'] as const

/** What screens said on a day, taken at its end: one row per thing, its numbers by their names. Never changed afterwards. */
export const metricSnapshots = pgTable(
  'metric_snapshots',
  {
    organizationId: organizationId(),
    snapshotDate: day('snapshot_date').notNull(),
    kind: text('kind', { enum: snapshotKinds }).notNull(),
    subject: key('subject').notNull().default(''),
    values: jsonb('values').notNull(),
    computationVersion: integer('computation_version').notNull(),
    takenAt: moment('taken_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.snapshotDate, t.kind, t.subject] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('metric_snapshots_kind_known', t.kind, snapshotKinds),
  ],
)
