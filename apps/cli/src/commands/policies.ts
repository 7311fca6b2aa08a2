import { writeFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { OverturnError } from '@overturn/core/errors'
import { perform } from '@overturn/core/operation'
import { exportFormats, exportPolicies } from '@overturn/core/policies/export'
import { listPolicies } from '@overturn/core/policies/list'
import { refreshPoliciesOperation } from '@overturn/core/policies/refresh-operation'
import type { Policy } from '@overturn/core/policies/schemas'
import { count, counted, money, pageLine, percent, table, text, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { withContext } from '../session.ts'

const columns: Column<Policy>[] = [
  { title: 'Id', value: ({ id }) => id },
  { title: 'Policy', value: ({ name }) => name },
  { title: 'Mode', value: ({ mode }) => mode },
  { title: 'Topic', value: ({ topic }) => text(topic) },
  { title: 'Procedures', value: ({ procedureCodes }) => procedureCodes.slice(0, 5).join(' ') + (procedureCodes.length > 5 ? ' …' : '') },
  { title: 'Claims hit', value: ({ hitCount }) => count(hitCount), right: true },
  { title: 'Denied', value: ({ denialRate }) => percent(denialRate), right: true },
  { title: 'Denied charges', value: ({ impact }) => money(impact), right: true },
  { title: 'Won', value: ({ overturnRate }) => percent(overturnRate), right: true },
  { title: 'Trend', value: ({ trend }) => text(trend) },
]

export default defineCommand({
  meta: {
    description: 'List the policies with what the claims of three months say of them; "overturn policies export" gives them as "overturn import" takes them',
  },
  args: {
    action: { type: 'positional', required: false, description: '"list" (as without it), "export", or "refresh": compute them as of today' },
    ...operationFlags(listPolicies.input, [], {
      mode: 'Only policies of this mode',
      search: 'Only policies with this text in id, name or topic, or with this procedure code',
      sort: 'Order: by id, or the most claims hit, claims denied or denied charges first',
      page: 'Page of the list',
      limit: 'Policies per page, up to 200',
    }),
    format: { type: 'string', valueHint: exportFormats.join('|'), description: "With export: the portal's JSON, or a table (default: json)" },
    out: { type: 'string', valueHint: 'file', description: 'With export: write to this file instead of the screen' },
    ...globalFlags,
  },
  run: ({ args }) => {
    const flags = args as unknown as GlobalFlags
    const { action = 'list', ...given }: Readonly<Record<string, unknown>> = args
    if (action === 'list') return list(flags, given)
    if (action === 'export') return exportAll(flags, given)
    if (action === 'refresh') return refresh(flags)
    throw new OverturnError('invalid_input', `"${String(action)}" is nothing to do with policies; it is "list", "export" or "refresh".`)
  },
})

async function list(flags: GlobalFlags, given: Readonly<Record<string, unknown>>): Promise<void> {
  const found = await withContext(flags, (context) => performAsTyped(listPolicies, context, inputFrom(listPolicies.input, given)))
  if (flags.json) printJson(found)
  else printResult(found.policies.length === 0 ? 'No policies.' : listText(found))
}

/** The days are those of the latest computation, whatever day the list is asked for on. */
function listText({ policies, pagination }: Awaited<ReturnType<typeof listPolicies.run>>): string {
  const period = policies.find(({ period }) => period !== null)?.period
  const served = period && `Claims served from ${period.start} until before ${period.end}`
  return [served, table(policies, columns), pageLine(pagination)].filter(Boolean).join('\n\n')
}

async function refresh(flags: GlobalFlags): Promise<void> {
  const done = await withContext(flags, (context) => perform(refreshPoliciesOperation, context, {}))
  if (flags.json) printJson(done)
  else printResult(`${counted(done.policies, 'policy', 'policies')} computed.`)
}

async function exportAll(flags: GlobalFlags, { format, out }: Readonly<Record<string, unknown>>): Promise<void> {
  const exported = await withContext(flags, (context) => performAsTyped(exportPolicies, context, { format }))
  if (typeof out === 'string') write(out, exported.content)
  if (typeof out !== 'string') return flags.json ? printJson(exported) : printResult(exported.content)
  if (flags.json) printJson({ format: exported.format, policies: exported.policies, file: out })
  else printResult(`${counted(exported.policies, 'policy', 'policies')} in ${out}.`)
}

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content)
  } catch (cause) {
    throw new OverturnError('data_dir_unwritable', `${file} cannot be written (${(cause as NodeJS.ErrnoException).code}).`, { cause })
  }
}
