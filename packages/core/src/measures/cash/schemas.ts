import { z } from 'zod'
import { isoDate, money, pagination, paging, text, window } from '../../schemas.ts'
import { period } from '../bridge/period.ts'

export const cashInput = z.strictObject({
  ...period(30),
  /** Only payments on claims of this payer. */
  payer: text(100).optional(),
  ...paging,
})

/** One decision of a payer that paid (a reversal: took back) something after its claim was first denied. */
const payment = z.object({
  /** Day of the payer's decision. */
  paidOn: isoDate,
  claimId: z.string(),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  /** Trace number of the remittance (835 TRN02); null for a payment that no remittance states. */
  traceNumber: z.string().nullable(),
  /** This and what is said of the denial are null where the import that brought them is being undone: the payment counts until its day is computed again. */
  kind: z.enum(['original', 'reversal']).nullable(),
  firstDeniedOn: isoDate.nullable(),
  denialReason: z.string().nullable(),
  denialCarc: z.string().nullable(),
  /** What it paid of what had been denied; below 0 where it was taken back. */
  amount: money,
  /** Sum of the window up to and with this payment; the latest one's is the total. */
  cumulative: money,
})

export const cashOutput = z.object({
  window,
  /** As on the dashboard: the sum over the window's days. */
  total: money,
  /** Sum of the payments themselves, on all pages: the total once more, from below. */
  paymentsTotal: money,
  /** Latest first. */
  payments: z.array(payment),
  pagination,
  /** Days of this window are still to be computed again; the total is about to change. */
  recomputing: z.boolean(),
  asOf: z.string(),
})

export type Cash = z.infer<typeof cashOutput>
export type CashPayment = z.infer<typeof payment>
