import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { dismissMatch } from '@overturn/core/matches/dismiss'
import { listMatches } from '@overturn/core/matches/list'
import { resolveMatch } from '@overturn/core/matches/resolve'
import type { Match, MatchedClaim, ResolvedMatch } from '@overturn/core/matches/schemas'
import { perform } from '@overturn/core/operation'
import { refreshComputationOperation } from '@overturn/core/computation/operations'
import { runAction, type Action, type Given } from '../actions.ts'
import { counted, money, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'

/** What can be done with decisions in doubt, and the words that each needs after its name. */
const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  resolve: { needs: ['decision', 'claim'], run: resolve },
  dismiss: { needs: ['decision'], run: dismiss },
}

export default defineCommand({
  meta: { description: 'Decisions that fit several claims equally well: list them, say which claim one is of (resolve), or leave it where it is (dismiss)' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), resolve or dismiss' },
    decision: { type: 'positional', required: false, description: 'Number of the decision, as the list has it' },
    claim: { type: 'positional', required: false, description: 'With resolve: the claim it is of; its own claim, where it is of none of the others' },
    ...operationFlags(listMatches.input, [], {
      state: 'With list: only decisions in this state',
      page: 'With list: page of the list',
      limit: 'With list: decisions per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'matches' }),
})

const columns: Column<MatchedClaim & { role: string }>[] = [
  { title: '', value: ({ role }) => role },
  { title: 'Claim', value: ({ id }) => id },
  { title: 'Control number', value: ({ patientControlNumber }) => text(patientControlNumber) },
  { title: 'Served', value: ({ dateOfService }) => text(dateOfService) },
  { title: 'Submitted', value: ({ submissionDate, isSubmitted }) => (isSubmitted ? text(submissionDate) : 'not yet') },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
  { title: 'Paid', value: ({ paidAmount }) => money(paidAmount), right: true },
  { title: 'Status', value: ({ status }) => status.replaceAll('_', ' ') },
  { title: 'Provider', value: ({ providerName, providerId }) => text(providerName ?? providerId) },
  { title: 'Payer number', value: ({ payerControlNumber }) => text(payerControlNumber) },
  { title: 'Procedures', value: ({ procedureCodes }) => procedureCodes.join(' ') },
  { title: 'Member', value: ({ isSameMember }) => sameness(isSameMember) },
  { title: 'Patient name', value: ({ isSameName }) => sameness(isSameName) },
]

function sameness(isSame: boolean | null): string {
  if (isSame === null) return 'not known'
  return isSame ? 'the same' : 'another'
}

async function list(context: Context, given: Given): Promise<void> {
  const found = await perform(listMatches, context, inputFrom(listMatches.input, given))
  if (given['json']) return printJson(found)
  printResult(found.matches.length === 0 ? 'No decision is in doubt.' : [...found.matches.map(matchText), pageLine(found.pagination)].join('\n\n'))
}

function matchText({ adjudicationId, decision, claim, candidates, state, resolvedBy }: Match): string {
  const { payerName, payerId, decidedOn, chargeAmount, paidAmount, traceNumber, fileName } = decision
  const head = `Decision ${adjudicationId}: ${text(payerName ?? payerId)}, ${text(decidedOn)}, ${money(paidAmount)} paid of ${money(chargeAmount)}`
  const origin = [traceNumber && `payment ${traceNumber}`, fileName, state !== 'open' && `${state} by ${text(resolvedBy)}`].filter(Boolean).join(', ')
  const rows = [{ role: 'stands on', ...claim }, ...candidates.map((candidate) => ({ role: 'or', ...candidate }))]
  return `${head} (${origin})\n${table(rows, columns)}`
}

async function resolve(context: Context, { decision, claim, json }: Given): Promise<void> {
  const result = await perform(resolveMatch, context, { adjudicationId: decision, claimId: claim })
  await perform(refreshComputationOperation, context, {})
  if (json) printJson(result)
  else printResult(resolvedText(result))
}

function resolvedText({ adjudicationId, claimId, movedDecisions, addedLines, removedClaimId }: ResolvedMatch): string {
  if (movedDecisions === 0) return `Decision ${adjudicationId} stays on claim ${claimId}.`
  return [
    `${counted(movedDecisions, 'decision')} moved to claim ${claimId}.`,
    ...(addedLines > 0 ? [`${counted(addedLines, 'line')} added to it.`] : []),
    ...(removedClaimId === null ? [] : [`Claim ${removedClaimId}, which stood for it, is gone.`]),
  ].join(' ')
}

async function dismiss(context: Context, { decision, json }: Given): Promise<void> {
  const result = await perform(dismissMatch, context, { adjudicationId: decision })
  if (json) printJson(result)
  else printResult(`Decision ${result.adjudicationId} is off the list and stays where it is.`)
}
