import { sql } from 'drizzle-orm'
import { bigint, boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { claims } from './claims.ts'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'
import { patterns } from './patterns.ts'

export const learningOutcomes = ['correct', 'incorrect', 'skipped', 'incomplete'] as const

/** What people did to learn. `pattern_id` and `claim_id` are links where the object is here; what was referred to stays in `metadata`. */
export const learningEvents = pgTable(
  'learning_events',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    timestamp: moment('timestamp').notNull(),
    type: text('type').notNull(),
    context: text('context'),
    userId: text('user_id'),
    sessionId: text('session_id'),
    deviceType: text('device_type'),
    durationMs: integer('duration_ms'),
    outcomeType: text('outcome_type', { enum: learningOutcomes }),
    correctionApplied: boolean('correction_applied').notNull().default(false),
    patternId: key('pattern_id'),
    claimId: key('claim_id'),
    metadata: jsonb('metadata').notNull().default({}),
    importId: bigint('import_id', { mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    // Deleting a pattern or a claim sets only the link to null: see the migration, `on delete set null (pattern_id)`.
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }),
    foreignKey({ columns: [t.organizationId, t.claimId], foreignColumns: [claims.organizationId, claims.id] }),
    oneOf('learning_events_outcome_known', t.outcomeType, learningOutcomes),
    index('idx_learning_events_pattern')
      .on(t.organizationId, t.patternId, t.timestamp)
      .where(sql`pattern_id is not null`),
    index('idx_learning_events_claim')
      .on(t.organizationId, t.claimId)
      .where(sql`claim_id is not null`),
    index('idx_learning_events_outcome')
      .on(t.organizationId, t.outcomeType, t.timestamp)
      .where(sql`outcome_type is not null`),
    index('idx_events_timestamp_type').on(t.organizationId, t.timestamp.desc(), t.type),
  ],
)
