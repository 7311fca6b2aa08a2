import { closeSync, openSync, writeSync } from 'node:fs'
import { defineCommand } from 'citty'
import { exportAudit } from '@overturn/core/audit/export'
import { listAudit } from '@overturn/core/audit/list'
import type { ShownEvent } from '@overturn/core/audit/schemas'
import { verifyAudit } from '@overturn/core/audit/verify'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { count, counted, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { EXIT } from '../problem.ts'
import { withContext } from '../session.ts'

type Given = Readonly<Record<string, unknown>>

const ACTIONS: Record<string, (context: Context, given: Given) => Promise<number>> = { list, export: exportAll, verify }

export default defineCommand({
  meta: { description: 'Who looked at what and changed what: list it, export it, or verify that nobody has tampered with it' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), export or verify' },
    ...operationFlags(listAudit.input, [], {
      actor: 'Only what this person, program or job did',
      operation: 'Only this operation, such as claims.get',
      outcome: 'Only events of this outcome',
      claim: 'Only events about the claim with this id',
      from: 'First day, as the organization has days',
      to: 'Last day',
      page: 'With list: page of the list',
      limit: 'With list: events per page, up to 200',
    }),
    ...operationFlags(exportAudit.input.pick({ format: true }), [], { format: 'With export: a table, or a JSON document on each line' }),
    out: { type: 'string', valueHint: 'file', description: 'With export: write to this new file, readable by you only' },
    ...operationFlags(verifyAudit.input, [], {
      number: 'With verify: the number that an earlier check ended with',
      hash: 'With verify: and its hash',
    }),
    ...globalFlags,
  },
  run: ({ args }) => {
    const given: Given = args
    const name = String(given['action'] ?? 'list')
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!action) throw new OverturnError('invalid_input', `"${name}" is nothing to do with the audit trail; there are: ${Object.keys(ACTIONS).join(', ')}.`)
    return withContext(args as unknown as GlobalFlags, (context) => action(context, given))
  },
})

const columns: Column<ShownEvent>[] = [
  { title: 'No.', value: ({ number }) => count(number), right: true },
  { title: 'When (UTC)', value: ({ at }) => at.replace('T', ' ').slice(0, 19) },
  { title: 'Who', value: ({ actorId, role }) => `${actorId} (${role})` },
  { title: 'What', value: ({ operation }) => operation },
  { title: 'How', value: ({ outcome }) => outcome },
  { title: 'Claims', value: ({ claimIds }) => claimsText(claimIds) },
  { title: 'From', value: ({ channel, address }) => (address === null ? channel : `${channel} ${address}`) },
  { title: 'Request', value: ({ requestId }) => text(requestId) },
]

const claimsText = ([first, ...others]: readonly string[]): string =>
  first === undefined ? '' : others.length === 0 ? first : `${first} and ${others.length} more`

async function list(context: Context, given: Given): Promise<number> {
  const found = await performAsTyped(listAudit, context, inputFrom(listAudit.input, given))
  if (given['json']) printJson(found)
  else printResult(found.events.length === 0 ? 'No events.' : `${table(found.events, columns)}\n\n${pageLine(found.pagination)}`)
  return EXIT.ok
}

/** Part by part: the trail may be long. */
async function exportAll(context: Context, given: Given): Promise<number> {
  const write =
    given['out'] === undefined ? { part: (content: string) => void process.stdout.write(content), end: () => undefined } : privateFile(String(given['out']))
  let rows = 0
  try {
    for (let next: number | null | undefined; next !== null;) {
      const part = await performAsTyped(exportAudit, context, { ...inputFrom(exportAudit.input.omit({ after: true }), given), ...(next && { after: next }) })
      write.part(part.content)
      rows += part.rows
      next = part.next
    }
  } finally {
    write.end()
  }
  if (given['out'] !== undefined) printNote(`${counted(rows, 'event')} written to ${String(given['out'])}.`)
  return EXIT.ok
}

/** Never over a file that is there, which others may be allowed to read. */
function privateFile(path: string): { part(content: string): void; end(): void } {
  try {
    const file = openSync(path, 'wx', 0o600)
    return { part: (content) => void writeSync(file, content), end: () => closeSync(file) }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OverturnError('data_dir_unwritable', `${path} cannot be written (${code === 'EEXIST' ? 'there is such a file already' : code}).`, { cause })
  }
}

const WHY = {
  missing: 'it is missing',
  changed: 'it does not say what it said when it was written',
  unlinked: 'it does not follow the event before it',
  not_as_kept: 'its hash is not the one that was kept of an earlier check: everything up to here was written again',
}

async function verify(context: Context, given: Given): Promise<number> {
  const { intact, events, last, broken } = await performAsTyped(verifyAudit, context, inputFrom(verifyAudit.input, given))
  if (given['json']) printJson({ intact, events, last, broken })
  else if (broken) printResult(`The audit trail does not hold at event ${broken.number}: ${WHY[broken.why]}. ${counted(events, 'event')} before it hold.`)
  else if (!last) printResult('There are no events yet.')
  else
    printResult(
      `The audit trail holds: ${counted(events, 'event')}, the last of ${last.at}.\nKeep this outside of this system; the next check then also finds a cut end:\n  overturn audit verify --number ${last.number} --hash ${last.hash}`,
    )
  return intact ? EXIT.ok : EXIT.negative
}
