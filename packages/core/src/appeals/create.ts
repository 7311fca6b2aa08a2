import { sql } from 'drizzle-orm'
import { OverturnError } from '../errors.ts'
import { decimalText } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { assertNone, changeAppeal, showAppeal } from './change.ts'
import type { StoredAppealedClaim } from './load.ts'
import { deadlineOf, filingProblems, isDenied, nextLevel } from './rules.ts'
import { appealAnswer, createAppealInput } from './schemas.ts'

export const createAppeal = defineOperation({
  name: 'appeals.create',
  kind: 'write',
  summary: 'Records an appeal that was filed: its claim, day, level, lines and amount. A payment that is there already may close it at once.',
  concerns: ({ claimId }) => [claimId],
  input: createAppealInput,
  output: appealAnswer,
  run: async (context, { claimId, level: wanted, amount, note, ...input }) =>
    changeAppeal(context, claimId, {
      answer: showAppeal(context),
      async work({ tx, organizationId, claim, today }) {
        const level = wanted ?? nextLevel(claim.appeals)
        assertAppealable(claim, level)
        const lineNumbers = [...new Set(input.lineNumbers)].sort((a, b) => a - b)
        const filing = { filedOn: input.filedOn, lineNumbers, amount: amount ?? null }
        assertNone(filingProblems(filing, claim, today))
        await tx.run(sql`
          insert into claim_appeals (organization_id, claim_id, level, appeal_date, deadline, line_numbers, disputed_amount, note, recorded_by, changed_at)
          values (${organizationId}, ${claimId}, ${level}, ${filing.filedOn}, ${input.deadline ?? deadlineOf(claim, level)}, ${sql.param(lineNumbers)}::int[],
            ${filing.amount === null ? null : decimalText(filing.amount)}, ${note ?? null}, ${context.actor.id}, clock_timestamp())`)
        return level
      },
    }),
})

function assertAppealable(claim: StoredAppealedClaim, level: number): void {
  const { id, use, appeals } = claim
  if (use !== 'claim') throw new OverturnError('conflict', `"${id}" asks for an authorization or a predetermination: there is no payment to appeal.`)
  if (!isDenied(claim))
    throw new OverturnError('conflict', `Claim ${id} was not denied, as far as its payer's decisions are here. Import the remittance first.`)
  if (appeals.some((appeal) => appeal.level === level))
    throw new OverturnError('conflict', `Claim ${id} has an appeal of level ${level}. Decide or correct that one, or name another level.`)
  const open = appeals.find(({ outcome }) => outcome === 'pending')
  if (open) throw new OverturnError('conflict', `Appeal ${open.level} of claim ${id} is still open. Say how it ended before another is filed.`)
}
