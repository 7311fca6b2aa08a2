import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

export const KNOWN_VIEW = 'VIEW-1'

/** A view that somebody shares with the organization. */
export async function insertKnownView({ db, organization, now }: Pick<Context, 'db' | 'organization' | 'now'>, id = KNOWN_VIEW): Promise<void> {
  await db.run(sql`
    insert into saved_views (organization_id, id, user_id, screen, name, query, is_shared, created_at)
    values (${organization.id}, ${id}, 'somebody', 'patterns', ${`View of ${organization.slug}`}, 'tier=critical', true, ${now.toISOString()})`)
}
