import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { trailingWindow } from '../dates.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { beginningOf, isOf, isType } from './events.sql.ts'
import { eventColumns, eventOf, type EventRow } from './row.ts'
import { listLearningEventsInput, listLearningEventsOutput } from './schemas.ts'

export const listLearningEvents = defineOperation({
  name: 'learning.events',
  kind: 'read',
  concerns: (_input, { events }) => events.flatMap(({ claimId }) => claimId ?? []),
  summary: 'Lists what people did to learn, newest first.',
  input: listLearningEventsInput,
  output: listLearningEventsOutput,
  async run(context, { who, days, type, pattern, page, limit }) {
    const { db, organization, actor, now } = context
    const window = trailingWindow(todayOf(context), days)
    const conditions = [
      sql`e.organization_id = ${organization.id} and e.timestamp >= ${beginningOf(window, organization.timeZone)} and e.timestamp <= ${now}`,
      isOf(who === 'me' ? actor.id : null),
      ...(type === undefined ? [] : [isType(type)]),
      ...(pattern === undefined ? [] : [sql`e.pattern_id = ${pattern}`]),
    ]
    const where = sql.join(conditions, sql` and `)
    const { total, rows } = await db.transaction(async (tx) => ({
      total: (await tx.row<{ total: number }>(sql`select count(*)::int as total from learning_events e where ${where}`))!.total,
      rows: await tx.rows<EventRow>(sql`
        select ${eventColumns} from learning_events e where ${where} order by e.timestamp desc, e.id desc limit ${limit} offset ${(page - 1) * limit}`),
    }))
    return { window, events: rows.map(eventOf), pagination: paginate(total, { page, limit }), asOf: now.toISOString() }
  },
})
