import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key, moment, money, oneOf, organizationId } from './columns.ts'
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
