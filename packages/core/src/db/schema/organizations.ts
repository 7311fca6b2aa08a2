import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** A practice or group: the tenant. */
export const organizations = pgTable('organizations', {
  id: integer('id').primaryKey().generatedByDefaultAsIdentity(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** IANA name; every calendar date of the organization is a date there. */
  timeZone: text('time_zone').notNull().default('America/New_York'),
  /** Thresholds and preferences that differ from the defaults, see src/settings.ts. */
  settings: jsonb('settings').notNull().default({}),
  /** What stands above a letter of the practice: its address, telephone, NPI. */
  letterhead: text('letterhead'),
  isDemo: boolean('is_demo').notNull().default(false),
  createdAt: moment('created_at').notNull().defaultNow(),
})
