import { defineCommand } from 'citty'
import { exportAudit } from '@overturn/core/audit/export'
import { listAudit } from '@overturn/core/audit/list'
import type { ShownEvent } from '@overturn/core/audit/schemas'
import { verifyAudit } from '@overturn/core/audit/verify'
import type { Context } from '@overturn/core/context'
import { runAction, type Action, type Given } from '../actions.ts'
import { count, counted, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { sinkOf } from '../private-file.ts'
import { EXIT } from '../problem.ts'

const ACTIONS: Record<string, Action<number>> = { list: { run: list }, export: { run: exportAll }, verify: { run: verify } }

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
  run: ({ args }) => runAction(ACTIONS, args, { command: 'audit', about: 'the audit trail' }),
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
  const out = given['out'] === undefined ? undefined : String(given['out'])
  const sink = sinkOf(out)
  let rows = 0
  try {
    for (let next: number | null | undefined; next !== null;) {
      const part = await performAsTyped(exportAudit, context, { ...inputFrom(exportAudit.input.omit({ after: true }), given), ...(next && { after: next }) })
      sink.part(part.content)
      rows += part.rows
      next = part.next
    }
  } finally {
    sink.end()
  }
  if (out !== undefined) printNote(`${counted(rows, 'event')} written to ${out}.`)
  return EXIT.ok
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
