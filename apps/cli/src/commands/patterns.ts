import { listPatterns } from '@overturn/core/patterns/list'
import type { Pattern } from '@overturn/core/patterns/schemas'
import { count, money, pageLine, percent, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'
import { confirmedText } from '../pattern-text.ts'

const columns: Column<Pattern>[] = [
  { title: 'Id', value: ({ id }) => id },
  { title: 'Pattern', value: ({ title }) => title },
  { title: 'Tier', value: ({ tier }) => tier },
  { title: 'Status', value: ({ status }) => status },
  { title: 'Denials', value: ({ score }) => count(score.frequency), right: true },
  { title: 'Denied', value: ({ score }) => money(score.impact), right: true },
  { title: 'Preventable', value: ({ preventable }) => money(preventable?.amount ?? null), right: true },
  { title: 'Rate now', value: ({ currentDenialRate }) => percent(currentDenialRate), right: true },
  { title: 'Rate at first', value: ({ baselineDenialRate }) => percent(baselineDenialRate), right: true },
  { title: 'Trend', value: ({ score }) => text(score.trend) },
  { title: 'Confirmed', value: ({ finding }) => (finding === null ? '–' : confirmedText(finding.confirmed)) },
]

export default operationCommand(listPatterns, {
  describe: {
    status: 'Only patterns of this status',
    tier: 'Only patterns of this tier',
    category: 'Only patterns of this category of denials',
    kind: 'Only those with a scope, or only those that are every claim with one reason',
    reason: 'Only patterns of exactly this denial reason',
    confirmed: 'Only those of which later claims say this',
    payer: 'Only patterns with denials of this payer',
    sort: 'Order of the list; priority is by dollars that can be prevented',
    page: 'Page of the list',
    limit: 'Patterns per page, up to 200',
  },
  format: ({ patterns, pagination, computationVersion }) =>
    patterns.length === 0
      ? 'No patterns. "overturn detect" looks for them.'
      : `${table(patterns, columns)}\n\n${pageLine(pagination)}, by computation version ${computationVersion}`,
})
