import { defineCommand } from 'citty'
import type { z } from 'zod'
import { createCheck } from '@overturn/core/checks/create'
import { evaluateChecks } from '@overturn/core/checks/evaluate'
import { getCheck } from '@overturn/core/checks/get'
import { listChecks } from '@overturn/core/checks/list'
import { releaseCheck } from '@overturn/core/checks/release'
import { retireCheck } from '@overturn/core/checks/retire'
import type { checkOutput } from '@overturn/core/checks/schemas'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import type { Operation } from '@overturn/core/operation'
import { checksText, checkText } from '../check-text.ts'
import { counted, pageLine } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { withContext } from '../session.ts'

type Given = Readonly<Record<string, unknown>>

/** What answers with one check. */
const one =
  <Input extends z.ZodObject>(operation: Operation<Input, typeof checkOutput>, field: 'id' | 'patternId') =>
  async (context: Context, given: Given): Promise<void> => {
    const input = { ...inputFrom(operation.input, given), [field]: given['id'] }
    const check = await performAsTyped(operation, context, input, ['id', 'patternId'])
    if (given['json']) printJson(check)
    else printResult(checkText(check))
  }

const ACTIONS: Record<string, { needs: string | null; run: (context: Context, given: Given) => Promise<void> }> = {
  list: { needs: null, run: list },
  show: { needs: 'check', run: one(getCheck, 'id') },
  create: { needs: 'pattern', run: one(createCheck, 'patternId') },
  release: { needs: 'check', run: one(releaseCheck, 'id') },
  retire: { needs: 'check', run: one(retireCheck, 'id') },
  evaluate: { needs: null, run: evaluate },
}

export default defineCommand({
  meta: {
    description:
      'Patterns as checks of claims before they are sent: list them, make one of a pattern, release it from shadow, retire it, count what they have said (evaluate)',
  },
  args: {
    action: { type: 'positional', required: false, description: `${Object.keys(ACTIONS).join(', ')}; list if nothing is said` },
    id: { type: 'positional', required: false, description: 'The check; with create: the pattern' },
    ...operationFlags(listChecks.input, [], {
      state: 'With list: only checks in this state',
      pattern: 'With list: only checks of this pattern',
      page: 'With list: page of the list',
      limit: 'With list: checks per page, up to 200',
    }),
    anyway: { type: 'string', valueHint: 'text', description: 'With release: why it is released without enough evidence' },
    reason: { type: 'string', valueHint: 'text', description: 'With retire: why' },
    ...globalFlags,
  },
  run: ({ args }) => {
    const given: Given = args
    const name = String(given['action'] ?? 'list')
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!action) throw new OverturnError('invalid_input', `"${name}" is nothing to do with checks; there are: ${Object.keys(ACTIONS).join(', ')}.`)
    if (action.needs !== null && given['id'] === undefined)
      throw new OverturnError('invalid_input', `<${action.needs}> is missing: overturn checks ${name} <${action.needs}>.`)
    return withContext(args as unknown as GlobalFlags, (context) => action.run(context, given))
  },
})

async function list(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listChecks, context, inputFrom(listChecks.input, given))
  if (given['json']) printJson(found)
  else printResult(found.checks.length === 0 ? 'No checks.' : `${checksText(found.checks)}\n\n${pageLine(found.pagination)}`)
}

async function evaluate(context: Context, given: Given): Promise<void> {
  const done = await performAsTyped(evaluateChecks, context, {})
  if (given['json']) printJson(done)
  else printResult(`${counted(done.evaluated, 'check')} evaluated, ${done.retired.length === 0 ? 'none retired' : `retired: ${done.retired.join(', ')}`}.`)
}
