import { bigint, foreignKey, index, integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, key, moment, money, oneOf, organizationId, percent } from './columns.ts'
import { organizations } from './organizations.ts'

/** Reference text per procedure code, as imported. What the organization's own claims say of a code is computed elsewhere. */
export const codeIntelligence = pgTable(
  'code_intelligence',
  {
    organizationId: organizationId(),
    procedureCode: key('procedure_code').notNull(),
    description: text('description'),
    category: text('category'),
    averageReimbursement: money('average_reimbursement'),
    frequencyLimitCount: integer('frequency_limit_count'),
    frequencyLimitPeriod: text('frequency_limit_period', { enum: ['day', 'week', 'month', 'year'] }),
    /** [{ reason, frequency, patternId }] */
    commonDenialReasons: jsonb('common_denial_reasons').notNull().default([]),
    requiredModifiers: jsonb('required_modifiers').notNull().default([]),
    relatedCodes: jsonb('related_codes').notNull().default([]),
    ageRestrictionMin: integer('age_restriction_min'),
    ageRestrictionMax: integer('age_restriction_max'),
    commonMistakes: text('common_mistakes'),
    fixGuidance: text('fix_guidance'),
    source: text('source'),
    referenceUrl: text('reference_url'),
    /** Everything else the source had: documentation requirements, payer rules, usage history. */
    extra: jsonb('extra').notNull().default({}),
    importId: bigint('import_id', { mode: 'number' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    // The guide's idx_code_procedure is this key.
    primaryKey({ columns: [t.organizationId, t.procedureCode] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('code_intelligence_period_known', t.frequencyLimitPeriod, ['day', 'week', 'month', 'year']),
    index('idx_code_category').on(t.organizationId, t.category),
  ],
)

/** What the organization's own lines of a procedure code say, over the period. Written by src/codes/performance/. */
export const codePerformance = pgTable(
  'code_performance',
  {
    organizationId: organizationId(),
    procedureCode: key('procedure_code').notNull(),
    computationPeriodStart: day('computation_period_start').notNull(),
    computationPeriodEnd: day('computation_period_end').notNull(),
    /** Lines submitted, decided (duplicates apart), and denied at the first decision. */
    lineCount: integer('line_count').notNull(),
    decidedLineCount: integer('decided_line_count').notNull(),
    deniedLineCount: integer('denied_line_count').notNull(),
    denialRate: numeric('denial_rate').generatedAlwaysAs(percent('denied_line_count', 'decided_line_count')),
    billedAmount: money('billed_amount').notNull(),
    deniedAmount: money('denied_amount').notNull(),
    /** Sum over the lines of which the allowed amount is known, and how many those are. */
    allowedAmount: money('allowed_amount').notNull(),
    allowedLineCount: integer('allowed_line_count').notNull(),
    /** [{ reason, denials, patternId }], most first. */
    denialReasons: jsonb('denial_reasons').notNull(),
    /** [{ modifier, paid, denied }]: lines that bear it; '' is none. */
    modifiers: jsonb('modifiers').notNull(),
    /** [{ procedureCode, claims }]: other codes of the same claims. */
    billedWith: jsonb('billed_with').notNull(),
    computationVersion: integer('computation_version').notNull().default(1),
    lastComputedAt: moment('last_computed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.procedureCode] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)
