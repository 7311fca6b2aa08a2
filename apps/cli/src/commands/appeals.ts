import { defineCommand } from 'citty'
import { correctAppeal } from '@overturn/core/appeals/correct'
import { createAppeal } from '@overturn/core/appeals/create'
import { appealDeadlines } from '@overturn/core/appeals/deadlines'
import { decideAppeal } from '@overturn/core/appeals/decide'
import { listAppeals } from '@overturn/core/appeals/list'
import { removeAppeal } from '@overturn/core/appeals/remove'
import { reopenAppeal } from '@overturn/core/appeals/reopen'
import type { Appeal } from '@overturn/core/appeals/schemas'
import { refreshComputationOperation } from '@overturn/core/computation/operations'
import type { Context } from '@overturn/core/context'
import { perform } from '@overturn/core/operation'
import { runAction, type Action, type Given } from '../actions.ts'
import { appealsText, appealText, deadlinesText } from '../appeals-text.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'

/** Words of the command that stand for fields of the operations. */
const POSITIONALS = ['claimId']

const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  deadlines: { run: deadlines },
  create: { needs: ['claim-id'], run: (context, given) => change(context, given, createAppeal) },
  decide: { needs: ['claim-id'], run: (context, given) => change(context, given, decideAppeal) },
  correct: { needs: ['claim-id'], run: (context, given) => change(context, given, correctAppeal) },
  reopen: { needs: ['claim-id'], run: (context, given) => change(context, given, reopenAppeal) },
  remove: { needs: ['claim-id'], run: remove },
}

const { 'claim-id': _claim, ...filing } = operationFlags(createAppeal.input.partial(), [], {
  filedOn: 'With create and correct: the day on which it was filed',
  level: 'Level of the appeal; the next one with create, the latest with decide, correct and reopen',
  lineNumbers: 'With create and correct: lines that it is about, such as 1,3; the whole claim if nothing is said',
  amount: 'Dollars that it is about (create, correct), or that the payer says it will pay more (decide)',
  deadline: "With create and correct: the last day to file it, where it is not by the payer's window",
  note: 'With create and correct: for the record; nothing about the patient',
})

export default defineCommand({
  meta: { description: 'Appeals: list them and the deadlines of denied claims, record one (create), say how it ended (decide), correct, reopen or remove it' },
  args: {
    action: { type: 'positional', required: false, description: `${Object.keys(ACTIONS).join(', ')}; list if nothing is said` },
    'claim-id': { type: 'positional', required: false, description: 'The claim, with all but list and deadlines' },
    ...filing,
    on: { type: 'string', valueHint: 'date', description: 'With decide: the day of the decision, or of the withdrawal' },
    ...operationFlags(listAppeals.input, [], {
      outcome: 'With list: only appeals of this outcome (won: wholly or in part); with decide: overturned, partially_overturned, upheld or withdrawn',
      payer: 'With list and deadlines: only claims of this payer',
      servedBy: 'With list: only claims of the provider with this id who rendered the service, or else billed it',
      filedWithin: 'With list: filed in the last so many days',
      decidedWithin: 'With list: decided by the payer in the last so many days',
      dueWithin: 'With list and deadlines: due in so many days at most',
      sort: 'Order of the list; deadlines know due and value',
      page: 'Page of the list',
      limit: 'Rows per page, up to 200',
    }),
    remedy: { type: 'string', valueHint: 'all|appeal|corrected_claim', description: 'With deadlines: only what is got back this way (default: all)' },
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'appeals' }),
})

async function list(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listAppeals, context, inputFrom(listAppeals.input, given))
  if (given['json']) printJson(found)
  else printResult(appealsText(found))
}

async function deadlines(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(appealDeadlines, context, inputFrom(appealDeadlines.input, given))
  if (given['json']) printJson(found)
  else printResult(deadlinesText(found))
}

type Change = typeof createAppeal | typeof decideAppeal | typeof correctAppeal | typeof reopenAppeal

/** Writes, computes what follows from it, and shows the appeal. */
async function change(context: Context, given: Given, operation: Change): Promise<void> {
  const { lineNumbers, ...input } = inputFrom(operation.input, given)
  const lines = typeof lineNumbers === 'string' ? { lineNumbers: lineNumbers.split(',').map((number) => number.trim()) } : {}
  const answer: { appeal: Appeal; asOf: string } = await performAsTyped(operation as typeof createAppeal, context, { ...input, ...lines }, POSITIONALS)
  await perform(refreshComputationOperation, context, {})
  if (given['json']) printJson(answer)
  else printResult(appealText(answer.appeal))
}

async function remove(context: Context, given: Given): Promise<void> {
  const removed = await performAsTyped(removeAppeal, context, inputFrom(removeAppeal.input, given), POSITIONALS)
  await perform(refreshComputationOperation, context, {})
  if (given['json']) printJson(removed)
  else printResult(`Appeal ${removed.level} of claim ${removed.claimId} is gone. The claim is ${removed.claimStatus.replaceAll('_', ' ')}.`)
}
