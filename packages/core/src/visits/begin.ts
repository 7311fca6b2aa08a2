import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { VISIT_GAP_MINUTES } from './rules.ts'

export const beginVisit = defineOperation({
  name: 'visits.begin',
  kind: 'write',
  isPresence: true,
  summary: `Marks that you are here. After ${VISIT_GAP_MINUTES} minutes without a mark a new visit begins, and the one before has ended at its last mark.`,
  input: z.strictObject({}),
  output: z.object({
    /** When the visit before this one ended; null on the first. */
    previousEndedAt: z.string().nullable(),
  }),
  async run({ db, organization, actor, now }) {
    const moment = sql`${now.toISOString()}::timestamptz`
    const visit = await db.row<{ endedAt: Date | null }>(sql`
      insert into visits as v (organization_id, user_id, previous_ended_at, last_seen_at) values (${organization.id}, ${actor.id}, null, ${moment})
      on conflict (organization_id, user_id) do update set last_seen_at = greatest(v.last_seen_at, ${moment}),
        previous_ended_at = case when ${moment} > v.last_seen_at + make_interval(mins => ${VISIT_GAP_MINUTES}) then v.last_seen_at else v.previous_ended_at end
      returning previous_ended_at as "endedAt"`)
    return { previousEndedAt: visit!.endedAt?.toISOString() ?? null }
  },
})
