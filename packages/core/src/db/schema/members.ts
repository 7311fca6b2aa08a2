import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { roles } from '../../access/roles.ts'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { users } from './identity.ts'
import { organizations } from './organizations.ts'

/** Who belongs to an organization, and as what. */
export const members = pgTable(
  'members',
  {
    organizationId: organizationId(),
    userId: text('user_id').notNull(),
    role: text('role', { enum: roles }).notNull(),
    addedAt: moment('added_at').notNull().defaultNow(),
    addedBy: text('added_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete('cascade'),
    oneOf('members_role_known', t.role, roles),
    index('idx_members_user').on(t.userId),
  ],
)

/** A seat that somebody is offered. Whoever has the link may take it, once: only its hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    email: text('email').notNull(),
    role: text('role', { enum: roles }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by').notNull(),
    invitedAt: moment('invited_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('invitations_role_known', t.role, roles),
  ],
)

/** Keys of programs. A token has a role and, within it, the areas that it is for; only its hash is kept. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    role: text('role', { enum: roles }).notNull(),
    /** What it may call: `claims.read`, `claims.write`, or `*` for all that its role may. */
    scopes: text('scopes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    /** To the minute: not every request writes. */
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('api_tokens_role_known', t.role, roles),
  ],
)

/** Practices that let somebody see what they have in common. */
export const networks = pgTable('networks', {
  id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
})

export const networkPractices = pgTable(
  'network_practices',
  {
    networkId: integer('network_id')
      .notNull()
      .references(() => networks.id, { onDelete: 'cascade' }),
    /** Not `organization_id`: this is no table of the organization, and none of its transactions sees it. */
    practiceId: integer('practice_id')
      .notNull()
      .references(() => organizations.id),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.practiceId] })],
)

export const networkAnalysts = pgTable(
  'network_analysts',
  {
    networkId: integer('network_id')
      .notNull()
      .references(() => networks.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.userId] })],
)
