import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { addDays, dateIn } from '../dates.ts'
import { defineOperation } from '../operation.ts'
import { visitsSinceInput, visitsSinceOutput } from './schemas.ts'
import { readNews } from './since.sql.ts'

export const visitsSince = defineOperation({
  name: 'visits.since',
  kind: 'read',
  summary:
    'Says what has happened since your visit before this one ended: files, decisions, cash, patterns, rate changes, appeals, checks, alerts and failed jobs.',
  input: visitsSinceInput,
  output: visitsSinceOutput,
  async run(context) {
    const { db, organization, actor, now } = context
    return db.transaction(async (tx) => {
      const visit = await tx.row<{ endedAt: Date | null }>(
        sql`select previous_ended_at as "endedAt" from visits where organization_id = ${organization.id} and user_id = ${actor.id}`,
      )
      const since = visit?.endedAt ?? null
      if (since === null) return { since: null, news: null, asOf: now.toISOString() }
      const window = { start: dateIn(organization.timeZone, since), end: addDays(todayOf(context), 1) }
      return {
        since: since.toISOString(),
        news: await readNews(tx, { organizationId: organization.id, since, now, window }),
        asOf: now.toISOString(),
      }
    })
  },
})
