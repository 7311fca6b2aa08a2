import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

/** begun: a write, said before it starts. failed, refused: what became of it otherwise. done: a read, said before its answer goes out. */
export const auditOutcomes = ['begun', 'done', 'failed', 'refused'] as const

/**
 * Who looked at what and changed what. Rows are added and never changed: nobody but the owner of the table could, and each row's hash is over its
 * own content and the hash before it, so that a change shows (`overturn audit verify`). Numbers of an organization follow each other without a gap.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    organizationId: organizationId(),
    number: bigint('number', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    actorId: text('actor_id').notNull(),
    role: text('role').notNull(),
    operation: text('operation').notNull(),
    outcome: text('outcome', { enum: auditOutcomes }).notNull(),
    /** Claims that were shown or changed. */
    claimIds: text('claim_ids').array().notNull(),
    /** What else the operation was about: ids and settings of its input, never text that may hold a patient's name. */
    about: jsonb('about').notNull(),
    channel: text('channel').notNull(),
    address: text('address'),
    requestId: text('request_id'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.number] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('audit_events_outcome_known', t.outcome, auditOutcomes),
    index('idx_audit_events_at').on(t.organizationId, t.at),
    index('idx_audit_events_actor').on(t.organizationId, t.actorId, t.number),
    index('idx_audit_events_claims').using('gin', t.claimIds),
  ],
)

/** Answers of writes that came with a key of the caller's: the same request again gets the same answer, and nothing is done twice. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    organizationId: organizationId(),
    actorId: text('actor_id').notNull(),
    key: text('key').notNull(),
    operation: text('operation').notNull(),
    inputHash: text('input_hash').notNull(),
    /** Null while the first request is still at work. */
    status: bigint('status', { mode: 'number' }),
    answer: jsonb('answer'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.actorId, t.key] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('idx_idempotency_keys_age').on(t.organizationId, t.createdAt),
  ],
)
