import { sql } from 'drizzle-orm'
import { bigint, boolean, doublePrecision, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { actionCategories, patternCategories } from '../../adjudication/catalogue.ts'
import { claims } from './claims.ts'
import { count, day, key, moment, money, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

export const patternStatuses = ['active', 'improving', 'resolved', 'archived'] as const
export const patternTiers = ['critical', 'high', 'medium', 'low'] as const
export const patternTrends = ['up', 'down', 'stable'] as const
export const patternOrigins = ['detected', 'imported'] as const
export const computationStatuses = ['pending', 'computing', 'complete', 'error'] as const
export const recoveryStatuses = ['recoverable', 'partial', 'not_recoverable'] as const

/** A denial reason in a scope. What it holds of numbers is written by src/patterns/refresh.ts from the daily metrics. */
export const patterns = pgTable(
  'patterns',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    category: text('category').notNull(),
    status: text('status', { enum: patternStatuses }).notNull().default('active'),
    tier: text('tier', { enum: patternTiers }).notNull().default('low'),
    origin: text('origin', { enum: patternOrigins }).notNull().default('detected'),
    /** Canonical denial reason; null for an imported pattern whose reason nobody could read. */
    denialReason: text('denial_reason'),
    /** Conditions beside the reason, [{ field, op, value }]; empty for a pattern found by reason alone. */
    scope: jsonb('scope').notNull().default([]),
    /** Reason and scope in one canonical text: a pattern is found once. */
    scopeKey: key('scope_key'),

    scoreFrequency: integer('score_frequency'),
    scoreImpact: money('score_impact'),
    scoreTrend: text('score_trend', { enum: patternTrends }),
    scoreVelocity: doublePrecision('score_velocity'),
    scoreConfidence: doublePrecision('score_confidence'),
    scoreRecency: integer('score_recency'),
    avgDenialAmount: money('avg_denial_amount'),
    totalAtRisk: money('total_at_risk'),
    /**
     * The order of lists: denials of the last six months beyond the rate elsewhere x mean allowed amount x chance of being paid after an appeal or a
     * correction, with its 95 % interval (src/patterns/priority). Null for a pattern by reason alone, which has no elsewhere; the chance it has.
     */
    preventableAmount: money('preventable_amount'),
    preventableLow: money('preventable_low'),
    preventableHigh: money('preventable_high'),
    excessDenials: doublePrecision('excess_denials'),
    recoveryChance: doublePrecision('recovery_chance'),

    learningProgress: integer('learning_progress').notNull().default(0),
    practiceSessionsCompleted: count('practice_sessions_completed'),
    correctionsApplied: count('corrections_applied'),

    /** Service date of the first denial in the pattern. */
    firstDetected: day('first_detected'),
    lastSeen: day('last_seen'),
    /** When the job found it. */
    detectedAt: moment('detected_at'),
    lastUpdated: moment('last_updated').notNull().defaultNow(),

    baselineStart: day('baseline_start'),
    baselineEnd: day('baseline_end'),
    baselineClaimCount: integer('baseline_claim_count'),
    baselineDeniedCount: integer('baseline_denied_count'),
    baselineDenialRate: doublePrecision('baseline_denial_rate'),
    baselineDollarsDenied: money('baseline_dollars_denied'),
    currentStart: day('current_start'),
    currentEnd: day('current_end'),
    currentClaimCount: integer('current_claim_count'),
    currentDeniedCount: integer('current_denied_count'),
    currentDenialRate: doublePrecision('current_denial_rate'),
    currentDollarsDenied: money('current_dollars_denied'),
    /** Baseline and current overlap, or one holds too few claims: nothing may be called improved. */
    insufficientData: boolean('insufficient_data').notNull().default(true),

    suggestedAction: text('suggested_action'),
    actionCategory: text('action_category', { enum: actionCategories }),
    recoveryStatus: text('recovery_status', { enum: recoveryStatuses }),
    shortTermAction: jsonb('short_term_action'),
    longTermAction: jsonb('long_term_action'),
    possibleRootCauses: jsonb('possible_root_causes'),
    /** The numbers and texts that an import stated and that we compute or keep elsewhere, as they came. */
    reported: jsonb('reported'),

    lastComputedAt: moment('last_computed_at'),
    computationVersion: integer('computation_version').notNull().default(1),
    computationStatus: text('computation_status', { enum: computationStatuses }).notNull().default('pending'),
    importId: bigint('import_id', { mode: 'number' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('patterns_category_known', t.category, [...patternCategories, 'unclassified']),
    oneOf('patterns_status_known', t.status, patternStatuses),
    oneOf('patterns_tier_known', t.tier, patternTiers),
    oneOf('patterns_origin_known', t.origin, patternOrigins),
    oneOf('patterns_trend_known', t.scoreTrend, patternTrends),
    oneOf('patterns_action_known', t.actionCategory, actionCategories),
    oneOf('patterns_recovery_known', t.recoveryStatus, recoveryStatuses),
    oneOf('patterns_computation_known', t.computationStatus, computationStatuses),
    uniqueIndex('patterns_scope_once')
      .on(t.organizationId, t.scopeKey)
      .where(sql`scope_key is not null`),
    index('idx_patterns_computed_at').on(t.organizationId, t.lastComputedAt),
    index('idx_patterns_status_computed').on(t.organizationId, t.status, t.computationStatus),
    index('idx_pattern_first_detected').on(t.organizationId, t.firstDetected),
    index('idx_pattern_status_tier').on(t.organizationId, t.status, t.tier),
  ],
)

/**
 * The denials of a pattern, with a scope or by reason alone. Populations are not kept: that of a reason is every adjudicated claim of the organization,
 * which organization_daily_metrics counts (ADR 0004), and that of a scope is counted from the claims of a day (ADR 0019).
 */
export const patternClaims = pgTable(
  'pattern_claims',
  {
    organizationId: organizationId(),
    patternId: key('pattern_id').notNull(),
    claimId: key('claim_id').notNull(),
    /** 0 for a fact of the claim as a whole. */
    lineNumber: integer('line_number').notNull(),
    denied: boolean('denied').notNull(),
    serviceDate: day('service_date'),
    /** The charge that was denied at the first decision. */
    amount: money('amount').notNull().default('0'),
    /** What of the denial is still denied, and the last day on which it can be appealed or corrected; null when it cannot. */
    openAmount: money('open_amount').notNull().default('0'),
    recoverableUntil: day('recoverable_until'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.patternId, t.claimId, t.lineNumber] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.organizationId, t.claimId], foreignColumns: [claims.organizationId, claims.id] }).onDelete('cascade'),
    index('idx_pattern_claims_claim').on(t.organizationId, t.claimId),
    index('idx_pattern_claims_day').on(t.organizationId, t.patternId, t.serviceDate),
    index('idx_pattern_claims_recoverable')
      .on(t.organizationId, t.patternId, t.recoverableUntil)
      .where(sql`recoverable_until is not null`),
  ],
)

