import { sql } from 'drizzle-orm'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { appealOfLevel, changeAppeal, showAppeal, whichRow } from './change.ts'
import { appealAnswer, reopenAppealInput } from './schemas.ts'

export const reopenAppeal = defineOperation({
  name: 'appeals.reopen',
  kind: 'write',
  summary: 'Takes back what a person said of how an appeal ended: it is open again, unless a payment closes it.',
  concerns: ({ claimId }) => [claimId],
  input: reopenAppealInput,
  output: appealAnswer,
  run: async (context, { claimId, level: wanted }) =>
    changeAppeal(context, claimId, {
      answer: showAppeal(context),
      async work({ tx, organizationId, claim }) {
        const { level, outcome, closedBy } = appealOfLevel(claim, wanted)
        if (closedBy !== 'person') {
          const why = outcome === 'pending' ? 'is open.' : 'was not closed by a person: a file or a payment says how it ended.'
          throw new OverturnError('conflict', `Appeal ${level} of claim ${claimId} ${why}`)
        }
        // An appeal that a file brought is what that file says again, and is undone with it.
        await tx.run(sql`
          update claim_appeals set outcome = 'pending', decided_on = null, withdrawn_on = null, recovered_amount = null, closed_by = null, decided_by = null,
            changed_at = case when import_id is null then clock_timestamp() end
          where ${whichRow(organizationId, claimId, level)}`)
        return level
      },
    }),
})
