import { sql } from 'drizzle-orm'
import { todayOf } from '../../context.ts'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { knownPattern } from '../no-pattern.ts'
import { recordActionInput, recordActionOutput } from './schemas.ts'

export const recordPatternAction = defineOperation({
  name: 'patterns.actions.record',
  kind: 'write',
  summary: 'Records what was done about a pattern: resubmission, workflow update, staff training, system configuration, or something else.',
  input: recordActionInput,
  output: recordActionOutput,
  async run(context, { patternId, kind, happenedOn, note = null }) {
    const { db, organization, actor, log, now } = context
    const today = todayOf(context)
    if (happenedOn > today)
      throw new OverturnError('invalid_input', `happenedOn: is after today, ${today}. Record what was done once it is.`, {
        fields: [{ field: 'happenedOn', message: `is after today, ${today}` }],
      })
    const position = await db.transaction(async (tx) => {
      // Whoever records at the same moment gets the next number.
      await knownPattern(tx, organization, patternId, { lock: true })
      const written = await tx.row<{ position: number }>(sql`
        insert into pattern_actions (organization_id, pattern_id, position, kind, happened_on, note, recorded_by, created_at)
        select ${organization.id}, ${patternId}, coalesce(max(position), 0) + 1, ${kind}, ${happenedOn}, ${note}, ${actor.id}, ${now}
        from pattern_actions where organization_id = ${organization.id} and pattern_id = ${patternId} returning position`)
      return written!.position
    })
    log.info({ pattern: patternId, kind, position, by: actor.id }, 'pattern action recorded')
    return { patternId, action: { position, kind, happenedOn, note, recordedBy: actor.id, isOwn: true } }
  },
})
