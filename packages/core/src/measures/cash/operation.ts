import { todayOf } from '../../context.ts'
import { dollars } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { periodOf } from '../bridge/period.ts'
import { isRecomputing, readCashRecovered } from '../dashboard/sql.ts'
import { cashInput, cashOutput } from './schemas.ts'
import { readPayments, sumPayments, type CashOf } from './sql.ts'

export const cashRecovered = defineOperation({
  name: 'cash.recovered',
  kind: 'read',
  concerns: (_input, { payments }) => payments.map(({ claimId }) => claimId),
  summary: 'Cash recovered in a period, and the payments it is made of: what payers paid after they had denied, reversals taken off.',
  input: cashInput,
  output: cashOutput,
  async run(context, { payer, page, limit, ...given }) {
    const { db, organization, now } = context
    const window = periodOf(given, todayOf(context))
    const of: CashOf = { organizationId: organization.id, payer }
    return db.transaction(async (tx) => {
      const { count, sum } = await sumPayments(tx, of, window)
      const payments = await readPayments(tx, of, window, { limit, offset: (page - 1) * limit })
      return {
        window,
        total: dollars(await readCashRecovered(tx, organization.id, window, payer)),
        paymentsTotal: dollars(sum),
        payments: payments.map(({ amount, running, ...payment }) => ({ ...payment, amount: dollars(amount), cumulative: dollars(running) })),
        pagination: paginate(count, { page, limit }),
        recomputing: await isRecomputing(tx, organization.id, window),
        asOf: now.toISOString(),
      }
    })
  },
})
