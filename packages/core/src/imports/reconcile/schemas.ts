import { z } from 'zod'
import { isoDate, money, pagination, paging } from '../../schemas.ts'
import { importId } from '../history/schemas.ts'

export const reconcileImportInput = z.strictObject({ id: importId, ...paging })

const counted = z.object({ claimPayments: z.number().int(), amount: money })

/** A claim payment, or one of its lines, whose charge less adjustments is not its payment; amounts as the payer states them. */
const unbalanced = z.object({
  claimId: z.string(),
  adjudicationId: z.string(),
  /** Number of the line within the claim payment; null for the claim payment as a whole. */
  lineNumber: z.number().int().nullable(),
  charge: money,
  adjustments: money,
  paid: money,
  /** Charge less adjustments less payment. */
  imbalance: money,
})

/**
 * Why a difference is 0.00 or is not. `balanced`: it is. `not_read`: something of the payment could not be read, and its amount is not known.
 * `claim_payments`: it is what the claim payments are out of balance by. `payer`: everything was read; the payer's own sums disagree.
 */
export const explanations = ['balanced', 'not_read', 'claim_payments', 'payer'] as const

const payment = z.object({
  remittanceId: z.string(),
  traceNumber: z.string().nullable(),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  paymentDate: isoDate.nullable(),
  /** BPR02. */
  stated: money,
  /** CLP04 of what this import took in. */
  takenIn: counted,
  /** CLP04 of what other imports brought of this payment: before it, where the payment was sent again; after it, where rejected pieces were mended. */
  byOtherImports: counted.extend({ importIds: z.array(z.number().int()) }),
  /** CLP04 of claim payments that were rejected and not mended since, as far as it can be read. */
  rejected: counted.extend({ unreadable: z.number().int() }),
  /**
   * PLB by reason code; a positive amount lowers the payment. `references` are the first of each. `plbReference` is PLB03-2: of a take-back mostly the
   * account number of the patient, and so null for whoever does not see these.
   */
  providerAdjustments: z.object({
    amount: money,
    byReason: z.array(
      z.object({ reasonCode: z.string(), amount: money, references: z.array(z.object({ plbReference: z.string().nullable(), amount: money })) }),
    ),
  }),
  /** Stated, less the claim payments taken in here and elsewhere and those rejected, plus provider adjustments. */
  difference: money,
  explanation: z.enum(explanations),
  unbalancedCount: z.number().int(),
  /** The first of them, in the order of the file. */
  unbalanced: z.array(unbalanced),
})

const totals = z.object({
  payments: z.number().int(),
  /** Payments whose difference is not 0.00. */
  differing: z.number().int(),
  stated: money,
  takenIn: money,
  byOtherImports: money,
  rejected: money,
  providerAdjustments: money,
  difference: money,
  unbalanced: z.number().int(),
})

export const reconcileImportOutput = z.object({
  import: z.object({ id: z.number().int(), fileName: z.string(), format: z.string() }),
  claimPayments: z.object({
    inFile: z.number().int(),
    takenIn: z.number().int(),
    /** Known from an earlier import, or standing in the file twice. */
    notTakenIn: z.number().int(),
    /** Taken in, but of no payment: the file names none, or its header could not be read. */
    withoutPayment: counted,
  }),
  /** What was rejected and cannot be told to belong to a payment. */
  rejectedElsewhere: z.number().int(),
  totals,
  payments: z.array(payment),
  pagination,
  asOf: z.string(),
})

export type Reconciliation = z.infer<typeof reconcileImportOutput>
export type Payment = Reconciliation['payments'][number]
export type Unbalanced = Payment['unbalanced'][number]
