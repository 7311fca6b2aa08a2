import { previousWindow, trailingWindow, type DateWindow } from '../../dates.ts'
import { todayOf } from '../../context.ts'
import { dollars } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { isMature, maturitiesFrom } from '../maturity/rules.ts'
import { sampleLagCurves } from '../maturity/sql.ts'
import { recoveredOf } from '../revenue/recovered.ts'
import { dailyOf, denialRateIntervalOf, expectedShare, isCovered, newPatterns, percentOf, ratesOf, sharesOf, sumOf, trendsOf } from './rules.ts'
import { dashboardInput, dashboardOutput } from './schemas.ts'
import { readFigures } from './sql.ts'

export const dashboardMetrics = defineOperation({
  name: 'metrics.dashboard',
  kind: 'read',
  summary: 'Denial rates, denied and recovered money and their trends over the last days, by submission date.',
  input: dashboardInput,
  output: dashboardOutput,
  async run({ db, organization, actor, now }, { days: length, payer }) {
    const asOf = todayOf({ organization, now })
    const window = trailingWindow(asOf, length)
    const previous = previousWindow(window)
    const both: DateWindow = { start: previous.start, end: window.end }
    const { found, curves, recovered } = await db.transaction(async (tx) => {
      const figures = await readFigures(tx, { organization, actor, asOf, window, previous, payer })
      return {
        found: figures,
        curves: figures.curves ?? (await sampleLagCurves(tx, { organizationId: organization.id, basis: 'submission', asOf })),
        recovered: await recoveredOf(tx, organization.id, figures.changes, figures.paidShare),
      }
    })
    const { days, patterns } = found
    const current = sumOf(days, window)
    const before = sumOf(days, previous)
    const maturities = maturitiesFrom(curves, asOf)
    const shareOf = sharesOf(found.payers, maturities, payer === undefined ? maturities.organization : maturities.ofPayer(payer), asOf)
    const share = expectedShare(days, window, shareOf)
    const mature = isMature(share) && isMature(expectedShare(days, previous, shareOf))
    const trendDetails = trendsOf(current, before, mature && isCovered(previous, found.data))
    return {
      ...ratesOf(current),
      denialRateInterval: denialRateIntervalOf(current),
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
      daily: dailyOf(days, both, shareOf),
      maturity: share === null ? null : percentOf(share, 1),
      recomputing: found.recomputing,
      computationVersion: found.computationVersion,
      asOf: now.toISOString(),
    }
  },
})
