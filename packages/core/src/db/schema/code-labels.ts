import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, key, moment, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

/** Texts of a code list that the organization has licensed; Overturn itself ships codes with labels in its own words. */
export const codeLabels = pgTable(
  'code_labels',
  {
    organizationId: organizationId(),
    codeSystem: key('code_system').notNull(),
    code: key('code').notNull(),
    label: text('label').notNull(),
    /** Who licensed it, as the user says. */
    source: text('source').notNull(),
    effectiveFrom: day('effective_from'),
    effectiveTo: day('effective_to'),
    loadedAt: moment('loaded_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.codeSystem, t.code] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)
