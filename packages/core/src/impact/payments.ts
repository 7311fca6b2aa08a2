import { todayOf } from '../context.ts'
import { isRecomputing } from '../measures/dashboard/sql.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { knownPattern } from '../patterns/no-pattern.ts'
import { paginate } from '../schemas.ts'
import { readInterventions } from './read.ts'
import { paymentsInput, paymentsOutput } from './schemas.ts'
import { describePayments } from './verified.sql.ts'
import { countedDays, readPayments } from './verified.ts'

export const impactPayments = defineOperation({
  name: 'impact.payments',
  kind: 'read',
  concerns: (_input, { payments }) => payments.map(({ claimId }) => claimId),
  summary: 'The payments behind the verified cash of the impact ledger, of one pattern or of all, the latest first.',
  input: paymentsInput,
  output: paymentsOutput,
  async run(context, { patternId, level, page, limit }) {
    const { db, organization, now } = context
    const today = todayOf(context)
    if (patternId !== undefined) await db.transaction((tx) => knownPattern(tx, organization, patternId))
    const interventions = await readInterventions(context, patternId)
    const patterns = level === undefined ? interventions : interventions.filter((one) => one.level === level)
    const recomputing = await isRecomputing(db, organization.id, countedDays(patterns, today))
    const { paid, all } = await readPayments(context, patterns, today, { page, limit })
    const payments = await describePayments(db, organization.id, paid)
    return {
      total: dollars(all.amount),
      payments: payments.map((payment) => ({ ...payment, amount: dollars(payment.amount) })),
      pagination: paginate(all.payments, { page, limit }),
      recomputing,
      asOf: now.toISOString(),
    }
  },
})
