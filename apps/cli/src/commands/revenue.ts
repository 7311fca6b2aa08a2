import { revenueRecoveredOperation } from '@overturn/core/measures/revenue/operation'
import type { Revenue, RevenueRow } from '@overturn/core/measures/revenue/schemas'
import { count, money, pageLine, percent, table, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'
import { smallText } from '../pattern-text.ts'

const STATES: Record<RevenueRow['state'], string> = {
  counted: 'counted',
  not_significant: 'not significant',
  got_worse: 'got worse',
  insufficient_data: 'not enough data',
  paid_share_unknown: 'paid share unknown',
  counted_in_scopes: 'counted in its scopes',
  counted_in_another: 'counted in another scope',
}

const period = ({ denied, claims, denialRate }: RevenueRow['baseline']) => `${count(denied)} of ${count(claims)} (${percent(denialRate)})`

const columns: Column<RevenueRow>[] = [
  { title: 'Pattern', value: ({ patternId }) => patternId },
  { title: 'Title', value: ({ title }) => title },
  { title: 'Baseline', value: ({ baseline }) => period(baseline), right: true },
  { title: 'Now', value: ({ current }) => period(current), right: true },
  { title: 'p', value: ({ p }) => smallText(p), right: true },
  { title: 'Fall in points', value: ({ fall }) => fallText(fall), right: true },
  { title: 'Mean denial', value: ({ meanDeniedAmount }) => money(meanDeniedAmount), right: true },
  { title: 'Adds', value: ({ amount, interval }) => `${money(amount)}${rangeText(interval)}`, right: true },
  { title: '', value: ({ state }) => STATES[state] },
]

function fallText(fall: RevenueRow['fall']): string {
  return fall === null ? '–' : `${fall.points.toFixed(2)} (${fall.interval.low.toFixed(2)} to ${fall.interval.high.toFixed(2)})`
}

function rangeText(interval: Revenue['interval']): string {
  return interval === null ? '' : ` (${money(interval.low)} to ${money(interval.high)})`
}

function estimate({ amount, interval, paidShare, paidShareWindow, patterns, pagination }: Revenue): string {
  return [
    `Revenue recovered, an estimate of denials avoided: ${money(amount)}${rangeText(interval)}`,
    `Of charges that were not denied, ${percent(paidShare)} was paid from ${paidShareWindow.start} until before ${paidShareWindow.end}.`,
    patterns.length === 0 ? 'No patterns.' : table(patterns, columns),
    pageLine(pagination),
  ].join('\n\n')
}

export default operationCommand(revenueRecoveredOperation, { describe: { page: 'Page of the list', limit: 'Patterns per page, up to 200' }, format: estimate })
