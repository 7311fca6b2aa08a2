import type { Appeal } from '@overturn/core/appeals/schemas'
import type { listAppeals } from '@overturn/core/appeals/list'
import type { appealDeadlines } from '@overturn/core/appeals/deadlines'
import type { z } from 'zod'
import { count, money, pageLine, table, text, type Column } from './format.ts'

type AppealList = z.output<(typeof listAppeals)['output']>
type DeadlineList = z.output<(typeof appealDeadlines)['output']>
type Deadline = DeadlineList['claims'][number]

const words = (value: string) => value.replaceAll('_', ' ')

const appeals: Column<Appeal>[] = [
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Level', value: ({ level }) => count(level), right: true },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Reason', value: ({ denialReason }) => text(denialReason) },
  { title: 'Filed', value: ({ filedOn }) => text(filedOn) },
  { title: 'Deadline', value: ({ deadline }) => text(deadline) },
  { title: 'Outcome', value: ({ outcome }) => words(outcome) },
  { title: 'Ended', value: ({ decidedOn, withdrawnOn }) => text(decidedOn ?? withdrawnOn) },
  { title: 'Worth', value: ({ value }) => money(value), right: true },
  { title: 'Recovered', value: ({ recoveredAmount }) => money(recoveredAmount), right: true },
]

export function appealsText({ appeals: rows, totals, pagination }: AppealList): string {
  if (rows.length === 0) return 'No appeals.'
  return `${table(rows, appeals)}\n\n${pageLine(pagination)}, worth ${money(totals.value)}, recovered ${money(totals.recovered)}`
}

const deadlines: Column<Deadline>[] = [
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Last day', value: ({ lastDay }) => lastDay },
  { title: 'Days left', value: ({ daysLeft }) => count(daysLeft), right: true },
  { title: 'Open', value: ({ openAmount }) => money(openAmount), right: true },
  { title: 'By', value: ({ remedies }) => remedies.map(words).join(', ') },
  { title: 'Reason', value: ({ reasons }) => reasons.join(', ') },
]

export function deadlinesText({ claims, totals, pagination }: DeadlineList): string {
  if (claims.length === 0) return 'No claim has a last day in that time.'
  return `${table(claims, deadlines)}\n\n${pageLine(pagination)}, ${money(totals.openAmount)} open`
}

/** What became of an appeal, after something was written. */
export function appealText({ claimId, level, outcome, closedBy, deadline, claimStatus, recoveredAmount }: Appeal): string {
  const state = outcome === 'pending' ? `open${deadline === null ? '' : `, to be filed by ${deadline}`}` : words(outcome)
  const by = closedBy === 'remittance' ? `, closed by a payment of ${money(recoveredAmount)}` : ''
  return `Appeal ${level} of claim ${claimId} is ${state}${by}. The claim is ${words(claimStatus)}.`
}
