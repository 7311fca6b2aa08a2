import { bigint, customType, foreignKey, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { key, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * The text that claims and decisions were read from, packed by some hundred records: most of it is the same from claim to claim. `id` is the row
 * id of its first record. It names patients: only those who may know who they are read it. `src/imports/merge/source-texts.ts` packs and unpacks.
 */
export const sourceChunks = pgTable(
  'source_chunks',
  { organizationId: organizationId(), id: bigint('id', { mode: 'number' }).notNull(), content: bytes('content').notNull() },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)

/** The records that told of a claim as it was submitted; decisions have row ids of their own. No foreign key to claims: ADR 0011. */
export const claimSources = pgTable(
  'claim_sources',
  { organizationId: organizationId(), claimId: key('claim_id').notNull(), id: bigint('id', { mode: 'number' }).notNull() },
  (t) => [primaryKey({ columns: [t.organizationId, t.claimId, t.id] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)
