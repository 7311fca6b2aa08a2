import { getProvider } from '@overturn/core/providers/get'
import type { ProviderDetail } from '@overturn/core/providers/schemas'
import { count, facts, money, percent, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'
import { ratioText, verdictText } from '../provider-text.ts'

const weekColumns: Column<ProviderDetail['weekly'][number]>[] = [
  { title: 'Week of', value: ({ week }) => week },
  { title: 'Claims', value: ({ claims }) => count(claims), right: true },
  { title: 'Waiting', value: ({ pending }) => count(pending), right: true },
  { title: 'Denied', value: ({ denied }) => count(denied), right: true },
  { title: 'Rate', value: ({ denialRate }) => percent(denialRate), right: true },
  { title: 'Charges denied', value: ({ dollarsDenied }) => money(dollarsDenied), right: true },
  { title: '', value: ({ mature }) => (mature ? '' : 'not decided yet') },
]

const payerColumns: Column<ProviderDetail['payers'][number]>[] = [
  { title: 'Payer', value: ({ payer, name }) => name ?? (payer || text(null)) },
  { title: 'Claims', value: ({ claims }) => count(claims), right: true },
  { title: 'Denied', value: ({ denied }) => count(denied), right: true },
  { title: 'Expected', value: ({ expected }) => text(expected?.toFixed(1) ?? null), right: true },
  { title: 'Rate', value: ({ denialRate }) => percent(denialRate), right: true },
]

const improvedColumns: Column<ProviderDetail['improved'][number]>[] = [
  { title: 'Pattern', value: ({ patternId }) => patternId },
  { title: '', value: ({ title }) => text(title) },
  { title: 'Rate at first', value: ({ baseline }) => percent(baseline.denialRate), right: true },
  { title: 'Rate now', value: ({ current }) => percent(current.denialRate), right: true },
]

function detail({ provider, weekly, payers, improved }: ProviderDetail): string {
  const { window, claimCount, pendingCount, deniedCount, expectedDeniedCount, denialRate, funnel, totalDenied, totalBilled } = provider
  const limits = funnel ? `; ${funnel.low.toFixed(2)} to ${funnel.high.toFixed(2)} is within the funnel` : ''
  const overview = facts([
    ['Verdict', verdictText(provider)],
    ['Denials', `${count(deniedCount)} of ${count(claimCount)} claims (${percent(denialRate)}), ${text(expectedDeniedCount?.toFixed(1) ?? null)} expected`],
    ['Observed / expected', `${ratioText(provider)}${limits}`],
    ['Billed, denied', `${money(totalBilled)}, ${money(totalDenied)}`],
    ['Without a decision', count(pendingCount)],
    ['Appeals', `${count(provider.appealCount)} filed, ${count(provider.appealsDecidedCount)} decided, ${count(provider.overturnCount)} won`],
  ])
  const months = window
    ? `Served from ${window.start} until before ${window.end}`
    : 'No numbers: no claims in twelve months that this provider rendered (or billed, where nobody else rendered), or nothing is computed yet ("overturn providers refresh")'
  const weeks = weekly.filter(({ claims, pending, denied }) => claims + pending + denied > 0)
  return [
    `${provider.name} (${provider.id})`,
    months,
    overview,
    ...(payers.length > 0 ? [table(payers, payerColumns)] : []),
    ...(improved.length > 0 ? [`Improved:\n${table(improved, improvedColumns)}`] : []),
    ...(weeks.length > 0 ? [table(weeks, weekColumns)] : []),
  ].join('\n\n')
}

export default operationCommand(getProvider, {
  positionals: ['id'],
  describe: { id: 'Id of the provider, as "overturn providers" lists it' },
  format: detail,
})
