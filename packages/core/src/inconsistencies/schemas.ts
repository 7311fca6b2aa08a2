import { z } from 'zod'
import { isoDate, money, pagination, paging, rate, text, wholeNumber, window } from '../schemas.ts'

/** What is older can mostly not be escalated any more; and nobody shall wait behind the question. */
const LONGEST_DAYS = 120

export const inconsistentInput = z.strictObject({
  /** Days of service up to today. */
  days: wholeNumber(1, LONGEST_DAYS).default(90),
  payer: text(100).optional(),
  /** Procedure code. */
  code: text(100).optional(),
  /** Exactly this canonical denial reason. */
  reason: text(200).optional(),
  ...paging,
})

const decided = z.object({ claimId: z.string(), lineNumber: z.number().int(), serviceDate: isoDate, billedAmount: money })

export const inconsistentOutput = z.object({
  window,
  /** Days of service that a denied and a paid line may lie apart. */
  withinDays: z.number().int(),
  /** A payer's combination and the reason of its denials, the most dollars denied first. */
  decisions: z.array(
    z.object({
      payerId: z.string(),
      payerName: z.string().nullable(),
      procedureCode: z.string(),
      /** In alphabetical order. */
      modifiers: z.array(z.string()),
      placeOfService: z.string().nullable(),
      /** First three characters of the line's first diagnosis. */
      diagnosisCategory: z.string().nullable(),
      reason: z.string(),
      /** Lines denied for the reason with a paid line of the combination close by; and all paid lines of the combination in the window. */
      deniedLines: z.number().int(),
      paidLines: z.number().int(),
      /** deniedLines / (deniedLines + paidLines). */
      shareDenied: rate,
      deniedAmount: money,
      /** Up to three of the denied lines, the dearest first, each with the paid line served nearest to it. */
      examples: z.array(z.object({ denied: decided, paid: decided, daysApart: z.number().int() })),
    }),
  ),
  totals: z.object({ deniedLines: z.number().int(), deniedAmount: money }),
  pagination,
  asOf: z.string(),
})

export type InconsistentDecisions = z.infer<typeof inconsistentOutput>
