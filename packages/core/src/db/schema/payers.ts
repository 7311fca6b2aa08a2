import { bigint, boolean, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key, moment, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

export const payers = pgTable(
  'payers',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    name: text('name').notNull(),
    /** Named by a reference only; nothing has described it yet. */
    isPlaceholder: boolean('is_placeholder').notNull().default(false),
    /** Days after a decision in which it can be appealed; the payer's contract or rule. */
    appealWindowDays: integer('appeal_window_days').notNull().default(180),
    /** Days after the service in which a (corrected) claim can be filed. */
    timelyFilingDays: integer('timely_filing_days').notNull().default(365),
    /** Who set the two, and when; null while they are what is assumed of every payer. */
    windowsSetBy: text('windows_set_by'),
    windowsSetAt: moment('windows_set_at'),
    /** Where appeals are sent, as it stands on the envelope. */
    appealsAddress: text('appeals_address'),
    importId: bigint('import_id', { mode: 'number' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)
