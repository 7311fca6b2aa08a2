import { sql } from 'drizzle-orm'
import { defineOperation } from '../operation.ts'
import { listViewsInput, listViewsOutput, type View } from './schemas.ts'

export const listViews = defineOperation({
  name: 'views.list',
  kind: 'read',
  summary: 'Lists the saved views of screens: your own, and those that somebody shares with the organization.',
  input: listViewsInput,
  output: listViewsOutput,
  run: async ({ db, organization, actor }, { screen }) => ({
    views: await db.rows<View>(sql`
      select id, screen, name, query, is_shared as "isShared", user_id = ${actor.id} as "isOwn" from saved_views
      where organization_id = ${organization.id} and (user_id = ${actor.id} or is_shared) ${screen === undefined ? sql`` : sql`and screen = ${screen}`}
      order by screen, user_id <> ${actor.id}, lower(name), id`),
  }),
})
