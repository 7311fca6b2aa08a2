import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { patternStatuses } from '../db/schema/patterns.ts'
import { OverturnError } from '../errors.ts'
import { refreshAfterWrite } from '../jobs/refresh-after-write.ts'
import { defineOperation } from '../operation.ts'
import { text } from '../schemas.ts'
import { knownPattern } from './no-pattern.ts'

export const setPatternStatus = defineOperation({
  name: 'patterns.setStatus',
  kind: 'write',
  summary: 'Archives a pattern or brings it back, and keeps who did it and why. Whether one improves or is resolved follows from its numbers.',
  input: z.strictObject({
    id: text(100),
    status: z.enum(patternStatuses),
    /** For the record; nothing about a patient belongs here. */
    reason: text(500),
  }),
  output: z.object({ id: z.string(), from: z.enum(patternStatuses), status: z.enum(patternStatuses) }),
  async run(context, { id, status, reason }) {
    const { db, organization, actor, now, log } = context
    const from = await db.transaction(async (tx) => {
      const pattern = await knownPattern(tx, organization, id, { lock: true })
      if (pattern.status === status) throw new OverturnError('conflict', `Pattern ${id} is ${status} already.`)
      if (pattern.adopted && (status === 'improving' || status === 'resolved'))
        throw new OverturnError(
          'conflict',
          `Pattern ${id} is computed from claims: whether it is ${status} follows from its denial rate. You can archive it, or bring it back as active.`,
        )
      if (pattern.adopted && status === 'active' && pattern.status !== 'archived')
        throw new OverturnError('conflict', `Pattern ${id} is ${pattern.status} by its denial rate, and becomes active again when its denials return.`)
      // What was archived has not been computed since: its days are, as those of a pattern that is new.
      await tx.run(sql`
        update patterns set status = ${status}, last_updated = ${now},
          computation_status = case when status = 'archived' and scope_key is not null then 'pending' else computation_status end
        where organization_id = ${organization.id} and id = ${id}`)
      await tx.run(sql`
        insert into pattern_status_changes (organization_id, pattern_id, from_status, to_status, reason, changed_by, changed_at)
        values (${organization.id}, ${id}, ${pattern.status}, ${status}, ${reason}, ${actor.id}, ${now})`)
      return pattern.status
    })
    log.info({ pattern: id, from, status, by: actor.id }, 'pattern status set')
    if (from === 'archived') await refreshAfterWrite(context)
    return { id, from, status }
  },
})
