import { getClaim } from '@overturn/core/claims/get'
import type { ClaimDetail } from '@overturn/core/claims/get-schemas'
import { count, facts, money, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

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
    ['Status', claim.status.replaceAll('_', ' ')],
    ['Payer', text(claim.payerName ?? claim.payerId)],
    ['Provider', text(claim.providerName ?? claim.providerId)],
    ['Served', text(claim.dateOfService)],
    ['Submitted', text(claim.submissionDate)],
    ['Billed, paid, denied', `${money(claim.billedAmount)}, ${money(claim.paidAmount)}, ${money(claim.deniedAmount)}`],
    ['Reason', text(claim.denialReason ?? claim.reportedReason)],
    ['Patterns', claim.patterns.map(({ title, id }) => `${title} (${id})`).join(', ') || 'none'],
  ])
  const sections = [
    claim.lines.length > 0 && table(claim.lines, lineColumns),
    claim.decisions.length > 0 ? table(claim.decisions, decisionColumns) : 'No decision yet.',
    claim.appeals.length > 0 && table(claim.appeals, appealColumns),
  ]
  return [`Claim ${claim.id}`, overview, ...sections].filter(Boolean).join('\n\n')
}

export default operationCommand(getClaim, { positionals: ['id'], describe: { id: 'Id of the claim, as "overturn claims" lists it' }, format: detail })
