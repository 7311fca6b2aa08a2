import { previousWindow, trailingWindow, type DateWindow } from '../../dates.ts'
import { todayOf } from '../../context.ts'
import { dollars } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { readMaturity } from '../maturity/sql.ts'
import { revenueRecovered } from '../revenue/rules.ts'
import { readPaidShare, readPatternChanges } from '../revenue/sql.ts'
import { dailyOf, expectedShare, isCovered, isMature, newPatterns, percentOf, ratesOf, sumOf, trendsOf } from './rules.ts'
import { dashboardInput, dashboardOutput } from './schemas.ts'
import { countPatterns, isRecomputing, readCashRecovered, readDataSpan, readDays } from './sql.ts'

export const dashboardMetrics = defineOperation({
  name: 'metrics.dashboard',
  access: 'viewer',
  summary: 'Denial rates, denied and recovered money and their trends over the last days, by submission date.',
  input: dashboardInput,
  output: dashboardOutput,
  async run({ db, organization, now }, { days: length, payer }) {
    const asOf = todayOf({ organization, now })
    const window = trailingWindow(asOf, length)
    const previous = previousWindow(window)
    const both: DateWindow = { start: previous.start, end: window.end }
    const { id } = organization
    const found = await db.transaction(async (tx) => ({
      days: await readDays(tx, id, both, payer),
      data: await readDataSpan(tx, id, window),
      cashRecovered: await readCashRecovered(tx, id, window, payer),
      patterns: await countPatterns(tx, organization, window, previous),
      recovered: revenueRecovered(await readPatternChanges(tx, id), await readPaidShare(tx, id, window)),
      maturity: await readMaturity(tx, { organizationId: id, basis: 'submission', asOf }),
      recomputing: await isRecomputing(tx, id, both),
    }))
    const { days, patterns, recovered, maturity } = found
    const current = sumOf(days, window)
    const before = sumOf(days, previous)
    const share = expectedShare(days, window, maturity, asOf)
    const mature = isMature(share) && isMature(expectedShare(days, previous, maturity, asOf))
    const trendDetails = trendsOf(current, before, mature && isCovered(previous, found.data))
    return {
      ...ratesOf(current),
      deniedAmount: dollars(current.deniedAmount),
      totalClaims: current.claims,
      deniedClaims: current.denied,
      patternsDetected: patterns.total,
      criticalPatterns: patterns.critical,
      revenueRecovered: dollars(recovered.amount),
      revenueRecoveredInterval: recovered.interval && { low: dollars(recovered.interval.low), high: dollars(recovered.interval.high) },
      trends: {
        denialRate: trendDetails.denialRate.change,
        approvalRate: trendDetails.approvalRate.change,
        patternsDetected: newPatterns(patterns, previous),
      },
      pendingClaims: current.pending,
      adjudicatedClaims: current.adjudicated,
      partiallyDeniedClaims: current.partiallyDenied,
      duplicateClaims: current.duplicates,
      cashRecovered: dollars(found.cashRecovered),
      billedAmount: dollars(current.billed),
      adjudicatedAmount: dollars(current.adjudicatedAmount),
      paidAmount: dollars(current.paid),
      trendDetails,
      window,
      previousWindow: previous,
      data: found.data,
      daily: dailyOf(days, both, maturity),
      maturity: share === null ? null : percentOf(share, 1),
      recomputing: found.recomputing,
      asOf: now.toISOString(),
    }
  },
})
