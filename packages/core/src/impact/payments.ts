import { todayOf } from '../context.ts'
import { readPage, readPieces } from '../measures/bridge/pieces.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { knownPattern } from '../patterns/no-pattern.ts'
import { paginate } from '../schemas.ts'
import { readInterventions } from './read.ts'
import { paymentsInput, paymentsOutput } from './schemas.ts'
import { readVerified, sumVerified } from './verified.sql.ts'
import { windowOf } from './verified.ts'

export const impactPayments = defineOperation({
  name: 'impact.payments',
  kind: 'read',
  concerns: (_input, { payments }) => payments.map(({ claimId }) => claimId),
  summary: 'The payments behind the verified cash of the impact ledger, of one pattern or of all, the latest first.',
  input: paymentsInput,
  output: paymentsOutput,
  async run(context, { patternId, page, limit }) {
    const { db, organization, now } = context
    const today = todayOf(context)
    if (patternId !== undefined) await db.transaction((tx) => knownPattern(tx, organization, patternId))
    const patterns = await readInterventions(context, patternId)
    const window = windowOf(patterns, today)
    const pieces = window === null ? [] : await readPieces(window, (piece) => sumVerified(db, organization.id, patterns, piece))
    const counted = pieces.map(({ window: days, found }) => ({ days, count: found.all.payments, amount: found.all.amount }))
    const payments = await readPage(counted, { page, limit }, ({ days }, part) => readVerified(db, organization.id, patterns, { window: days, ...part }))
    return {
      total: dollars(counted.reduce((sum, { amount }) => sum + amount, 0)),
      payments: payments.map((payment) => ({ ...payment, amount: dollars(payment.amount) })),
      pagination: paginate(
        counted.reduce((sum, { count }) => sum + count, 0),
        { page, limit },
      ),
      asOf: now.toISOString(),
    }
  },
})
