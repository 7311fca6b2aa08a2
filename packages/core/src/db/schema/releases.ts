import { sql } from 'drizzle-orm'
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

/** candidate: computed beside, shown to its previewers only. released: what everybody sees. retired: was released before. */
export const releaseStates = ['candidate', 'released', 'retired'] as const

/** How far a computation_version is launched in an organization. Without a row the version is unknown to it. */
export const computationReleases = pgTable(
  'computation_releases',
  {
    organizationId: organizationId(),
    version: integer('version').notNull(),
    state: text('state', { enum: releaseStates }).notNull().default('candidate'),
    /** Members who see a candidate in place of what is released. */
    previewers: text('previewers')
      .array()
      .notNull()
      .default(sql`'{}'`),
    computedAt: moment('computed_at'),
    releasedAt: moment('released_at'),
    releasedBy: text('released_by'),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: text('created_by'),
    /** Who changed its state or its previewers last, and when. */
    changedAt: moment('changed_at'),
    changedBy: text('changed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.version] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('computation_releases_state_known', t.state, releaseStates),
    uniqueIndex('computation_releases_one_released')
      .on(t.organizationId)
      .where(sql`state = 'released'`),
  ],
)

/** What a version that is not released computes of a thing: the columns that it would write, by their names. */
export const computedBeside = pgTable(
  'computed_beside',
  {
    organizationId: organizationId(),
    version: integer('version').notNull(),
    kind: text('kind', { enum: ['pattern', 'policy', 'provider'] }).notNull(),
    subject: key('subject').notNull(),
    values: jsonb('values').notNull(),
    computedAt: moment('computed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.version, t.kind, t.subject] }),
    foreignKey({ columns: [t.organizationId, t.version], foreignColumns: [computationReleases.organizationId, computationReleases.version] }).onDelete(
      'cascade',
    ),
    oneOf('computed_beside_kind_known', t.kind, ['pattern', 'policy', 'provider']),
  ],
)
