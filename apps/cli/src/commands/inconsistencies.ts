import { inconsistentDecisions } from '@overturn/core/inconsistencies/list'
import type { InconsistentDecisions } from '@overturn/core/inconsistencies/schemas'
import { count, counted, money, pageLine, percent, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

const columns: Column<InconsistentDecisions['decisions'][number]>[] = [
  { title: 'Payer', value: ({ payerId, payerName }) => payerName ?? payerId },
  { title: 'Procedure', value: ({ procedureCode, modifiers }) => [procedureCode, ...modifiers].join('-') },
  { title: 'Place', value: ({ placeOfService }) => text(placeOfService) },
  { title: 'Diagnosis', value: ({ diagnosisCategory }) => text(diagnosisCategory) },
  { title: 'Reason', value: ({ reason }) => reason },
  { title: 'Denied', value: ({ deniedLines }) => count(deniedLines), right: true },
  { title: 'Paid', value: ({ paidLines }) => count(paidLines), right: true },
  { title: 'Share', value: ({ shareDenied }) => percent(shareDenied), right: true },
  { title: 'Charges denied', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  {
    title: 'Such as (denied, paid)',
    value: ({ examples: [first] }) => (first ? `${first.denied.claimId}/${first.denied.lineNumber}, ${first.paid.claimId}/${first.paid.lineNumber}` : '–'),
  },
]

export default operationCommand(inconsistentDecisions, {
  describe: {
    days: 'Days of service, up to and with today; up to 120',
    payer: 'Only this payer (id)',
    code: 'Only this procedure code',
    reason: 'Exactly this denial reason',
    page: 'Page of the list',
    limit: 'Rows per page, up to 200',
  },
  format: ({ decisions, totals, window, withinDays, pagination }) =>
    decisions.length === 0
      ? `No line served from ${window.start} was denied within ${withinDays} days of one of the same kind that was paid.`
      : `${table(decisions, columns)}\n\n${counted(totals.deniedLines, 'denied line')}, ${money(totals.deniedAmount)}. ${pageLine(pagination)}`,
})
