import { ALL_DEADLINES, readDeadlines } from '../appeals/deadlines.sql.ts'
import { todayOf } from '../context.ts'
import { addDays, addMonths, trailingWindow } from '../dates.ts'
import { maturitiesFrom } from '../measures/maturity/rules.ts'
import { readLagCurves } from '../measures/maturity/sql.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { noPayer } from './no-payer.ts'
import { lagCurve, measure, paceOf } from './rules.ts'
import { getPayerInput, getPayerOutput } from './schemas.ts'
import { appealsOf, readAppealsDecided, readCash, readMature, readPayer, readReasons, readWeeks, volumeOf, windowsOf } from './sql.ts'
import { readTrends } from './trend.sql.ts'

const REASONS = 10
const WEEKLY_MONTHS = 12

export const getPayer = defineOperation({
  name: 'payers.get',
  kind: 'read',
  summary: "A payer's scorecard: volume, denial rate and its weeks, pace, reasons, appeals, cash recovered and what can still be got back.",
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
      const trends = await readTrends(tx, organization.id, [{ id, matureBefore }])
      const weeks = await readWeeks(tx, organization.id, id, { start: addMonths(window.end, -WEEKLY_MONTHS), end: window.end })
      const mature = (await readMature(tx, organization.id, id, window, matureBefore))!
      const reasons = await readReasons(tx, organization.id, id, window, REASONS)
      const appeals = (await readAppealsDecided(tx, organization.id, [id], window)).get(id)
      const cash = (await readCash(tx, organization.id, id, window))!
      const open = await readDeadlines(tx, organization.id, { payer: id, dueWithin: ALL_DEADLINES, remedy: 'all', sort: 'due', page: 1, limit: 1 }, today)
      return {
        payer: {
          id,
          name: payer.name,
          windows: windowsOf(payer),
          appealsAddress: payer.appealsAddress,
          ...volumeOf(payer),
          trend: trends.get(id)!,
          mature: { before: matureBefore, ...mature, ...measure({ part: mature.denied, whole: mature.adjudicated }) },
          decisionDays: { ...paceOf(lags), curve: lagCurve(lags) },
          reasons: reasons.map(({ reason, claims, denied }) => ({ reason, claims, deniedAmount: dollars(denied) })),
          appeals: { ...appealsOf(appeals), recoveredAmount: dollars(appeals?.recovered ?? 0), medianDays: appeals?.medianDays ?? null },
          cashRecovered: dollars(cash.recovered),
          recoverable: { claims: open.total, openAmount: dollars(open.totalOpen) },
        },
        weekly: weeks.map(({ week, adjudicated, denied, deniedAmount }) => ({
          week,
          adjudicated,
          denied,
          denialRate: measure({ part: denied, whole: adjudicated }).rate,
          deniedAmount: dollars(deniedAmount),
          mature: matureBefore !== null && addDays(week, 7) <= matureBefore,
        })),
        window,
        recomputing: cash.recomputing,
        asOf: now.toISOString(),
      }
    })
  },
})
