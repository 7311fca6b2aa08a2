import { todayOf } from '../../../context.ts'
import { daysBetween, previousWindow, trailingWindow, type DateWindow } from '../../../dates.ts'
import { OverturnError } from '../../../errors.ts'
import { dollars } from '../../../money.ts'
import { defineOperation } from '../../../operation.ts'
import { isMature } from '../../maturity/rules.ts'
import { readMaturity } from '../../maturity/sql.ts'
import { dailyOf, denialRateIntervalOf, expectedShare, percentOf, sumOver, trendsOf, type ShareOf } from '../rules.ts'
import { providerMetricsInput, providerMetricsOutput } from './schemas.ts'
import { readProviderDays, type ProviderDay } from './sql.ts'

const NOTHING: ProviderDay = {
  claims: 0,
  pending: 0,
  adjudicated: 0,
  denied: 0,
  adjudicatedAmount: 0,
  deniedAmount: 0,
  paid: 0,
  filed: 0,
  decided: 0,
  won: 0,
}

export const providerMetrics = defineOperation({
  name: 'metrics.provider',
  kind: 'read',
  summary: 'Denial rate, denied money and appeals of one provider and their trend over the last days, by day of service.',
  input: providerMetricsInput,
  output: providerMetricsOutput,
  async run({ db, organization, now }, { id, days: length }) {
    const asOf = todayOf({ organization, now })
    const window = trailingWindow(asOf, length)
    const previous = previousWindow(window)
    const both: DateWindow = { start: previous.start, end: window.end }
    const { found, maturity } = await db.transaction(async (tx) => ({
      found: await readProviderDays(tx, { organizationId: organization.id, id, window: both }),
      // A provider's days do not say by whom they are paid: all payers' pace together.
      maturity: await readMaturity(tx, { organizationId: organization.id, basis: 'service', asOf }),
    }))
    if (!found)
      throw new OverturnError(
        'not_found',
        `There is no provider "${id}" in ${organization.name}. The list of providers (overturn providers) names those there are.`,
      )
    const { provider, data, recomputing, days } = found
    const shareOf: ShareOf = (date) => maturity.shareAtAge(daysBetween(date, asOf))
    const current = sumOver(days, window, NOTHING)
    const before = sumOver(days, previous, NOTHING)
    const share = expectedShare(days, window, shareOf)
    const mature = isMature(share) && isMature(expectedShare(days, previous, shareOf))
    const isCovered = data !== null && data.firstService <= previous.start
    return {
      provider,
      denialRate: percentOf(current.denied, current.adjudicated),
      denialRateInterval: denialRateIntervalOf(current),
      adjudicatedClaims: current.adjudicated,
      pendingClaims: current.pending,
      deniedClaims: current.denied,
      deniedAmount: dollars(current.deniedAmount),
      adjudicatedAmount: dollars(current.adjudicatedAmount),
      paidAmount: dollars(current.paid),
      appeals: { filed: current.filed, decided: current.decided, won: current.won },
      trendDetails: { denialRate: trendsOf(current, before, mature && isCovered).denialRate },
      window,
      previousWindow: previous,
      data,
      daily: dailyOf(days, both, shareOf),
      maturity: share === null ? null : percentOf(share, 1),
      recomputing,
      asOf: now.toISOString(),
    }
  },
})
