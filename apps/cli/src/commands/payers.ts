import { defineCommand } from 'citty'
import { refreshComputationOperation } from '@overturn/core/computation/operations'
import type { Context } from '@overturn/core/context'
import { perform } from '@overturn/core/operation'
import { getPayer } from '@overturn/core/payers/get'
import { listPayers } from '@overturn/core/payers/list'
import { setPayerWindows } from '@overturn/core/payers/set-windows'
import { runAction, type Action, type Given } from '../actions.ts'
import { counted } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { payersText, scorecardText, windowsText } from '../payer-text.ts'
import { performAsTyped } from '../perform-as-typed.ts'

const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  show: { needs: ['id'], run: show },
  windows: { needs: ['id'], run: windows },
}

const { id: _id, ...windowFlags } = operationFlags(setPayerWindows.input, [], {
  appealWindowDays: 'With windows: days after its decision in which it can be appealed',
  timelyFilingDays: 'With windows: days after the service in which a claim can be filed or corrected',
  appealsAddress: 'With windows: where appeals are sent, as it stands on the envelope',
})

export default defineCommand({
  meta: { description: 'Payers: list them, show the scorecard of one, or say in how many days it lets things be filed (windows)' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), show or windows' },
    id: { type: 'positional', required: false, description: 'The payer, with show and windows' },
    ...operationFlags(listPayers.input, [], {
      search: 'With list: only payers with this text in id or name',
      days: 'With list and show: claims submitted in so many days, ending today',
      sort: 'Order of the list',
      page: 'Page of the list',
      limit: 'Payers per page, up to 200',
    }),
    ...windowFlags,
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'payers' }),
})

async function list(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listPayers, context, inputFrom(listPayers.input, given))
  if (given['json']) printJson(found)
  else printResult(payersText(found))
}

async function show(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(getPayer, context, inputFrom(getPayer.input, given), ['id'])
  if (given['json']) printJson(found)
  else printResult(scorecardText(found))
}

async function windows(context: Context, given: Given): Promise<void> {
  const set = await performAsTyped(setPayerWindows, context, inputFrom(setPayerWindows.input, given), ['id'])
  await perform(refreshComputationOperation, context, {})
  if (given['json']) printJson(set)
  else printResult(`Payer ${set.id}: ${windowsText(set.windows)}. The last days of ${counted(set.claims, 'claim')} were computed again.`)
}
