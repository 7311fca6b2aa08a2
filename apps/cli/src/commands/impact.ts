import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { getImpact } from '@overturn/core/impact/get'
import { impactLedger } from '@overturn/core/impact/ledger'
import { impactPayments } from '@overturn/core/impact/payments'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { impactText, ledgerText, paymentsText } from '../impact-text.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { withContext } from '../session.ts'

type Given = Readonly<Record<string, unknown>>
const POSITIONALS = ['patternId']

const ACTIONS: Record<string, (context: Context, given: Given) => Promise<void>> = { ledger, show, payments }

const LEVEL = 'With show and payments: the pattern by what was recorded, or its lesson'
const { 'pattern-id': _shown, ...shown } = operationFlags(getImpact.input, [], { level: LEVEL })
const { 'pattern-id': _paid, ...paid } = operationFlags(impactPayments.input, [], {
  level: LEVEL,
  page: 'With payments: page of the list',
  limit: 'With payments: rows per page, up to 200',
})

export default defineCommand({
  meta: { description: 'What came of what was done about denials: the ledger, one pattern in full (show), the payments behind the verified cash (payments)' },
  args: {
    action: { type: 'positional', required: false, description: `${Object.keys(ACTIONS).join(', ')}; ledger if nothing is said` },
    'pattern-id': { type: 'positional', required: false, description: 'The pattern, with show; with payments only those of it' },
    ...shown,
    ...paid,
    ...globalFlags,
  },
  run: ({ args }) => {
    const given: Given = args
    const name = String(given['action'] ?? 'ledger')
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!action) throw new OverturnError('invalid_input', `"${name}" is nothing to do with the ledger; there are: ${Object.keys(ACTIONS).join(', ')}.`)
    return withContext(args as unknown as GlobalFlags, (context) => action(context, given))
  },
})

async function ledger(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(impactLedger, context, {})
  if (given['json']) printJson(found)
  else printResult(ledgerText(found))
}

async function show(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(getImpact, context, inputFrom(getImpact.input, given), POSITIONALS)
  if (given['json']) printJson(found)
  else printResult(impactText(found))
}

async function payments(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(impactPayments, context, inputFrom(impactPayments.input, given), POSITIONALS)
  if (given['json']) printJson(found)
  else printResult(paymentsText(found))
}
