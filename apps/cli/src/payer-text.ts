import type { z } from 'zod'
import type { getPayer } from '@overturn/core/payers/get'
import type { listPayers } from '@overturn/core/payers/list'
import { count, counted, facts, money, pageLine, percent, table, text, type Column } from './format.ts'

type PayerList = z.output<(typeof listPayers)['output']>
type Scorecard = z.output<(typeof getPayer)['output']>
type Windows = Scorecard['payer']['windows']

const columns: Column<PayerList['payers'][number]>[] = [
  { title: 'Id', value: ({ id }) => id },
  { title: 'Payer', value: ({ name }) => name },
  { title: 'Claims', value: ({ claims }) => count(claims), right: true },
  { title: 'Decided', value: ({ adjudicated }) => count(adjudicated), right: true },
  { title: 'Denied', value: ({ denied }) => count(denied), right: true },
  { title: 'Rate', value: ({ denialRate }) => percent(denialRate), right: true },
  { title: 'Denied charges', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  { title: 'Appeal', value: ({ windows }) => `${count(windows.appealWindowDays)} d`, right: true },
  { title: 'Filing', value: ({ windows }) => `${count(windows.timelyFilingDays)} d`, right: true },
]

export function payersText({ payers, window, pagination }: PayerList): string {
  if (payers.length === 0) return 'No payers.'
  return `Claims submitted from ${window.start} until before ${window.end}\n\n${table(payers, columns)}\n\n${pageLine(pagination)}`
}

export const windowsText = ({ appealWindowDays, timelyFilingDays, setBy }: Windows): string =>
  `appeal within ${counted(appealWindowDays, 'day')}, file within ${counted(timelyFilingDays, 'day')} (${setBy === null ? 'assumed' : `set by ${setBy}`})`

const between = (interval: { low: number; high: number } | null) => (interval ? ` (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)} %)` : '')

export function scorecardText({ payer, window, recomputing }: Scorecard): string {
  const { mature, decisionDays, appeals, recoverable } = payer
  const lines = facts([
    ['Payer', `${payer.name} (${payer.id})`],
    ['Claims submitted', `${count(payer.claims)} from ${window.start} until before ${window.end}, ${count(payer.pending)} pending`],
    ['Denial rate', `${percent(payer.denialRate)}: ${count(payer.denied)} of ${count(payer.adjudicated)}`],
    ['of mature days', `${percent(mature.rate)}${between(mature.interval)}, before ${text(mature.before)}`],
    ['Denied charges', money(payer.deniedAmount)],
    ['First decision', `half within ${count(decisionDays.median)} days, nine in ten within ${count(decisionDays.p90)}`],
    ['Appeals decided', `${count(appeals.decided)}, won ${count(appeals.won)}: ${percent(appeals.rate)}${between(appeals.interval)}`],
    ['Cash recovered', money(payer.cashRecovered)],
    ['Can be got back', `${money(recoverable.openAmount)} of ${counted(recoverable.claims, 'claim')}`],
    ['Windows', windowsText(payer.windows)],
  ])
  const reasons = table(payer.reasons, [
    { title: 'Reason', value: ({ reason }) => reason },
    { title: 'Claims', value: ({ claims }) => count(claims), right: true },
    { title: 'Denied charges', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  ])
  return [lines, ...(payer.reasons.length > 0 ? [reasons] : []), ...(recomputing ? ['Days of this time are being computed again.'] : [])].join('\n\n')
}
