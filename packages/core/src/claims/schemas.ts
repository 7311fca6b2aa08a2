import { z } from 'zod'
import { claimStatuses, claimTypes, outcomes, submissionBases } from '../db/schema/claims.ts'
import { isoDate, money, pagination, paging, text, wholeNumber } from '../schemas.ts'

export const listClaimsInput = z.strictObject({
  /** `approved` is the guide's and the portal's word for paid. */
  status: z.enum(['all', 'approved', ...claimStatuses]).default('all'),
  /** Days of submission up to today, or `all`. */
  dateRange: z.union([z.literal('all'), wholeNumber(1, 36_500)], 'must be "all" or a whole number from 1 to 36500').default(30),
  payer: text(100).optional(),
  /** Outcome of the primary payer's first decision, duplicates apart: what the denial rates count. `any_denied`: wholly or in part, as in the denied amount. */
  initial: z.enum([...outcomes, 'any_denied']).optional(),
  /** Only the denials of this pattern. */
  pattern: text(100).optional(),
  /** Exact canonical denial reason. */
  reason: text(200).optional(),
  /** Exact patient control number (CLM01, CLP01): the practice's own account number. No transport may carry it in a URL. */
  controlNumber: text(100).optional(),
  sort: z.enum(['submitted', 'service', 'billed', 'denied']).default('submitted'),
  ...paging,
})

/** A claim as a list shows it. No name, birth date or member id: those need a role and a reason. */
export const claimOutput = z.object({
  id: z.string(),
  /** The practice's own number of the claim, which the payer repeats; claims may share one. */
  patientControlNumber: z.string().nullable(),
  status: z.enum(claimStatuses),
  claimType: z.enum(claimTypes).nullable(),
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  dateOfService: isoDate.nullable(),
  submissionDate: isoDate.nullable(),
  submissionBasis: z.enum(submissionBases).nullable(),
  processingDate: isoDate.nullable(),
  billedAmount: money,
  paidAmount: money,
  deniedAmount: money,
  denialReason: z.string().nullable(),
  denialCarc: z.string().nullable(),
  denialRarc: z.string().nullable(),
  reportedReason: z.string().nullable(),
  initialOutcome: z.enum(outcomes).nullable(),
  finalOutcome: z.enum(outcomes).nullable(),
  isDuplicate: z.boolean(),
  appealStatus: z.string().nullable(),
  procedureCodes: z.array(z.string()),
  diagnosisCodes: z.array(z.string()),
  modifiers: z.array(z.string()),
  lineCount: z.number().int(),
  deniedLineCount: z.number().int(),
})

export const listClaimsOutput = z.object({ claims: z.array(claimOutput), pagination, asOf: z.string() })

export type ClaimRow = z.infer<typeof claimOutput>
