import { defineCommand } from 'citty'
import { OverturnError } from '@overturn/core/errors'
import { perform } from '@overturn/core/operation'
import { listProviders } from '@overturn/core/providers/list'
import { refreshProvidersOperation } from '@overturn/core/providers/operations'
import type { Provider } from '@overturn/core/providers/schemas'
import { count, counted, pageLine, percent, table, text, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { ratioText, verdictText } from '../provider-text.ts'
import { withContext } from '../session.ts'

const columns: Column<Provider>[] = [
  { title: 'Id', value: ({ id }) => id },
  { title: 'Provider', value: ({ name }) => name },
  { title: 'Claims', value: ({ claimCount }) => count(claimCount), right: true },
  { title: 'Denied', value: ({ deniedCount }) => count(deniedCount), right: true },
  { title: 'Expected', value: ({ expectedDeniedCount }) => text(expectedDeniedCount?.toFixed(1) ?? null), right: true },
  { title: 'Ratio (95 %)', value: ratioText },
  { title: 'Rate', value: ({ denialRate }) => percent(denialRate), right: true },
  { title: 'Improved', value: ({ improvedPatterns }) => count(improvedPatterns), right: true },
  { title: 'Verdict', value: verdictText },
]

export default defineCommand({
  meta: { description: 'Denials of each provider against what its own case mix lets one expect; "overturn providers refresh" computes them' },
  args: {
    action: { type: 'positional', required: false, description: '"list" (as without it) or "refresh"' },
    ...operationFlags(listProviders.input, [], {
      verdict: 'Only providers of this verdict',
      search: 'Only providers with this text in id, name, NPI or specialty',
      sort: 'Order: denials beyond what was to be expected, claims, name, or specialty',
      page: 'Page of the list',
      limit: 'Providers per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => {
    const flags = args as unknown as GlobalFlags
    const { action = 'list', ...given }: Readonly<Record<string, unknown>> = args
    if (action === 'list') return list(flags, given)
    if (action === 'refresh') return refresh(flags)
    throw new OverturnError('invalid_input', `"${String(action)}" is nothing to do with providers; it is "list" or "refresh".`)
  },
})

async function list(flags: GlobalFlags, given: Readonly<Record<string, unknown>>): Promise<void> {
  const found = await withContext(flags, (context) => performAsTyped(listProviders, context, inputFrom(listProviders.input, given)))
  if (flags.json) return printJson(found)
  if (found.providers.length === 0) return printResult('No providers.')
  const window = found.providers.find(({ window }) => window !== null)?.window
  const served = window && `Claims served from ${window.start} until before ${window.end}, each under the provider who rendered the service, else who billed it`
  // Providers who rendered nothing in twelve months have no numbers either: a page of them does not say that nothing was computed.
  const note = !window && 'None of these has numbers: no claims of theirs in twelve months, or nothing is computed yet ("overturn providers refresh").'
  printResult([served, table(found.providers, columns), pageLine(found.pagination), note].filter(Boolean).join('\n\n'))
}

async function refresh(flags: GlobalFlags): Promise<void> {
  const done = await withContext(flags, (context) => perform(refreshProvidersOperation, context, {}))
  if (flags.json) return printJson(done)
  const unknown = done.unknown > 0 ? ` ${counted(done.unknown, 'provider')} that claims name could not be: no file describes them.` : ''
  printResult(`${counted(done.providers, 'provider')} computed.${unknown}`)
}
