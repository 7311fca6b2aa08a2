import { sql } from 'drizzle-orm'
import { decimalText } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { appealOfLevel, assertNone, changeAppeal, ofFile, showAppeal, whichRow } from './change.ts'
import { filingProblems } from './rules.ts'
import { appealAnswer, correctAppealInput } from './schemas.ts'

export const correctAppeal = defineOperation({
  name: 'appeals.correct',
  kind: 'write',
  summary: 'Corrects what a person entered of an appeal: day, lines, amount, deadline or note. What is left out stays.',
  concerns: ({ claimId }) => [claimId],
  input: correctAppealInput,
  output: appealAnswer,
  run: async (context, { claimId, level: wanted, amount: stated, ...input }) =>
    changeAppeal(context, claimId, {
      answer: showAppeal(context),
      async work({ tx, organizationId, claim, today }) {
        const appeal = appealOfLevel(claim, wanted)
        const { level, importId, endedOn } = appeal
        if (importId !== null) throw ofFile(claimId, level, 'came with a file. Import a corrected file, or undo that import.')
        // Who files an appeal here says when.
        const filedOn = input.filedOn ?? appeal.filedOn!
        const lineNumbers = [...new Set(input.lineNumbers ?? appeal.lineNumbers)].sort((a, b) => a - b)
        const amount = stated === undefined ? appeal.amount : stated
        assertNone(filingProblems({ filedOn, endedOn, lineNumbers, amount }, claim, today))
        await tx.run(sql`
          update claim_appeals set appeal_date = ${filedOn}, line_numbers = ${sql.param(lineNumbers)}::int[], disputed_amount = ${amount === null ? null : decimalText(amount)},
            deadline = ${input.deadline === undefined ? sql`deadline` : input.deadline}, note = ${input.note === undefined ? sql`note` : input.note}, changed_at = clock_timestamp()
          where ${whichRow(organizationId, claimId, level)}`)
        // By its new day another payment may be the one that closed it, or none.
        await tx.run(sql`
          update claim_appeals set outcome = 'pending', decided_on = null, recovered_amount = null, closed_by = null
          where ${whichRow(organizationId, claimId, level)} and closed_by = 'remittance'`)
        return level
      },
    }),
})
