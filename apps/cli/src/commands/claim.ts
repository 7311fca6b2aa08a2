import { defineCommand } from 'citty'
import type { z } from 'zod'
import { getClaim } from '@overturn/core/claims/get'
import type { ClaimDetail } from '@overturn/core/claims/get-schemas'
import { listClaims } from '@overturn/core/claims/list'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { perform } from '@overturn/core/operation'
import { count, facts, money, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { EXIT } from '../problem.ts'
import { withContext } from '../session.ts'
import { claimColumns } from './claims.ts'

type Line = ClaimDetail['lines'][number]
type Decision = ClaimDetail['decisions'][number]

const lineColumns: Column<Line>[] = [
  { title: 'Line', value: ({ lineNumber }) => count(lineNumber), right: true },
  { title: 'Procedure', value: ({ procedureCode, revenueCode, modifiers }) => [procedureCode ?? revenueCode, ...modifiers].filter(Boolean).join(' ') },
  { title: 'Diagnoses', value: ({ diagnosisCodes }) => diagnosisCodes.join(' ') },
  { title: 'Status', value: ({ status }) => status.replaceAll('_', ' ') },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
  { title: 'Paid', value: ({ paidAmount }) => money(paidAmount), right: true },
  { title: 'Reason', value: ({ denial }) => denial?.reason ?? '' },
]

const decisionColumns: Column<Decision>[] = [
  { title: 'Decision', value: ({ id }) => id },
  { title: 'Decided', value: ({ decidedOn }) => text(decidedOn) },
  { title: 'Kind', value: ({ kind, payerRank }) => [kind.replaceAll('_', ' '), payerRank].filter(Boolean).join(', ') },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Charge', value: ({ chargeAmount }) => money(chargeAmount), right: true },
  { title: 'Paid', value: ({ paidAmount }) => money(paidAmount), right: true },
  { title: 'Outcome', value: ({ outcome }) => outcome?.replaceAll('_', ' ') ?? '' },
  {
    title: 'Adjustments',
    value: ({ adjustments, lines }) =>
      [...adjustments, ...lines.flatMap((line) => line.adjustments)].map(({ group, carc, amount }) => `${group}-${carc} ${money(amount)}`).join(', '),
  },
  { title: 'Course', value: courseOf },
]

/** What a decision is among the others, and how it came to this claim. */
function courseOf(decision: Decision): string {
  const { isInitial, isFinal, isForwarded, isReplaced, waitsForOriginal, takesBack, takenBackBy, match } = decision
  const words = [
    isInitial && 'initial',
    isFinal && 'final',
    takesBack !== null && `takes back ${takesBack}`,
    takenBackBy !== null && 'taken back',
    waitsForOriginal && 'waits for its original, takes no cash away',
    isReplaced && 'replaced by a later statement',
    isForwarded && 'sent on to the next payer',
    match?.words,
  ]
  return words.filter(Boolean).join('; ')
}

const submissionColumns: Column<ClaimDetail['submissions'][number]>[] = [
  { title: 'Submitted again', value: ({ submittedOn }) => text(submittedOn) },
  { title: 'As', value: ({ as, frequencyCode }) => [as.replaceAll('_', ' '), frequencyCode && `(${frequencyCode})`].filter(Boolean).join(' ') },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
  { title: 'Payer number', value: ({ payerControlNumber }) => text(payerControlNumber) },
]

const payerColumns: Column<ClaimDetail['payers'][number]>[] = [
  { title: 'Payer', value: ({ rank }) => rank },
  { title: 'Name', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Had paid', value: ({ paidAmount }) => money(paidAmount), right: true },
  { title: 'On', value: ({ paidOn }) => text(paidOn) },
]

const appealColumns: Column<ClaimDetail['appeals'][number]>[] = [
  { title: 'Appeal', value: ({ level }) => count(level), right: true },
  { title: 'Filed', value: ({ appealDate }) => text(appealDate) },
  { title: 'Deadline', value: ({ deadline }) => text(deadline) },
  { title: 'Outcome', value: ({ outcome }) => outcome.replaceAll('_', ' ') },
  { title: 'Recovered', value: ({ recoveredAmount }) => money(recoveredAmount), right: true },
]

function detail({ claim }: { claim: ClaimDetail }): string {
  const overview = facts([
    ['Control number', text(claim.patientControlNumber)],
    ['Status', claim.status.replaceAll('_', ' ')],
    ['Payer', text(claim.payerName ?? claim.payerId)],
    ['Provider', text(claim.providerName ?? claim.providerId)],
    ['Served', text(claim.dateOfService)],
    ['Submitted', claim.isSubmitted ? text(claim.submissionDate) : 'known by its remittance alone'],
    ...(claim.voidedOn === null ? [] : [['Taken back', claim.voidedOn] as const]),
    ['Billed, paid, denied', `${money(claim.billedAmount)}, ${money(claim.paidAmount)}, ${money(claim.deniedAmount)}`],
    ['Paid on', claim.cash.map(({ date, amount }) => `${text(date)} ${money(amount)}`).join(', ') || 'nothing yet'],
    ['Reason', text(claim.denialReason ?? claim.reportedReason)],
    ['Patterns', claim.patterns.map(({ title, id }) => `${title} (${id})`).join(', ') || 'none'],
  ])
  const sections = [
    claim.lines.length > 0 && table(claim.lines, lineColumns),
    claim.decisions.length > 0 ? table(claim.decisions, decisionColumns) : 'No decision yet.',
    claim.payers.length > 0 && table(claim.payers, payerColumns),
    claim.submissions.length > 0 && table(claim.submissions, submissionColumns),
    claim.appeals.length > 0 && table(claim.appeals, appealColumns),
  ]
  return [`Claim ${claim.id}`, overview, ...sections].filter(Boolean).join('\n\n')
}

type Found = z.output<typeof getClaim.output> | z.output<typeof listClaims.output>

/** The claim of this id, or else those of this patient control number: what stands on a remittance or in the practice's own system. */
async function find(context: Context, id: string): Promise<Found> {
  const byId = (claim: string) => perform(getClaim, context, { id: claim })
  try {
    return await byId(id)
  } catch (error) {
    if (!(error instanceof OverturnError) || error.code !== 'not_found') throw error
    const found = await perform(listClaims, context, { controlNumber: id, dateRange: 'all', sort: 'service', limit: 200 })
    if (found.claims.length === 0) throw error
    return found.claims.length === 1 ? byId(found.claims[0]!.id) : found
  }
}

function several({ claims, pagination }: z.output<typeof listClaims.output>): string {
  return `Several claims have this control number; name one of them by its id.\n\n${table(claims, claimColumns)}\n\n${pageLine(pagination)}`
}

export default defineCommand({
  meta: { description: getClaim.summary },
  args: {
    // Patients are not named on a terminal.
    ...operationFlags(getClaim.input.pick({ id: true }), ['id'], { id: 'Id of the claim, as "overturn claims" lists it, or its patient control number' }),
    ...globalFlags,
  },
  run: async ({ args }) => {
    const flags = args as unknown as GlobalFlags
    const found = await withContext(flags, (context) => find(context, String((args as Record<string, unknown>)['id'])))
    if (flags.json) printJson(found)
    else printResult('claim' in found ? detail(found) : several(found))
    // A script asked for one claim.
    return 'claim' in found ? EXIT.ok : EXIT.negative
  },
})
