import { dashboardMetrics } from '@overturn/core/measures/dashboard/operation'
import type { Dashboard } from '@overturn/core/measures/dashboard/schemas'
import { count, facts, money, percent } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

function overview(dashboard: Dashboard): string {
  const { window, trendDetails, revenueRecoveredInterval: interval } = dashboard
  const notes = [
    dashboard.recomputing && 'Days of this window wait to be computed again ("overturn refresh"): these numbers are about to change.',
    dashboard.maturity !== null &&
      dashboard.maturity < 90 &&
      `About ${percent(dashboard.maturity)} of these claims are decided by now; no trend is called on them yet.`,
  ].filter(Boolean)
  const numbers = facts([
    ['Claims', `${count(dashboard.totalClaims)}, of them ${count(dashboard.pendingClaims)} without a decision`],
    ['Denial rate', `${percent(dashboard.denialRate)}${within(dashboard.denialRateInterval)}${change(trendDetails.denialRate)}`],
    ['Approval rate', percent(dashboard.approvalRate)],
    ['Final denial rate', percent(dashboard.finalDenialRate)],
    ['Line denial rate', percent(dashboard.lineDenialRate)],
    ['Dollar denial rate', percent(dashboard.dollarDenialRate)],
    ['Billed, paid', `${money(dashboard.billedAmount)}, ${money(dashboard.paidAmount)}`],
    ['Denied', money(dashboard.deniedAmount)],
    ['Cash recovered', money(dashboard.cashRecovered)],
    ['Revenue recovered', `${money(dashboard.revenueRecovered)} (estimate${interval ? `, ${money(interval.low)} to ${money(interval.high)}` : ''})`],
    [
      'Patterns',
      `${count(dashboard.patternsDetected)}, of them ${count(dashboard.criticalPatterns)} critical (computation version ${dashboard.computationVersion})`,
    ],
  ])
  return [`Claims submitted from ${window.start} until before ${window.end}`, numbers, ...notes].join('\n\n')
}

const within = (interval: Dashboard['denialRateInterval']): string => (interval ? `, 95 % interval ${percent(interval.low)} to ${percent(interval.high)}` : '')

function change({ change: points, comparable }: Dashboard['trendDetails']['denialRate']): string {
  if (points === null || !comparable) return ''
  return ` (${points > 0 ? '+' : ''}${points.toFixed(2)} points against the window before)`
}

export default operationCommand(dashboardMetrics, {
  describe: { days: 'Length of the window in days, ending today', payer: 'Only claims of the payer with this id' },
  format: overview,
})
