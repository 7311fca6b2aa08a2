import { sql } from 'drizzle-orm'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { assess } from './assess.ts'
import { knownCase, mustBeOpen, paidLineOf } from './case-row.ts'
import { runCaseInput, runCaseOutput } from './schemas.ts'
import { recordShown } from './shown.ts'

/** What was tried is not kept, only that it was. */
export const runCase = defineOperation({
  name: 'lab.run',
  kind: 'write',
  summary: 'Says what an edited claim would still be denied by, what the edits are, and whether paid claims show that they are a fix. Counts as a run.',
  input: runCaseInput,
  output: runCaseOutput,
  async run(context, { id, claim }) {
    const { db, organization, actor } = context
    const { prepared, assessed } = await db.as('overturn_reader').transaction(async (tx) => {
      const { stored, prepared } = await knownCase(tx, context, id)
      mustBeOpen(stored)
      if (!prepared.edit)
        throw new OverturnError('conflict', `Case ${id} asks a question: no edit of the claim is the answer. Finish it with one of its options.`)
      return { prepared, assessed: await assess(tx, organization.id, prepared, prepared.edit, claim) }
    })
    const counted = await db.row<{ attempts: number }>(sql`
      update lab_cases set attempts = attempts + 1 where organization_id = ${organization.id} and user_id = ${actor.id} and id = ${id} and outcome is null returning attempts`)
    if (!counted) throw new OverturnError('conflict', `Case ${id} was finished meanwhile. Start another one.`)
    if (assessed.twin) await recordShown(context, 'lab.run', id, [prepared.claim.id, assessed.twin.claimId])
    return { ...assessed, twin: assessed.twin && paidLineOf(prepared, assessed.twin), ...counted }
  },
})
