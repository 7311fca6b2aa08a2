import { defineCommand } from 'citty'
import type { z } from 'zod'
import { refreshComputationOperation } from '@overturn/core/computation/operations'
import type { Context } from '@overturn/core/context'
import { perform } from '@overturn/core/operation'
import { listPatternActions } from '@overturn/core/patterns/actions/list'
import { recordPatternAction } from '@overturn/core/patterns/actions/record'
import { removePatternAction } from '@overturn/core/patterns/actions/remove'
import type { PatternAction } from '@overturn/core/patterns/actions/schemas'
import { setPatternStatus } from '@overturn/core/patterns/set-status'
import { runAction, type Action, type Given } from '../actions.ts'
import { count, table, text, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'

const POSITIONALS = ['patternId', 'id']

const ACTIONS: Record<string, Action<void>> = { list: { run: list }, record: { run: record }, remove: { run: remove }, status: { run: status } }

const { 'pattern-id': _recorded, ...recorded } = operationFlags(recordPatternAction.input.partial(), [], {
  kind: 'With record: what was done',
  happenedOn: 'With record: the day on which it was done',
  note: 'With record: in words; nothing about a patient',
})
const { id: _changed, ...changed } = operationFlags(setPatternStatus.input.partial(), [], {
  status: 'With status: archived, or active to bring it back',
  reason: 'With status: why; nothing about a patient',
})

export default defineCommand({
  meta: { description: 'What was done about a pattern: list it, record it, remove what was recorded by mistake; archive a pattern or bring it back (status)' },
  args: {
    action: { type: 'positional', required: true, description: Object.keys(ACTIONS).join(', ') },
    'pattern-id': { type: 'positional', required: true, description: 'The pattern' },
    ...recorded,
    position: { type: 'string', valueHint: 'number', description: 'With remove: number of the action, as the list has it' },
    ...changed,
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'actions', usual: null }),
})

const columns: Column<PatternAction>[] = [
  { title: '#', value: ({ position }) => count(position), right: true },
  { title: 'Day', value: ({ happenedOn }) => happenedOn },
  { title: 'What', value: ({ kind }) => kind.replaceAll('_', ' ') },
  { title: 'Who', value: ({ recordedBy, isOwn }) => (isOwn ? text(recordedBy) : `${text(recordedBy)} (imported)`) },
  { title: 'Note', value: ({ note }) => note ?? '' },
]

async function list(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listPatternActions, context, inputFrom(listPatternActions.input, given), POSITIONALS)
  if (given['json']) printJson(found)
  else printResult(listText(found))
}

function listText({ actions, statusChanges }: z.output<(typeof listPatternActions)['output']>): string {
  const changes = statusChanges.map(({ from, to, reason, changedBy, changedAt }) => `${changedAt.slice(0, 10)} ${from} to ${to} by ${changedBy}: ${reason}`)
  return [actions.length === 0 ? 'Nothing was recorded.' : table(actions, columns), ...(changes.length > 0 ? [changes.join('\n')] : [])].join('\n\n')
}

async function record(context: Context, given: Given): Promise<void> {
  const written = await performAsTyped(recordPatternAction, context, inputFrom(recordPatternAction.input, given), POSITIONALS)
  if (given['json']) printJson(written)
  else printResult(`Action ${written.action.position} of pattern ${written.patternId} is recorded.`)
}

async function remove(context: Context, given: Given): Promise<void> {
  const removed = await performAsTyped(removePatternAction, context, inputFrom(removePatternAction.input, given), POSITIONALS)
  if (given['json']) printJson(removed)
  else printResult(`Action ${removed.position} of pattern ${removed.patternId} is gone.`)
}

async function status(context: Context, given: Given): Promise<void> {
  const set = await performAsTyped(setPatternStatus, context, { ...inputFrom(setPatternStatus.input, given), id: given['pattern-id'] }, POSITIONALS)
  await perform(refreshComputationOperation, context, {})
  if (given['json']) printJson(set)
  else printResult(`Pattern ${set.id} was ${set.from} and is ${set.status}.`)
}
