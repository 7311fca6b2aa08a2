import { bigint, boolean, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { key, moment, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

export const providers = pgTable(
  'providers',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    name: text('name').notNull(),
    npi: text('npi'),
    taxId: text('tax_id'),
    taxonomy: text('taxonomy'),
    specialty: text('specialty'),
    /** Named by a claim only; no file has described it yet. */
    isPlaceholder: boolean('is_placeholder').notNull().default(false),
    importId: bigint('import_id', { mode: 'number' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('idx_providers_npi').on(t.organizationId, t.npi),
  ],
)
