import { doublePrecision, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'
import { patterns } from './patterns.ts'

export const labOutcomes = ['correct', 'incorrect', 'skipped'] as const

/** A denied claim that somebody practices on in the Claim Lab: what was tried is not kept, only how often and with how much help. */
export const labCases = pgTable(
  'lab_cases',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    userId: text('user_id').notNull(),
    patternId: key('pattern_id').notNull(),
    claimId: key('claim_id').notNull(),
    startedAt: moment('started_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    hintsTaken: integer('hints_taken').notNull().default(0),
    /** Null while it is being worked on. */
    outcome: text('outcome', { enum: labOutcomes }),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    oneOf('lab_cases_outcome_known', t.outcome, labOutcomes),
    index('idx_lab_cases_person').on(t.organizationId, t.userId, t.patternId, t.startedAt),
  ],
)

/** When a person should meet a pattern again, as the scheduler (FSRS) left it after the latest case. */
export const practiceCards = pgTable(
  'practice_cards',
  {
    organizationId: organizationId(),
    userId: text('user_id').notNull(),
    patternId: key('pattern_id').notNull(),
    dueAt: moment('due_at').notNull(),
    /** Days until the chance of remembering has fallen to 90 %. */
    stability: doublePrecision('stability').notNull(),
    /** 1 to 10. */
    difficulty: doublePrecision('difficulty').notNull(),
    /** State and step of the scheduler: 0 new, 1 learning, 2 review, 3 relearning. */
    state: integer('state').notNull(),
    learningStep: integer('learning_step').notNull().default(0),
    scheduledDays: integer('scheduled_days').notNull(),
    reviews: integer('reviews').notNull(),
    lapses: integer('lapses').notNull(),
    lastReviewAt: moment('last_review_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId, t.patternId] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    index('idx_practice_cards_due').on(t.organizationId, t.userId, t.dueAt),
  ],
)
