import type { z } from 'zod'
import type { listWork } from '@overturn/core/worklist/list'
import type { WorkItem } from '@overturn/core/worklist/schemas'
import { count, counted, money, pageLine, table, text, type Column } from './format.ts'

const words = (value: string) => value.replaceAll('_', ' ')

const columns: Column<WorkItem>[] = [
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Last day', value: ({ lastDay }) => lastDay },
  { title: 'Days left', value: ({ daysLeft }) => count(daysLeft), right: true },
  { title: 'Open', value: ({ openAmount }) => money(openAmount), right: true },
  { title: 'Expected', value: ({ expectedAmount }) => money(expectedAmount), right: true },
  { title: 'By', value: ({ remedies }) => remedies.map(words).join(', ') },
  { title: 'Works on it', value: ({ assignedTo }) => text(assignedTo?.name ?? null) },
  { title: 'State', value: stateText },
  { title: 'Reason', value: ({ reasons }) => reasons.join(', ') },
]

function stateText({ state, snoozedUntil, deniedAgain }: WorkItem): string {
  if (deniedAgain) return `${words(state)}, denied again after it was ${words(deniedAgain.after)}`
  return snoozedUntil === null ? words(state) : `${words(state)} until ${snoozedUntil}`
}

export function worklistText({ claims, totals, pagination }: z.output<typeof listWork.output>): string {
  if (claims.length === 0) return 'Nothing to work.'
  const unknown = totals.unknownChance === 0 ? '' : ` without ${counted(totals.unknownChance, 'claim')} of unknown chance`
  return `${table(claims, columns)}\n\n${pageLine(pagination)}, ${money(totals.openAmount)} open, ${money(totals.expectedAmount)} expected${unknown}`
}
