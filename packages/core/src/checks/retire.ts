import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { checkOf, knownCheck } from './row.ts'
import { checkOutput, retireCheckInput } from './schemas.ts'

export const retireCheck = defineOperation({
  name: 'checks.retire',
  kind: 'write',
  summary: 'Ends a pre-submission check, and keeps who did it and why. Its pattern can be made a check again.',
  input: retireCheckInput,
  output: checkOutput,
  async run(context, { id, reason }) {
    const { db, organization } = context
    const { state } = await knownCheck(db, organization, id)
    if (!(await retire(context, id, reason))) throw new OverturnError('conflict', `Check ${id} is ${state} already.`)
    return checkOf(await knownCheck(db, organization, id))
  },
})

/** Returns whether it was running until now. */
export async function retire({ db, organization, actor, now, log }: Context, id: string, because: string): Promise<boolean> {
  const ended = await db.run(sql`
    update pattern_checks set state = 'retired', retired_at = ${now}, retired_by = ${actor.id}, retired_because = ${because}
    where organization_id = ${organization.id} and id = ${id} and state <> 'retired'`)
  if (ended > 0) log.info({ check: id, by: actor.id }, 'check retired')
  return ended > 0
}
