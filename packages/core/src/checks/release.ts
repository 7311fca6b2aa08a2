import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { knownPattern } from '../patterns/no-pattern.ts'
import { checkOf, knownCheck } from './row.ts'
import { missingForRelease } from './rules.ts'
import { checkOutput, releaseCheckInput } from './schemas.ts'

/** Also an action on the pattern: from this day on fewer such claims may be sent, which the impact ledger has to know. */
export const releaseCheck = defineOperation({
  name: 'checks.release',
  kind: 'write',
  summary: 'Takes a pre-submission check out of shadow: from now on it warns of claims. Without enough evidence in shadow a reason has to be given.',
  input: releaseCheckInput,
  output: checkOutput,
  async run(context, { id, anyway }) {
    const { db, organization, actor, now, log } = context
    const { patternId, latest } = await knownCheck(db, organization, id)
    const missing = missingForRelease(latest)
    if (missing !== null && anyway === undefined)
      throw new OverturnError(
        'conflict',
        `Check ${id} has not shown enough in shadow: ${missing}. Wait, or say in "anyway" why it shall be released all the same.`,
      )
    await db.transaction(async (tx) => {
      await knownPattern(tx, organization, patternId, { lock: true })
      const released = await tx.run(sql`
        update pattern_checks set state = 'live', live_at = ${now}, live_by = ${actor.id} where organization_id = ${organization.id} and id = ${id} and state = 'shadow'`)
      const { state } = await knownCheck(tx, organization, id)
      if (released === 0) throw new OverturnError('conflict', `Check ${id} is ${state}; only one in shadow can be released.`)
      const note = `Check ${id} warns of such claims before they are sent.${missing !== null && anyway !== undefined ? ` Released without enough evidence in shadow: ${anyway}` : ''}`
      await tx.run(sql`
        insert into pattern_actions (organization_id, pattern_id, position, kind, happened_on, note, recorded_by)
        select ${organization.id}, ${patternId}, coalesce(max(position), 0) + 1, 'system_configuration', ${todayOf(context)}, ${note}, ${actor.id}
        from pattern_actions where organization_id = ${organization.id} and pattern_id = ${patternId}`)
    })
    log.info({ check: id, by: actor.id, anyway: anyway !== undefined }, 'check released')
    return checkOf(await knownCheck(db, organization, id))
  },
})
