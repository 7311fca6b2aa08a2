import { reconcileImport } from '@overturn/core/imports/reconcile/operation'
import type { Payment, Reconciliation, Unbalanced } from '@overturn/core/imports/reconcile/schemas'
import { count, counted, facts, money, pageLine, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

const columns: Column<Payment>[] = [
  { title: 'Payment', value: ({ traceNumber, remittanceId }) => traceNumber ?? remittanceId },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Paid on', value: ({ paymentDate }) => text(paymentDate) },
  { title: 'Stated', value: ({ stated }) => money(stated), right: true },
  { title: 'Taken in', value: ({ takenIn }) => money(takenIn.amount), right: true },
  { title: 'Other imports', value: ({ byOtherImports }) => money(byOtherImports.amount), right: true },
  { title: 'Rejected', value: ({ rejected }) => money(rejected.amount), right: true },
  { title: 'Provider adj.', value: ({ providerAdjustments }) => money(providerAdjustments.amount), right: true },
  { title: 'Difference', value: ({ difference }) => money(difference), right: true },
]

const unbalancedColumns: Column<Unbalanced>[] = [
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Line', value: ({ lineNumber }) => (lineNumber === null ? 'all' : count(lineNumber)) },
  { title: 'Charge', value: ({ charge }) => money(charge), right: true },
  { title: 'Adjustments', value: ({ adjustments }) => money(adjustments), right: true },
  { title: 'Paid', value: ({ paid }) => money(paid), right: true },
  { title: 'Left', value: ({ imbalance }) => money(imbalance), right: true },
]

const EXPLANATIONS: Record<Payment['explanation'], string> = {
  balanced: 'the amounts agree',
  not_read: 'something of it could not be read; "overturn rejects" shows it, and mending it settles the difference',
  claim_payments: 'it is what the claim payments below are out of balance by; ask the payer',
  payer: "everything was read and the payer's own sums disagree; check them against the deposit and ask the payer",
}

function reconciliation(found: Reconciliation): string {
  const { import: file, totals, payments, pagination } = found
  const head = facts([
    ['Import', `${file.id}, ${file.fileName}`],
    ['Payments', `${count(totals.payments)}, ${count(totals.differing)} of them with a difference`],
    ['Stated', money(totals.stated)],
    ['Claim payments taken in', money(totals.takenIn)],
    ['By other imports', money(totals.byOtherImports)],
    ['Rejected', money(totals.rejected)],
    ['Provider adjustments', money(totals.providerAdjustments)],
    ['Difference', money(totals.difference)],
  ])
  if (payments.length === 0) return [head, ...notes(found)].join('\n\n')
  return [head, ...notes(found), table(payments, columns), ...payments.flatMap(explained), pageLine(pagination)].join('\n\n')
}

function notes({ claimPayments, rejectedElsewhere }: Reconciliation): string[] {
  const { notTakenIn, withoutPayment } = claimPayments
  const lines = [
    notTakenIn > 0 && `${counted(notTakenIn, 'claim payment')} of the file were known before, or stand in it twice, and were not taken in again.`,
    withoutPayment.claimPayments > 0 && `${counted(withoutPayment.claimPayments, 'decision')} of no payment, ${money(withoutPayment.amount)} in all.`,
    rejectedElsewhere > 0 && `${counted(rejectedElsewhere, 'rejection')} of which the payment is not known.`,
  ].filter((line) => line !== false)
  return lines.length > 0 ? [lines.join('\n')] : []
}

/** The reference of a take-back names the claim that the money was paid for; it is hidden from who does not see account numbers. */
function reasonText({ reasonCode, amount, references }: Payment['providerAdjustments']['byReason'][number]): string {
  const named = references.map((one) => `${one.plbReference === null ? reasonCode : `${reasonCode}:${one.plbReference}`} ${money(one.amount)}`)
  return named.length > 0 ? `${reasonCode} ${money(amount)} (${named.join(', ')})` : `${reasonCode} ${money(amount)}`
}

/** A payment without a word is one where nothing is left to say. */
function explained({ traceNumber, remittanceId, difference, explanation, providerAdjustments, unbalanced, unbalancedCount }: Payment): string[] {
  const reasons = providerAdjustments.byReason.map(reasonText).join(', ')
  const lines = [
    difference !== 0 && `difference ${money(difference)}: ${EXPLANATIONS[explanation]}`,
    reasons !== '' && `provider adjustments: ${reasons}`,
    unbalancedCount > 0 && `${count(unbalancedCount)} out of balance:`,
  ].filter((line) => line !== false)
  if (lines.length === 0) return []
  const more = unbalancedCount > unbalanced.length ? [`… and ${count(unbalancedCount - unbalanced.length)} more`] : []
  return [[`Payment ${traceNumber ?? remittanceId}`, ...lines, ...(unbalanced.length > 0 ? [table(unbalanced, unbalancedColumns)] : []), ...more].join('\n')]
}

export default operationCommand(reconcileImport, {
  positionals: ['id'],
  describe: { id: 'Id of the import, as "overturn imports" lists it', page: 'Page of the payments', limit: 'Payments per page, up to 200' },
  format: reconciliation,
  isNegative: ({ totals }) => totals.differing > 0,
})
