import { sql } from 'drizzle-orm'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { knownCase, mustBeOpen, paidLineOf } from './case-row.ts'
import { hintsOf } from './hints.ts'
import { caseInput, hintOutput } from './schemas.ts'
import { recordShown } from './shown.ts'

export const takeHint = defineOperation({
  name: 'lab.hint',
  kind: 'write',
  summary: 'Gives the next hint to a case of yours, and counts it.',
  input: caseInput,
  output: hintOutput,
  async run(context, { id }) {
    const { db, organization, actor } = context
    const { stored, prepared } = await db.as('overturn_reader').transaction((tx) => knownCase(tx, context, id))
    mustBeOpen(stored)
    const hints = hintsOf(id, prepared)
    const counted = await db.row<{ hintsTaken: number }>(sql`
      update lab_cases set hints_taken = hints_taken + 1
      where organization_id = ${organization.id} and user_id = ${actor.id} and id = ${id} and outcome is null and hints_taken < ${hints.length}
      returning hints_taken as "hintsTaken"`)
    if (!counted) throw new OverturnError('conflict', `There is no further hint to case ${id}: all ${hints.length} are taken.`)
    const { text, twin } = hints[counted.hintsTaken - 1]!
    if (twin) await recordShown(context, 'lab.hint', id, [stored.claimId, twin.claimId])
    return { hint: { text, twin: twin && paidLineOf(prepared, twin) }, ...counted, hintCount: hints.length }
  },
})
