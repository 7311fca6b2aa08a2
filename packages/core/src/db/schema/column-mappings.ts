import { foreignKey, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key, moment, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

/** What the columns of a table (CSV) mean, once somebody has confirmed it; known again by its header. */
export const columnMappings = pgTable(
  'column_mappings',
  {
    organizationId: organizationId(),
    /** Hash of the normalized header. */
    headerKey: key('header_key').notNull(),
    name: text('name').notNull(),
    mapping: jsonb('mapping').notNull(),
    confirmedBy: text('confirmed_by').notNull(),
    confirmedAt: moment('confirmed_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.headerKey] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)