/** The denials of a pattern, once each. An imported one may name a claim that no file has brought: `claim_id` is null until it comes. */
export const patternEvidence = pgTable(
  'pattern_evidence',
  {
    organizationId: organizationId(),
    patternId: key('pattern_id').notNull(),
    claimReference: key('claim_reference').notNull(),
    lineNumber: integer('line_number').notNull(),
    claimId: key('claim_id'),
    serviceDate: day('service_date'),
    denialDate: day('denial_date'),
    denialReason: text('denial_reason'),
    denialCarc: text('denial_carc'),
    denialRarc: text('denial_rarc'),
    procedureCode: key('procedure_code'),
    modifiers: text('modifiers')
      .array()
      .notNull()
      .default(sql`'{}'`),
    diagnosisCode: key('diagnosis_code'),
    billedAmount: money('billed_amount'),
    origin: text('origin', { enum: patternOrigins }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.patternId, t.claimReference, t.lineNumber] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.organizationId, t.claimId], foreignColumns: [claims.organizationId, claims.id] }).onDelete('cascade'),
    oneOf('pattern_evidence_origin_known', t.origin, patternOrigins),
    index('idx_pattern_evidence_claim').on(t.organizationId, t.claimId),
    index('idx_pattern_evidence_date').on(t.organizationId, t.patternId, t.serviceDate.desc()),
  ],
)

/** What a pattern is related to, as an import or a person said: policies, procedure codes. */
export const patternRelations = pgTable(
  'pattern_relations',
  {
    organizationId: organizationId(),
    patternId: key('pattern_id').notNull(),
    kind: text('kind', { enum: ['policy', 'procedure_code'] }).notNull(),
    reference: key('reference').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.patternId, t.kind, t.reference] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    oneOf('pattern_relations_kind_known', t.kind, ['policy', 'procedure_code']),
  ],
)

export const patternActionKinds = ['resubmission', 'workflow_update', 'staff_training', 'system_configuration', 'practice_session', 'other'] as const

/** What was done about a pattern, by whom and when: the interventions of the impact ledger, and the improvements an import reports. */
export const patternActions = pgTable(
  'pattern_actions',
  {
    organizationId: organizationId(),
    patternId: key('pattern_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind', { enum: patternActionKinds }).notNull(),
    happenedOn: day('happened_on').notNull(),
    note: text('note'),
    recordedBy: text('recorded_by'),
    reported: jsonb('reported'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.patternId, t.position] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    oneOf('pattern_actions_kind_known', t.kind, patternActionKinds),
  ],
)

/** What people said of a pattern's place in its life, and what its numbers made of it (changed_by 'computation', src/patterns/status-changes.ts). */
export const patternStatusChanges = pgTable(
  'pattern_status_changes',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    patternId: key('pattern_id').notNull(),
    fromStatus: text('from_status', { enum: patternStatuses }).notNull(),
    toStatus: text('to_status', { enum: patternStatuses }).notNull(),
    reason: text('reason').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    oneOf('pattern_status_changes_from_known', t.fromStatus, patternStatuses),
    oneOf('pattern_status_changes_to_known', t.toStatus, patternStatuses),
    index('idx_pattern_status_changes_pattern').on(t.organizationId, t.patternId, t.changedAt),
  ],
)
