import { detectPatternsOperation } from '@overturn/core/patterns/operations'
import type { DetectedPattern, DetectedPatterns } from '@overturn/core/patterns/schemas'
import { count, counted, percent, table, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'
import { confirmedText, ratioText, smallText } from '../pattern-text.ts'

const withScope: Column<DetectedPattern>[] = [
  { title: 'Pattern', value: ({ sentence, found }) => `${sentence.replace(/, more often than elsewhere\.$/, '')}${found ? '' : ' (not found again)'}` },
  { title: 'Claims', value: ({ population }) => count(population), right: true },
  { title: 'Denied', value: ({ denials }) => count(denials), right: true },
  { title: 'Rate', value: ({ rate }) => percent(rate), right: true },
  { title: 'Elsewhere', value: ({ restRate }) => percent(restRate), right: true },
  { title: 'Ratio (95 %)', value: ({ ratio }) => ratioText(ratio), right: true },
  { title: 'q', value: ({ q }) => smallText(q), right: true },
  { title: 'Confirmed', value: ({ confirmed }) => confirmedText(confirmed) },
]
const byReason: Column<DetectedPattern>[] = [
  { title: 'Reason', value: ({ reason, sentence }) => reason ?? sentence },
  { title: 'Denied', value: ({ denials }) => count(denials), right: true },
  { title: 'Rate', value: ({ rate }) => percent(rate), right: true },
]

export default operationCommand(detectPatternsOperation, {
  describe: {
    daysBack: "Days back in which a reason becomes a pattern; scopes are searched in 24 months (default: the organization's setting, else 30)",
    minimumDenials: "Denied claims of the reason that those days must hold (default: the organization's setting, else 5)",
  },
  format: ({ created, adopted, patterns, search }) => {
    const scoped = patterns.filter(({ scope }) => scope.length > 0)
    const reasons = patterns.filter(({ scope }) => scope.length === 0)
    return [
      `${counted(created.length, 'new pattern')}, ${count(adopted.length)} imported ones adopted.`,
      searchText(search),
      ...(scoped.length > 0 ? [table(scoped, withScope)] : []),
      ...(reasons.length > 0 ? [table(reasons, byReason)] : []),
    ].join('\n\n')
  },
})

function searchText(search: DetectedPatterns['search']): string {
  if (search === null) return 'No day is mature yet: there are too few decisions to search for scopes.'
  const { windowStart, windowEnd, claims, reasons, searched, found, confirmed } = search
  return `Searched ${counted(claims, 'claim')} served from ${windowStart} until before ${windowEnd}: ${counted(searched, 'candidate')} of ${counted(reasons, 'reason')}; ${count(found)} found, ${count(confirmed)} confirmed by later claims.`
}
