import { readDeadlines } from '../appeals/deadlines.sql.ts'
import { todayOf } from '../context.ts'
import { trailingWindow } from '../dates.ts'
import { maturitiesFrom } from '../measures/maturity/rules.ts'
import { readLagCurves } from '../measures/maturity/sql.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { noPayer } from './no-payer.ts'
import { daysUntil, measure } from './rules.ts'
import { getPayerInput, getPayerOutput } from './schemas.ts'
import { readAppealsDecided, readCash, readMature, readPayer, readReasons, volumeOf, windowsOf } from './sql.ts'

const REASONS = 10
/** Longer than any window that a payer can be given. */
const ALL_DEADLINES = 10_000

export const getPayer = defineOperation({
  name: 'payers.get',
  kind: 'read',
  summary: "A payer's scorecard: volume, denial rate, pace, reasons, appeals, cash recovered and what can still be got back.",
  input: getPayerInput,
  output: getPayerOutput,
  async run(context, { id, days }) {
    const { db, organization, now } = context
    const today = todayOf(context)
    const window = trailingWindow(today, days)
    return db.transaction(async (tx) => {
      const payer = await readPayer(tx, organization.id, id, window)
      if (!payer) throw noPayer(id, organization.name)
      const curves = await readLagCurves(tx, { organizationId: organization.id, basis: 'submission', asOf: today })
      const lags = curves.get(id) ?? []
      const { matureBefore } = maturitiesFrom(curves, today).ofPayer(id)
      const mature = (await readMature(tx, organization.id, id, window, matureBefore))!
      const reasons = await readReasons(tx, organization.id, id, window, REASONS)
      const appeals = (await readAppealsDecided(tx, organization.id, id, window))!
      const cash = (await readCash(tx, organization.id, id, window))!
      const open = await readDeadlines(tx, organization.id, { payer: id, dueWithin: ALL_DEADLINES, remedy: 'all', sort: 'due', page: 1, limit: 1 }, today)
      return {
        payer: {
          id,
          name: payer.name,
          windows: windowsOf(payer),
          ...volumeOf(payer),
          denialRate: measure({ part: payer.denied, whole: payer.adjudicated }).rate,
          mature: { before: matureBefore, ...mature, ...measure({ part: mature.denied, whole: mature.adjudicated }) },
          decisionDays: { decisions: lags.reduce((sum, { claims }) => sum + claims, 0), median: daysUntil(0.5, lags), p90: daysUntil(0.9, lags) },
          reasons: reasons.map(({ reason, claims, denied }) => ({ reason, claims, deniedAmount: dollars(denied) })),
          appeals: {
            decided: appeals.decided,
            won: appeals.won,
            recoveredAmount: dollars(appeals.recovered),
            ...measure({ part: appeals.won, whole: appeals.decided }),
          },
          cashRecovered: dollars(cash.recovered),
          recoverable: { claims: open.total, openAmount: dollars(open.totalOpen) },
        },
        window,
        recomputing: cash.recomputing,
        asOf: now.toISOString(),
      }
    })
  },
})
