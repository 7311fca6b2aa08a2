import { listClaims } from '@overturn/core/claims/list'
import type { ClaimRow } from '@overturn/core/claims/schemas'
import { money, pageLine, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

export const claimColumns: Column<ClaimRow>[] = [
  { title: 'Id', value: ({ id }) => id },
  { title: 'Control number', value: ({ patientControlNumber }) => text(patientControlNumber) },
  { title: 'Status', value: ({ status }) => status.replaceAll('_', ' ') },
  { title: 'Submitted', value: ({ submissionDate }) => text(submissionDate) },
  { title: 'Served', value: ({ dateOfService }) => text(dateOfService) },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
  { title: 'Paid', value: ({ paidAmount }) => money(paidAmount), right: true },
  { title: 'Denied', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  { title: 'Reason', value: ({ denialReason }) => denialReason ?? '' },
]

export default operationCommand(listClaims, {
  describe: {
    status: 'Only claims of this status',
    dateRange: 'Days of submission up to today, or "all"',
    initial: 'Only claims that the first decision paid, denied, or denied in part (any_denied: wholly or in part)',
    payer: 'Only claims of the payer with this id',
    pattern: 'Only the denials of the pattern with this id',
    reason: 'Only claims denied for exactly this reason',
    controlNumber: 'Only claims with exactly this patient control number',
    sort: 'Order of the list',
    page: 'Page of the list',
    limit: 'Claims per page, up to 200',
  },
  format: ({ claims, pagination }, { dateRange }) => {
    if (claims.length > 0) return `${table(claims, claimColumns)}\n\n${pageLine(pagination)}`
    if (pagination.total > 0) return `No claims on this page. ${pageLine(pagination)}.`
    return dateRange === 'all' ? 'No claims.' : 'No claims. --date-range all looks at every day.'
  },
})
