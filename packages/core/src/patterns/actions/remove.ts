import { sql } from 'drizzle-orm'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { knownPattern } from '../no-pattern.ts'
import { removeActionInput, removeActionOutput } from './schemas.ts'

export const removePatternAction = defineOperation({
  name: 'patterns.actions.remove',
  kind: 'write',
  summary: 'Removes an action that a person recorded by mistake.',
  input: removeActionInput,
  output: removeActionOutput,
  async run({ db, organization, actor, log }, { patternId, position }) {
    await db.transaction(async (tx) => {
      await knownPattern(tx, organization, patternId, { lock: true })
      const which = sql`organization_id = ${organization.id} and pattern_id = ${patternId} and position = ${position}`
      const found = await tx.row<{ reported: boolean }>(sql`select reported is not null as reported from pattern_actions where ${which}`)
      if (!found)
        throw new OverturnError('not_found', `Pattern ${patternId} has no action ${position}. Its page lists those there are.`, {
          command: `overturn actions list ${patternId}`,
        })
      if (found.reported)
        throw new OverturnError('conflict', `Action ${position} of pattern ${patternId} came with an import, which says it again. Import a corrected export.`)
      await tx.run(sql`delete from pattern_actions where ${which}`)
    })
    log.info({ pattern: patternId, position, by: actor.id }, 'pattern action removed')
    return { patternId, position }
  },
})
