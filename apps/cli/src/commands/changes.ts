import { defineCommand } from 'citty'
import { changeClaims } from '@overturn/core/changes/claims'
import { listChanges } from '@overturn/core/changes/list'
import { detectChangesOperation } from '@overturn/core/changes/operation'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { perform } from '@overturn/core/operation'
import { changeClaimsText, changesText, detectedText } from '../changes-text.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { withContext } from '../session.ts'

type Given = Readonly<Record<string, unknown>>
type Action = (context: Context, given: Given) => Promise<void>

const ACTIONS: Record<string, { needsId?: boolean; run: Action }> = {
  list: { run: list },
  detect: { run: detect },
  claims: { needsId: true, run: claims },
}

export default defineCommand({
  meta: { description: 'Denial rates that have changed, with onset and size: list them, look for new ones (detect), or list the denied claims of one' },
  args: {
    action: { type: 'positional', required: false, description: `${Object.keys(ACTIONS).join(', ')}; list if nothing is said` },
    id: { type: 'positional', required: false, description: 'With claims: the change, as the list has it' },
    ...operationFlags(listChanges.input, [], {
      payer: 'With list: only changes at this payer',
      reason: 'With list: only changes of this denial reason',
      pattern: 'With list: only changes of this pattern',
      direction: 'With list: only rates that rose (up) or fell (down)',
      open: 'With list: only changes whose new rate still holds',
      heldSince: 'With list: only changes whose new rate still held on this day, or holds',
      page: 'Page of the list',
      limit: 'Rows per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => {
    const given: Given = args
    const name = String(given['action'] ?? 'list')
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!action) throw new OverturnError('invalid_input', `"${name}" is nothing to do with changes; there are: ${Object.keys(ACTIONS).join(', ')}.`)
    if (action.needsId && given['id'] === undefined) throw new OverturnError('invalid_input', `<id> is missing: overturn changes ${name} <id>.`)
    return withContext(args as unknown as GlobalFlags, (context) => action.run(context, given))
  },
})

async function list(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listChanges, context, inputFrom(listChanges.input, given))
  if (given['json']) printJson(found)
  else printResult(changesText(found))
}

async function detect(context: Context, { json }: Given): Promise<void> {
  const found = await perform(detectChangesOperation, context, {})
  if (json) printJson(found)
  else printResult(detectedText(found))
}

async function claims(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(changeClaims, context, inputFrom(changeClaims.input, given), ['id'])
  if (given['json']) printJson(found)
  else printResult(changeClaimsText(found))
}
