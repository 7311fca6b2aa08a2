import { bigint, boolean, doublePrecision, foreignKey, index, integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, key, moment, money, oneOf, organizationId } from './columns.ts'
import { sql } from 'drizzle-orm'
import { organizations } from './organizations.ts'
import { computationStatuses, patternTrends } from './patterns.ts'

export const policyModes = ['active', 'observation', 'draft', 'retired'] as const

/** A payer's or coding rule. Its metrics are null until computed: unknown is not zero. */
export const policies = pgTable(
  'policies',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    name: text('name').notNull(),
    mode: text('mode', { enum: policyModes }).notNull().default('active'),
    description: text('description'),
    clinicalRationale: text('clinical_rationale'),
    topic: text('topic'),
    logicType: text('logic_type'),
    source: text('source'),
    effectiveDate: day('effective_date'),
    endDate: day('end_date'),
    /** As stated ("40-74 years"), and as read. */
    ageRestrictions: text('age_restrictions'),
    ageMin: integer('age_min'),
    ageMax: integer('age_max'),
    frequencyLimits: text('frequency_limits'),
    frequencyLimitCount: integer('frequency_limit_count'),
    frequencyLimitPeriod: text('frequency_limit_period', { enum: ['day', 'week', 'month', 'year'] }),
    frequencyLimitDays: integer('frequency_limit_days'),
    commonMistake: text('common_mistake'),
    fixGuidance: text('fix_guidance'),
    referenceDocs: jsonb('reference_docs').notNull().default([]),
    geography: jsonb('geography'),
    learningMarkersCount: integer('learning_markers_count'),
    recentTests: integer('recent_tests'),

    hitRate: doublePrecision('hit_rate'),
    denialRate: doublePrecision('denial_rate'),
    appealRate: doublePrecision('appeal_rate'),
    overturnRate: doublePrecision('overturn_rate'),
    impact: money('impact'),
    insightCount: integer('insight_count'),
    providersImpacted: integer('providers_impacted'),
    trend: text('trend', { enum: patternTrends }),
    /** The counts behind the rates: adjudicated claims of the period, hit, denied on a hit line; appealed, decided, won. */
    claimCount: integer('claim_count'),
    hitCount: integer('hit_count'),
    deniedCount: integer('denied_count'),
    appealedClaimCount: integer('appealed_claim_count'),
    appealDecidedClaimCount: integer('appeal_decided_claim_count'),
    overturnedClaimCount: integer('overturned_claim_count'),
    withoutModifierCount: integer('without_modifier_count'),
    withoutModifierDeniedCount: integer('without_modifier_denied_count'),
    /** The metrics that an import stated, as they came. */
    reported: jsonb('reported'),

    lastComputedAt: moment('last_computed_at'),
    computationPeriodStart: day('computation_period_start'),
    computationPeriodEnd: day('computation_period_end'),
    computationVersion: integer('computation_version').notNull().default(1),
    computationStatus: text('computation_status', { enum: computationStatuses }).notNull().default('pending'),
    importId: bigint('import_id', { mode: 'number' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('policies_mode_known', t.mode, policyModes),
    oneOf('policies_trend_known', t.trend, patternTrends),
    oneOf('policies_period_known', t.frequencyLimitPeriod, ['day', 'week', 'month', 'year']),
    oneOf('policies_computation_known', t.computationStatus, computationStatuses),
    index('idx_policies_computed').on(t.organizationId, t.lastComputedAt),
  ],
)

/** Procedure codes get a table of their own, as in the guide: the index behind "which policies name this code". */
export const policyProcedureCodes = pgTable(
  'policy_procedure_codes',
  { organizationId: organizationId(), policyId: key('policy_id').notNull(), code: key('code').notNull() },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.policyId, t.code] }),
    foreignKey({ columns: [t.organizationId, t.policyId], foreignColumns: [policies.organizationId, policies.id] }).onDelete('cascade'),
    index('idx_policy_codes').on(t.organizationId, t.code),
  ],
)

export const policyConditionKinds = [
  'diagnosis_code',
  'modifier_required',
  'modifier_forbidden',
  'place_of_service',
  'claim_type',
  'specialty',
  'carc',
  'rarc',
  'related_policy',
] as const

/** Every other list of a policy: diagnosis codes (a trailing * is a prefix), modifiers, places, claim types, reason codes, relations. */
export const policyConditions = pgTable(
  'policy_conditions',
  {
    organizationId: organizationId(),
    policyId: key('policy_id').notNull(),
    kind: text('kind', { enum: policyConditionKinds }).notNull(),
    code: key('code').notNull(),
    label: text('label'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.policyId, t.kind, t.code] }),
    foreignKey({ columns: [t.organizationId, t.policyId], foreignColumns: [policies.organizationId, policies.id] }).onDelete('cascade'),
    oneOf('policy_conditions_kind_known', t.kind, policyConditionKinds),
    index('idx_policy_conditions_code').on(t.organizationId, t.kind, t.code),
  ],
)

/**
 * The lines that meet a policy's conditions, by src/policies/hits.sql.ts (ADR 0013). A line is a hit when it bears the required modifier and
 * exceeds the limit; the others stand here because they are counted apart, or count towards the limit of later ones. Written by the
 * computation alone, so without a key to claims (ADR 0011).
 */
export const policyHits = pgTable(
  'policy_hits',
  {
    organizationId: organizationId(),
    policyId: key('policy_id').notNull(),
    claimId: key('claim_id').notNull(),
    lineNumber: integer('line_number').notNull(),
    /** Day of service of the claim: the day on which the claim is counted. */
    serviceDate: day('service_date').notNull(),
    /** False: the line meets everything but the required modifier. It is no hit, and is counted apart. */
    hasModifier: boolean('has_modifier').notNull().default(true),
    /** The first decision denied the line; null while the claim has no decision. */
    denied: boolean('denied'),
    /** The line's charge, of a claim without lines what was denied of it; null while it is not denied. */
    amount: money('amount'),
    /** Who rendered the service, where the claim says so, else who billed it. */
    providerId: key('provider_id'),
    /** Of a policy with a limit: whose service it is (a hash), the line's own day, and how much. Null where there is no limit. */
    patient: key('patient'),
    countedOn: day('counted_on'),
    units: numeric('units'),
    /** False: within the limit. Always true where the policy has none. */
    exceedsLimit: boolean('exceeds_limit').notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.policyId, t.claimId, t.lineNumber] }),
    foreignKey({ columns: [t.organizationId, t.policyId], foreignColumns: [policies.organizationId, policies.id] }).onDelete('cascade'),
    index('idx_policy_hits_day').on(t.organizationId, t.serviceDate, t.policyId),
    index('idx_policy_hits_claim').on(t.organizationId, t.claimId),
    index('idx_policy_hits_denied')
      .on(t.organizationId, t.policyId, t.serviceDate.desc())
      .where(sql`denied and has_modifier and exceeds_limit`),
    index('idx_policy_hits_patient')
      .on(t.organizationId, t.policyId, t.patient, t.countedOn)
      .where(sql`patient is not null`),
  ],
)
