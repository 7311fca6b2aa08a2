import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { OverturnError } from '../../errors.ts'
import { dollars } from '../../money.ts'
import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { firstRowId, lastRowId } from '../merge/slice.ts'
import { readRejected } from './rejects-sql.ts'
import { explain } from './rules.ts'
import { reconcileImportInput, reconcileImportOutput, type Payment, type Reconciliation } from './schemas.ts'
import { paymentsOf, readPayments, readTotals, type StoredPayment, type StoredTotals } from './sql.ts'
import { readUnbalanced, type StoredUnbalanced } from './unbalanced-sql.ts'

export const reconcileImport = defineOperation({
  name: 'imports.reconcile',
  kind: 'read',
  concerns: (_input, { payments }) => payments.flatMap(({ unbalanced }) => unbalanced.map(({ claimId }) => claimId)),
  summary: 'Reconciles an imported file: what each payment states against the claim payments taken in, down to a difference of 0.00 or its explanation.',
  input: reconcileImportInput,
  output: reconcileImportOutput,
  run: async ({ db, organization, now }, { id, page, limit }) =>
    // Amounts are looked for in rejected pieces too; nothing else of these leaves.
    db.as('overturn_identifier').transaction(async (tx) => {
      const found = await findImport(tx, organization.id, id)
      if (!found)
        throw new OverturnError('not_found', `There is no import ${id} in ${organization.name}. The list of imports has those there are.`, {
          command: 'overturn imports',
        })
      const { inFile, status, ...file } = found
      if (status !== 'complete' && status !== 'publishing')
        throw new OverturnError('conflict', `Import ${id} is ${status}: nothing of it is there to reconcile.`, { command: `overturn imports ${id}` })
      const brought = await tx.rows<{ importId: number }>(sql`select distinct r.import_id as "importId" from (${paymentsOf(organization.id, id)}) r`)
      const rejected = await readRejected(tx, organization.id, [...new Set([id, ...brought.map(({ importId }) => importId)])])
      const totals = await readTotals(tx, organization.id, id, rejected.ofPayments)
      const payments = await readPayments(tx, organization.id, { importId: id, page, limit }, rejected.ofPayments)
      const unbalanced = await readUnbalanced(
        tx,
        organization.id,
        payments.map((payment) => payment.id),
      )
      const own = await readOwn(tx, organization.id, id)
      return {
        import: file,
        claimPayments: { ...own, inFile, notTakenIn: Math.max(0, inFile - own.takenIn) },
        rejectedElsewhere: rejected.elsewhere.get(id) ?? 0,
        totals: totalsOf(totals),
        payments: payments.map((payment) => paymentOf(payment, unbalanced)),
        pagination: paginate(totals.payments, { page, limit }),
        asOf: now.toISOString(),
      }
    }),
})

const findImport = (tx: TenantTransaction, organizationId: number, id: number) =>
  tx.row<{ id: number; fileName: string; format: string; status: string; inFile: number }>(sql`
    select id, file_name as "fileName", format, status, coalesce((summary ->> 'claimPayments')::int, 0) as "inFile" from imports
    where organization_id = ${organizationId} and id = ${id}`)

/** Claim payments of the import itself; those of no payment with their amount. */
async function readOwn(
  tx: TenantTransaction,
  organizationId: number,
  id: number,
): Promise<Pick<Reconciliation['claimPayments'], 'takenIn' | 'withoutPayment'>> {
  const row = await tx.row<{ takenIn: number; without: number; amount: number }>(sql`
    select count(*)::int as "takenIn", count(*) filter (where remittance_id is null)::int as without,
      (coalesce(sum(paid_amount) filter (where remittance_id is null), 0) * 100)::int8 as amount
    from adjudications where organization_id = ${organizationId} and id between ${firstRowId(id)} and ${lastRowId(id)}`)
  return { takenIn: row!.takenIn, withoutPayment: { claimPayments: row!.without, amount: dollars(row!.amount) } }
}

function totalsOf({ payments, differing, unbalanced, ...sums }: StoredTotals): Reconciliation['totals'] {
  const { stated, takenIn, byOtherImports, rejected, providerAdjustments, difference } = sums
  return {
    payments,
    differing,
    unbalanced,
    stated: dollars(stated),
    takenIn: dollars(takenIn),
    byOtherImports: dollars(byOtherImports),
    rejected: dollars(rejected),
    providerAdjustments: dollars(providerAdjustments),
    difference: dollars(difference),
  }
}

function paymentOf(payment: StoredPayment, unbalanced: readonly StoredUnbalanced[]): Payment {
  const { id, traceNumber, payerId, payerName, paymentDate, unreadable, otherImportIds, unbalancedCount } = payment
  return {
    remittanceId: String(id),
    traceNumber,
    payerId,
    payerName,
    paymentDate,
    stated: dollars(payment.stated),
    takenIn: { claimPayments: payment.takenInCount, amount: dollars(payment.takenIn) },
    byOtherImports: { claimPayments: payment.byOtherImportsCount, amount: dollars(payment.byOtherImports), importIds: otherImportIds },
    rejected: { claimPayments: payment.rejectedCount, amount: dollars(payment.rejected), unreadable },
    providerAdjustments: {
      amount: dollars(payment.providerAdjustments),
      byReason: payment.byReason.map(({ reasonCode, amount, references }) => ({
        reasonCode,
        amount: dollars(amount),
        references: references.map((one) => ({ plbReference: one.reference, amount: dollars(one.amount) })),
      })),
    },
    difference: dollars(payment.difference),
    explanation: explain(payment),
    unbalancedCount,
    unbalanced: unbalanced
      .filter(({ remittanceId }) => remittanceId === id)
      .map(({ remittanceId: _, charge, adjustments, paid, imbalance, ...where }) => ({
        ...where,
        charge: dollars(charge),
        adjustments: dollars(adjustments),
        paid: dollars(paid),
        imbalance: dollars(imbalance),
      })),
  }
}
