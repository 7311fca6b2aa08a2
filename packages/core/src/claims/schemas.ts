import { z } from 'zod'
import { isIsoDate, type DateWindow } from '../dates.ts'
import { claimStatuses, claimTypes, outcomes, submissionBases } from '../db/schema/claims.ts'
import { centsOf } from '../money.ts'
import { policyCounts } from '../policies/schemas.ts'
import { isoDate, money, pagination, paging, text, wholeNumber } from '../schemas.ts'

/** The outcomes, and what the dashboard counts of them together and beside them. */
const firstDecisions = [...outcomes, 'any_denied', 'decided', 'duplicate', 'none'] as const
export type FirstDecision = (typeof firstDecisions)[number]

const AMOUNT = 'must be an amount of dollars from zero up, exact to the cent and below a billion'
const DAYS = 'must be "all", a whole number of days from 1 to 36500, or two days such as 2026-01-01/2026-02-01, the second being the first that is left out'
/** Two days, half-open. */
const between = z
  .string(DAYS)
  .regex(/^[\d-]{10}\/[\d-]{10}$/, DAYS)
  .refine((text) => text.split('/').every(isIsoDate) && text.slice(0, 10) < text.slice(11), DAYS)
  .transform((text): DateWindow => ({ start: text.slice(0, 10), end: text.slice(11) }))

/** Dollars of a caller, as a number or as text; whole cents to the operation. */
const amount = z
  .union([z.number(), z.string()], AMOUNT)
  .transform((value) => centsOf(value))
  .pipe(z.number(AMOUNT).nonnegative(AMOUNT))

export const listClaimsInput = z.strictObject({
  /** `approved` is the guide's and the portal's word for paid. */
  status: z.enum(['all', 'approved', ...claimStatuses]).default('all'),
  /** Days up to today, a first day and the day after the last (`2026-01-01/2026-02-01`), or `all`; of submission, unless `basis` says otherwise. */
  dateRange: z.union([z.literal('all'), wholeNumber(1, 36_500), between], DAYS).default(30),
  basis: z.enum(['submission', 'service']).default('submission'),
  payer: text(100).optional(),
  /** The billing provider. */
  provider: text(100).optional(),
  /** Who rendered the service, where the claim names one, else who billed: whose numbers the claim is in. */
  servedBy: text(100).optional(),
  /**
   * Outcome of the primary payer's first decision, duplicates apart: what the denial rates count. `any_denied`: wholly or in part, as in the denied
   * amount; `decided`: whatever it was; `duplicate`: the duplicates themselves; `none`: no first decision yet.
   */
  initial: z.enum(firstDecisions).optional(),
  /** Only the denials of this pattern. */
  pattern: text(100).optional(),
  /** Only claims with a line that hits this policy. */
  policy: text(100).optional(),
  /** Of `policy`: only the claims that one of its counts counts, in the period of its metrics. */
  policyCount: z.enum(policyCounts).optional(),
  /** Exact canonical denial reason. */
  reason: text(200).optional(),
  /** Codes behind the denial of the claim: adjustment reason and remark. */
  carc: text(10).optional(),
  rarc: text(10).optional(),
  /** A line of the claim bills this procedure. */
  procedureCode: text(20).optional(),
  claimType: z.enum(claimTypes).optional(),
  /** Only claims that charge, or of which the first decision denied, at least so much. */
  billedFrom: amount.optional(),
  deniedFrom: amount.optional(),
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
