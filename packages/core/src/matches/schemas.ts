import { z } from 'zod'
import { matchStates } from '../db/schema/adjudications.ts'
import { claimStatuses } from '../db/schema/claims.ts'
import { decisionKinds } from '../imports/records.ts'
import { isoDate, money, pagination, paging, text, wholeNumber } from '../schemas.ts'

/** Row id of a decision, as lists and claims show it: text, because JSON numbers end at 2^53. */
const adjudicationId = wholeNumber(1, Number.MAX_SAFE_INTEGER)

export const listMatchesInput = z.strictObject({ state: z.enum(['all', ...matchStates]).default('open'), ...paging })

/** A claim with what tells it from others of its control number. No name, birth date or member id: whether they are the decision's is enough. */
const matchedClaim = z.object({
  id: z.string(),
  patientControlNumber: z.string().nullable(),
  status: z.enum(claimStatuses),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  providerId: z.string().nullable(),
  providerName: z.string().nullable(),
  payerControlNumber: z.string().nullable(),
  dateOfService: isoDate.nullable(),
  submissionDate: isoDate.nullable(),
  billedAmount: money,
  paidAmount: money,
  procedureCodes: z.array(z.string()),
  /** False while it is known by a remittance alone. */
  isSubmitted: z.boolean(),
  /** Whether its member is the one that the decision names; null where one of the two names none. */
  isSameMember: z.boolean().nullable(),
  /** Whether its patient has the name that the decision says, capitals aside; null where one of the two says none. */
  isSameName: z.boolean().nullable(),
})

const match = z.object({
  adjudicationId: z.string(),
  state: z.enum(matchStates),
  decision: z.object({
    kind: z.enum(decisionKinds),
    statusCode: z.string().nullable(),
    payerId: z.string().nullable(),
    payerName: z.string().nullable(),
    payerControlNumber: z.string().nullable(),
    decidedOn: isoDate.nullable(),
    chargeAmount: money,
    paidAmount: money,
    traceNumber: z.string().nullable(),
    importId: z.number().int(),
    fileName: z.string(),
  }),
  /** The claim that the decision stands on: one of its own, until somebody says which it is of. */
  claim: matchedClaim,
  /** The others it fits equally well, as far as they are still there. */
  candidates: z.array(matchedClaim),
  resolvedBy: z.string().nullable(),
  resolvedAt: z.string().nullable(),
})

export const listMatchesOutput = z.object({ matches: z.array(match), pagination, asOf: z.string() })

export const resolveMatchInput = z.strictObject({ adjudicationId, claimId: text(100) })
export const resolveMatchOutput = z.object({
  adjudicationId: z.string(),
  claimId: z.string(),
  /** The claim that it stood on until then. */
  fromClaimId: z.string(),
  /** Decisions that went to the claim: with the one in doubt go those that had been matched to its own claim. 0 where it is a claim of its own. */
  movedDecisions: z.number().int(),
  /** Lines that the claim did not have. */
  addedLines: z.number().int(),
  /** The claim that stood for the decision and is not needed any more. */
  removedClaimId: z.string().nullable(),
})

export const dismissMatchInput = z.strictObject({ adjudicationId })
export const dismissMatchOutput = z.object({ adjudicationId: z.string(), claimId: z.string(), state: z.literal('dismissed') })

export type Match = z.infer<typeof match>
export type MatchedClaim = z.infer<typeof matchedClaim>
export type ResolvedMatch = z.infer<typeof resolveMatchOutput>
