import { todayOf } from '../context.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { deadlineOf } from './deadline-row.ts'
import { readDeadlines } from './deadlines.sql.ts'
import { appealDeadlinesInput, appealDeadlinesOutput } from './schemas.ts'

export const appealDeadlines = defineOperation({
  name: 'appeals.deadlines',
  kind: 'read',
  summary: 'Lists denied claims that can still be appealed or corrected, with the last day by the windows of their payers.',
  concerns: (_, { claims }) => claims.map(({ claimId }) => claimId),
  input: appealDeadlinesInput,
  output: appealDeadlinesOutput,
  async run(context, filter) {
    const { db, organization, now } = context
    const today = todayOf(context)
    const { page, total, totalOpen } = await db.transaction((tx) => readDeadlines(tx, organization.id, filter, today))
    return {
      claims: page.map((stored) => deadlineOf(stored, today)),
      totals: { openAmount: dollars(totalOpen) },
      pagination: paginate(total, filter),
      asOf: now.toISOString(),
    }
  },
})
