import type { News } from '@overturn/core/visits/schemas'

/** One thing that has happened since somebody was here last, and where to see it. */
export interface NewsItem {
  icon: string
  text: string
  to: string
}

const listed = (parts: readonly (string | false)[]) => parts.filter((part) => part !== false).join(', ')
const change = ({ direction, payerName, payerId, denialReason }: News['rateChanges']['first'][number]) =>
  `${direction === 'up' ? 'rise' : 'fall'} of ${denialReason ?? 'a pattern'}${payerId === null ? '' : ` at ${payerName ?? payerId}`}`

const TURNS = {
  resolved: { icon: 'i-lucide-circle-check', words: 'resolved', to: '/patterns?status=resolved' },
  improving: { icon: 'i-lucide-trending-down', words: 'improving', to: '/patterns?status=improving' },
  returned: { icon: 'i-lucide-undo-2', words: 'worse again', to: '/patterns?sort=recency' },
} as const

/** Patterns whose numbers made them better, and worse again, one line for each; the only one of a line by its title. */
function turnedItems({ turned, ...counts }: News['patterns']): (NewsItem | false)[] {
  return (['resolved', 'improving', 'returned'] as const).map((to) => {
    const { icon, words, to: list } = TURNS[to]
    const only = counts[to] === 1 ? turned.find((one) => one.to === to) : undefined
    return (
      counts[to] > 0 && {
        icon,
        text: `${plural(counts[to], 'pattern')} ${words}${only ? `: ${only.title}` : ''}`,
        to: only ? `/patterns/${encodeURIComponent(only.id)}` : list,
      }
    )
  })
}

/** What has happened, the money and what asks for somebody first; nothing where nothing has. */
export function newsItems(news: News): NewsItem[] {
  const { imports, cashRecovered, appealsDecided, patterns, rateChanges } = news
  const [pattern] = patterns.first
  const [firstChange] = rateChanges.first
  const changes = rateChanges.up + rateChanges.down
  const items: (NewsItem | false)[] = [
    news.failedRuns > 0 && { icon: 'i-lucide-circle-alert', text: `${plural(news.failedRuns, 'job')} failed`, to: '/jobs' },
    imports.failed > 0 && { icon: 'i-lucide-file-x', text: `${plural(imports.failed, 'file')} could not be imported`, to: '/imports?status=failed' },
    changes > 0 && {
      icon: rateChanges.up > 0 ? 'i-lucide-trending-up' : 'i-lucide-trending-down',
      text: `${plural(changes, 'denial rate')} changed${firstChange ? `, the latest a ${change(firstChange)}` : ''}`,
      to: firstChange?.patternId ? `/patterns/${encodeURIComponent(firstChange.patternId)}` : '/patterns?sort=recency',
    },
    cashRecovered !== 0 && { icon: 'i-lucide-banknote', text: `${formatMoney(cashRecovered)} recovered in cash`, to: '/impact' },
    appealsDecided.count > 0 && {
      icon: 'i-lucide-gavel',
      text: `${plural(appealsDecided.count, 'appeal')} decided, ${formatCount(appealsDecided.won)} won`,
      to: '/worklist',
    },
    patterns.found > 0 && {
      icon: 'i-lucide-scan-search',
      text: `${plural(patterns.found, 'pattern')} found${pattern ? `: ${pattern.title}${patterns.found > 1 ? ' and others' : ''}` : ''}`,
      to: pattern && patterns.found === 1 ? `/patterns/${encodeURIComponent(pattern.id)}` : '/patterns?sort=recency',
    },
    ...turnedItems(patterns),
    patterns.changed > 0 && { icon: 'i-lucide-archive', text: `${plural(patterns.changed, 'pattern')} archived or brought back`, to: '/patterns' },
    news.checksReleased > 0 && { icon: 'i-lucide-shield-check', text: `${plural(news.checksReleased, 'check')} released`, to: '/checks' },
    imports.files > 0 && {
      icon: 'i-lucide-file-down',
      text: `${plural(imports.files, 'file')} imported: ${listed([
        plural(imports.newClaims, 'new claim'),
        imports.changedClaims > 0 && `${formatCount(imports.changedClaims)} changed`,
        plural(imports.decisions, 'decision'),
      ])}`,
      to: '/imports',
    },
    news.alertsRaised > 0 && { icon: 'i-lucide-bell', text: `${plural(news.alertsRaised, 'alert')} raised`, to: '/' },
  ]
  return items.filter((item) => item !== false)
}
