import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { mayShareViews } from '../access/table.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { notKept, viewFilters, type ViewScreen } from './filters.ts'
import { saveViewInput, saveViewOutput } from './schemas.ts'

/** More of one screen nobody finds again in a menu. */
const MOST = 100

interface Stored {
  id: string
  query: string
  isShared: boolean
}

export const saveView = defineOperation({
  name: 'views.save',
  kind: 'write',
  summary: 'Saves the filters of a screen under a name, in place of what you have saved under it before. Sharing it is for analysts.',
  input: saveViewInput,
  output: saveViewOutput,
  async run({ db, organization, actor, now }, { screen, name, query, shared }) {
    refuseUnknown(screen, query)
    if (shared && !mayShareViews.includes(actor.role))
      throw new OverturnError('forbidden', `Your role (${actor.role}) may not share views: that is for ${mayShareViews.join(', ')}. Save it for yourself.`)
    return db.transaction(async (tx) => {
      const own = sql`organization_id = ${organization.id} and user_id = ${actor.id} and screen = ${screen}`
      const before = await tx.row<Stored>(sql`select id, query, is_shared as "isShared" from saved_views where ${own} and name = ${name}`)
      if (!before && (await tx.row<{ views: number }>(sql`select count(*)::int as views from saved_views where ${own}`))!.views >= MOST)
        throw new OverturnError('conflict', `You have ${MOST} views of this screen, and there is no room for more. Delete one that you no longer use.`)
      const written = await tx.row<{ id: string }>(sql`
        insert into saved_views (organization_id, id, user_id, screen, name, query, is_shared, created_at)
        values (${organization.id}, ${randomUUID()}, ${actor.id}, ${screen}, ${name}, ${query}, ${shared}, ${now.toISOString()})
        on conflict (organization_id, user_id, screen, name) do update set query = excluded.query, is_shared = excluded.is_shared
        returning id`)
      return {
        view: { id: written!.id, screen, name, query, isShared: shared, isOwn: true },
        replaced: before && { query: before.query, isShared: before.isShared },
      }
    })
  },
})

/** The names are repeated, never the values: somebody may have typed a patient's name. */
function refuseUnknown(screen: ViewScreen, query: string): void {
  const strangers = notKept(screen, query)
  if (strangers.length === 0) return
  const message = `holds what a view of ${screen} does not keep; it keeps ${viewFilters[screen].join(', ')}, each once`
  throw new OverturnError('invalid_input', `query: ${message}.`, { fields: [{ field: 'query', message }] })
}
