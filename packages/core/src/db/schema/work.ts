import { bigint, date, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

export const workStates = ['open', 'done', 'given_up'] as const

/** What somebody decided about the work on a claim's denials. A claim without a row is open, is nobody's and waits for nothing. No foreign key to claims: ADR 0011. */
export const workItems = pgTable(
  'work_items',
  {
    organizationId: organizationId(),
    claimId: key('claim_id').notNull(),
    state: text('state', { enum: workStates }).notNull().default('open'),
    /** A member's user id. */
    assignedTo: text('assigned_to'),
    /** Not before this day. */
    snoozedUntil: date('snoozed_until', { mode: 'string' }),
    /** When state or day was last said, by the database's clock; giving the work to somebody leaves it. */
    updatedAt: moment('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.claimId] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('work_items_state_known', t.state, workStates),
    index('idx_work_items_assigned').on(t.organizationId, t.assignedTo),
  ],
)

/** What people write down while they work a denial. It may speak of the patient: whoever may not see patients may not read it. */
export const workNotes = pgTable(
  'work_notes',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    claimId: key('claim_id').notNull(),
    body: text('body').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: moment('written_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('idx_work_notes_claim').on(t.organizationId, t.claimId, t.writtenAt),
  ],
)

/** Appeal letters of the organization's own wording, with places to be filled in; those that come with Overturn stand in the code. */
export const letterTemplates = pgTable(
  'letter_templates',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    name: text('name').notNull(),
    body: text('body').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)
