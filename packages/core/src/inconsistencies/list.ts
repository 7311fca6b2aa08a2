import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { trailingWindow } from '../dates.ts'
import { dollars, parseCents } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { percentOf } from '../patterns/row.ts'
import { paginate } from '../schemas.ts'
import { inconsistentInput, inconsistentOutput, type InconsistentDecisions } from './schemas.ts'
import { readInconsistencies, type StoredInconsistency } from './sql.ts'

/** So many days apart a rule of the payer rarely changes, and who asks why is taken seriously. */
const WITHIN_DAYS = 30

export const inconsistentDecisions = defineOperation({
  name: 'decisions.inconsistent',
  kind: 'read',
  concerns: (_input, { decisions }) => decisions.flatMap(({ examples }) => examples.flatMap(({ denied, paid }) => [denied.claimId, paid.claimId])),
  summary:
    'Lists what a payer has both denied and paid within 30 days of service, the same procedure, modifiers, place and diagnosis: evidence for escalation.',
  input: inconsistentInput,
  output: inconsistentOutput,
  async run(context, { days, payer, code, reason, page, limit }) {
    const { db, organization, now } = context
    const window = trailingWindow(todayOf(context), days)
    const question = { organizationId: organization.id, window, withinDays: WITHIN_DAYS, payer, code, reason }
    const rows = await db.transaction(async (tx) => {
      // A statement of so many parts takes longer to compile than to run.
      await tx.run(sql`select set_config('jit', 'off', true)`)
      return readInconsistencies(tx, question, { limit, offset: (page - 1) * limit })
    })
    const { total, totalLines, totalAmount } = rows[0]!
    return {
      window,
      withinDays: WITHIN_DAYS,
      decisions: rows.flatMap(decisionOf),
      totals: { deniedLines: totalLines, deniedAmount: amount(totalAmount) },
      pagination: paginate(total, { page, limit }),
      asOf: now.toISOString(),
    }
  },
})

const amount = (text: string) => dollars(parseCents(text)!)

/** Nothing for the row of totals that has no combination. */
function decisionOf(row: StoredInconsistency): InconsistentDecisions['decisions'] {
  const { payerId, payerName, procedureCode, modifiers, placeOfService, diagnosisCategory, reason, deniedLines, paidLines } = row
  if (payerId === null) return []
  return [
    {
      payerId,
      payerName,
      procedureCode,
      modifiers,
      placeOfService,
      diagnosisCategory,
      reason,
      deniedLines,
      paidLines,
      shareDenied: percentOf(deniedLines, deniedLines + paidLines),
      deniedAmount: amount(row.deniedAmount),
      examples: row.examples.map(({ denied, paid, daysApart }) => ({ denied: lineOf(denied), paid: lineOf(paid), daysApart })),
    },
  ]
}

const lineOf = ({ billed, ...line }: StoredInconsistency['examples'][number]['denied']) => ({ ...line, billedAmount: amount(billed) })
