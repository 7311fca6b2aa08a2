import { sql } from 'drizzle-orm'
import type { claimStatuses } from '../db/schema/claims.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { appealOfLevel, changeAppeal, ofFile, whichRow } from './change.ts'
import { removeAppealInput, removeAppealOutput } from './schemas.ts'

export const removeAppeal = defineOperation({
  name: 'appeals.remove',
  kind: 'write',
  summary: 'Removes an appeal that a person entered by mistake, as if it had never been filed.',
  concerns: ({ claimId }) => [claimId],
  input: removeAppealInput,
  output: removeAppealOutput,
  run: async (context, { claimId, level }) =>
    changeAppeal(context, claimId, {
      async work({ tx, organizationId, claim }) {
        const { importId, isReported } = appealOfLevel(claim, level)
        if (importId !== null) throw ofFile(claimId, level, 'came with a file. Undo that import, or say that the appeal was withdrawn.')
        if (isReported) throw ofFile(claimId, level, 'stands in a file that was imported since, too. Undo that import first.')
        if (claim.appeals.some((later) => later.level > level))
          throw new OverturnError('conflict', `A later appeal of claim ${claimId} builds on appeal ${level}. Remove that one first.`)
        await tx.run(sql`delete from claim_appeals where ${whichRow(organizationId, claimId, level)}`)
        return level
      },
      async answer({ tx, organizationId }, removed) {
        const claim = await tx.row<{ status: (typeof claimStatuses)[number] }>(
          sql`select status from claims where organization_id = ${organizationId} and id = ${claimId}`,
        )
        return { claimId, level: removed, claimStatus: claim!.status }
      },
    }),
})
