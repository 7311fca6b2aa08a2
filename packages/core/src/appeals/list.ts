import { todayOf } from '../context.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { readAppeals } from './list.sql.ts'
import { appealOf } from './row.ts'
import { listAppealsInput, listAppealsOutput } from './schemas.ts'

export const listAppeals = defineOperation({
  name: 'appeals.list',
  kind: 'read',
  summary: 'Lists appeals, those due first, by outcome, payer or days to their deadline, with what they are worth.',
  concerns: (_, { appeals }) => appeals.map(({ claimId }) => claimId),
  input: listAppealsInput,
  output: listAppealsOutput,
  async run(context, filter) {
    const { db, organization, now } = context
    const today = todayOf(context)
    const { page, totals } = await db.transaction((tx) => readAppeals(tx, organization.id, filter, today))
    return {
      appeals: page.map((stored) => appealOf(stored, today)),
      totals: { value: dollars(totals.totalValue), recovered: dollars(totals.totalRecovered) },
      pagination: paginate(totals.total, filter),
      asOf: now.toISOString(),
    }
  },
})
