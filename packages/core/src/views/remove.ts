import { sql } from 'drizzle-orm'
import { mayRemoveSharedViews } from '../access/table.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { removeViewInput, removeViewOutput, type View } from './schemas.ts'

export const removeView = defineOperation({
  name: 'views.remove',
  kind: 'write',
  summary: 'Deletes a saved view: one of your own, or as a manager one that somebody shares.',
  input: removeViewInput,
  output: removeViewOutput,
  async run({ db, organization, actor }, { id }) {
    const removed = await db.row<View>(sql`
      delete from saved_views
      where organization_id = ${organization.id} and id = ${id} and (user_id = ${actor.id} or (is_shared and ${mayRemoveSharedViews.includes(actor.role)}))
      returning id, screen, name, query, is_shared as "isShared", user_id = ${actor.id} as "isOwn"`)
    // Of a view that somebody keeps for themselves not even that it exists is said.
    if (!removed) throw new OverturnError('not_found', 'There is no such view that you may delete: it is gone, or somebody else saved it.')
    return { removed }
  },
})
