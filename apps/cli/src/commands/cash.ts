import { cashRecovered } from '@overturn/core/measures/cash/operation'
import type { Cash, CashPayment } from '@overturn/core/measures/cash/schemas'
import { money, pageLine, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

const columns: Column<CashPayment>[] = [
  { title: 'Paid on', value: ({ paidOn, kind }) => `${paidOn}${kind === 'reversal' ? ' (reversal)' : ''}` },
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Payment', value: ({ traceNumber }) => text(traceNumber) },
  { title: 'First denied', value: ({ firstDeniedOn }) => text(firstDeniedOn) },
  { title: 'Reason', value: ({ denialReason }) => text(denialReason) },
  { title: 'Recovered', value: ({ amount }) => money(amount), right: true },
  { title: 'Sum', value: ({ cumulative }) => money(cumulative), right: true },
]

function statement({ window, total, paymentsTotal, payments, pagination, recomputing }: Cash): string {
  const parts = [
    `Cash recovered from ${window.start} until before ${window.end}: ${money(total)}`,
    payments.length === 0 ? 'No payments.' : table(payments, columns),
    pageLine(pagination),
  ]
  if (recomputing) parts.push(`Days wait to be computed again ("overturn refresh"); the payments themselves come to ${money(paymentsTotal)}.`)
  return parts.join('\n\n')
}

export default operationCommand(cashRecovered, {
  describe: {
    days: 'Length of the period in days, ending today',
    start: 'First day, in place of --days',
    end: 'The day after the last, in place of --days',
    payer: 'Only payments on claims of the payer with this id',
    page: 'Page of the list',
    limit: 'Payments per page, up to 200',
  },
  format: statement,
})
