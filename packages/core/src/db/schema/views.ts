import { boolean, foreignKey, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

/** Screens whose filters can be kept under a name. */
export const viewScreens = ['dashboard', 'patterns', 'claims', 'worklist', 'payers', 'providers', 'policies', 'codes', 'impact'] as const

/** Filters of a screen under a name: what its address says after the question mark. */
export const savedViews = pgTable(
  'saved_views',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    userId: text('user_id').notNull(),
    screen: text('screen', { enum: viewScreens }).notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    /** Everybody in the organization sees it. */
    isShared: boolean('is_shared').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('saved_views_screen_known', t.screen, viewScreens),
    uniqueIndex('saved_views_one_of_a_name').on(t.organizationId, t.userId, t.screen, t.name),
  ],
)

/** When a person was last here, and when the visit before that ended: what has happened in between is news. */
export const visits = pgTable(
  'visits',
  {
    organizationId: organizationId(),
    userId: text('user_id').notNull(),
    /** Null on the first visit. */
    previousEndedAt: moment('previous_ended_at'),
    lastSeenAt: moment('last_seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.userId] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)
