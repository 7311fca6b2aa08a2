import { todayOf } from '../../context.ts'
import type { DateWindow } from '../../dates.ts'
import { dollars, type Cents } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { periodOf } from '../bridge/period.ts'
import { readPage, readPieces } from '../bridge/pieces.ts'
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
    const { total, recomputing } = await db.transaction(async (tx) => ({
      total: await readCashRecovered(tx, organization.id, window, payer),
      recomputing: await isRecomputing(tx, organization.id, window),
    }))
    const summed = await readPieces(window, (piece) => sumPayments(db, of, piece))
    const pieces = withSumsBefore(summed.map(({ window: days, found }) => ({ days, ...found })))
    const payments = await readPage(pieces, { page, limit }, async ({ days, before }, part) =>
      (await readPayments(db, of, days, part)).map(({ amount, running, ...payment }) => ({
        ...payment,
        amount: dollars(amount),
        cumulative: dollars(before + running),
      })),
    )
    return {
      window,
      total: dollars(total),
      paymentsTotal: dollars(pieces.reduce((sum, piece) => sum + piece.sum, 0)),
      payments,
      pagination: paginate(
        pieces.reduce((sum, { count }) => sum + count, 0),
        { page, limit },
      ),
      recomputing,
      asOf: now.toISOString(),
    }
  },
})

interface Piece {
  days: DateWindow
  count: number
  sum: Cents
}

/** Pieces, the latest first, each with the sum of those before it in time. */
function withSumsBefore(pieces: readonly Piece[]): (Piece & { before: Cents })[] {
  let before = pieces.reduce((sum, piece) => sum + piece.sum, 0)
  return pieces.map((piece) => ({ ...piece, before: (before -= piece.sum) }))
}
