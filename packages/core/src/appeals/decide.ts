import { sql } from 'drizzle-orm'
import { decimalText } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { appealOfLevel, assertNone, changeAppeal, ofFile, showAppeal, whichRow } from './change.ts'
import { decisionProblems } from './rules.ts'
import { appealAnswer, decideAppealInput } from './schemas.ts'

export const decideAppeal = defineOperation({
  name: 'appeals.decide',
  kind: 'write',
  summary: 'Says how an appeal ended: overturned, partially overturned, upheld or withdrawn. The claim is overturned only once the payment is here.',
  concerns: ({ claimId }) => [claimId],
  input: decideAppealInput,
  output: appealAnswer,
  run: async (context, { claimId, level: wanted, outcome, on, amount = null }) =>
    changeAppeal(context, claimId, {
      answer: showAppeal(context),
      async work({ tx, organizationId, claim, today }) {
        const appeal = appealOfLevel(claim, wanted)
        const { level, closedBy } = appeal
        if (appeal.outcome !== 'pending' && closedBy !== 'person')
          throw ofFile(
            claimId,
            level,
            closedBy === 'remittance' ? 'was closed by a payment: there is nothing left to decide.' : 'was decided by what its file says.',
          )
        assertNone(decisionProblems({ outcome, on, amount }, appeal, claim.billed, today))
        const isWithdrawn = outcome === 'withdrawn'
        await tx.run(sql`
          update claim_appeals set outcome = ${outcome}, decided_on = ${isWithdrawn ? null : on}, withdrawn_on = ${isWithdrawn ? on : null},
            recovered_amount = ${amount === null ? null : decimalText(amount)}, closed_by = 'person', decided_by = ${context.actor.id}, changed_at = clock_timestamp()
          where ${whichRow(organizationId, claimId, level)}`)
        return level
      },
    }),
})
