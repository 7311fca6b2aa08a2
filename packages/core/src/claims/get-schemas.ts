import { z } from 'zod'
import { actionCategories, patternCategories } from '../adjudication/catalogue.ts'
import { matchBases, remarkSources } from '../db/schema/adjudications.ts'
import { appealOutcomes, claimStatuses, claimUses, outcomes } from '../db/schema/claims.ts'
import { patternStatuses, patternTiers } from '../db/schema/patterns.ts'
import { decisionKinds, payerRanks } from '../imports/records.ts'
import { isoDate, money, text } from '../schemas.ts'
import { claimOutput } from './schemas.ts'

export const getClaimInput = z.strictObject({
  id: text(100),
  /** Also who the patient is: not for viewers, and on record. */
  identifiers: z.boolean().default(false),
})

/** A denial as the catalogue describes it; `carc` and `rarc` are the codes behind it. Null where nothing was denied. */
const denial = z.object({
  reason: z.string(),
  group: z.string().nullable(),
  carc: z.string().nullable(),
  rarc: z.string().nullable(),
  category: z.enum([...patternCategories, 'unclassified']),
  action: z.enum(actionCategories).nullable(),
  remedy: z.enum(['appeal', 'corrected_claim', 'none']),
})

/** One CAS triplet; `label` is our name for the reason of the CARC, null for codes outside the catalogue. */
const adjustment = z.object({ group: z.string(), carc: z.string(), label: z.string().nullable(), amount: money, quantity: z.number().nullable() })
const remark = z.object({ source: z.enum(remarkSources), rarc: z.string(), label: z.string().nullable() })

const claimLine = z.object({
  lineNumber: z.number().int(),
  status: z.enum(claimStatuses),
  procedureCode: z.string().nullable(),
  revenueCode: z.string().nullable(),
  modifiers: z.array(z.string()),
  diagnosisCodes: z.array(z.string()),
  placeOfService: z.string().nullable(),
  units: z.number().nullable(),
  dateOfService: isoDate.nullable(),
  billedAmount: money,
  paidAmount: money,
  allowedAmount: money.nullable(),
  initiallyDenied: z.boolean(),
  finallyDenied: z.boolean(),
  isDuplicate: z.boolean(),
  denialDate: isoDate.nullable(),
  denial: denial.nullable(),
})

const decisionLine = z.object({
  lineNumber: z.number().int(),
  /** The line of the claim that it decides; null when none matched. */
  claimLineNumber: z.number().int().nullable(),
  procedureCode: z.string().nullable(),
  revenueCode: z.string().nullable(),
  modifiers: z.array(z.string()),
  chargeAmount: money,
  paidAmount: money,
  allowedAmount: money.nullable(),
  denied: z.boolean(),
  denial: denial.nullable(),
  adjustments: z.array(adjustment),
  remarks: z.array(remark),
})

const decision = z.object({
  /** Unlike claims, decisions have no id of the source; this one is stable within the database. */
  id: z.string(),
  kind: z.enum(decisionKinds),
  payerRank: z.enum(payerRanks).nullable(),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  /** CLP02 as received. */
  statusCode: z.string().nullable(),
  decidedOn: isoDate.nullable(),
  chargeAmount: money,
  paidAmount: money,
  patientResponsibility: money.nullable(),
  allowedAmount: money.nullable(),
  outcome: z.enum(outcomes).nullable(),
  denial: denial.nullable(),
  reportedReason: z.string().nullable(),
  /** Charge less adjustments less payment; 0 when it balances. */
  imbalance: money,
  traceNumber: z.string().nullable(),
  /** The file that brought it. */
  importId: z.number().int(),
  fileName: z.string(),
  /** How its claim was found, as a code and in words; null where the source names the claim. */
  match: z.object({ basis: z.enum(matchBases), words: z.string() }).nullable(),
  /** The decision that this reversal takes back, and the reversal that took this decision back. */
  takesBack: z.string().nullable(),
  takenBackBy: z.string().nullable(),
  /** A reversal whose original has not arrived: it takes no cash away until it does. */
  waitsForOriginal: z.boolean(),
  /** A statement that a later one of its source replaces: it counts for nothing. */
  isReplaced: z.boolean(),
  /** What the initial outcome of the claim, and its final one, are those of. */
  isInitial: z.boolean(),
  isFinal: z.boolean(),
  /** CLP02 19 to 21: the payer sent the claim on to the next one. */
  isForwarded: z.boolean(),
  /** Those of the claim as a whole; each line has its own. */
  adjustments: z.array(adjustment),
  remarks: z.array(remark),
  lines: z.array(decisionLine),
})

const appeal = z.object({
  level: z.number().int(),
  appealDate: isoDate.nullable(),
  deadline: isoDate.nullable(),
  outcome: z.enum(appealOutcomes),
  decidedOn: isoDate.nullable(),
  withdrawnOn: isoDate.nullable(),
  recoveredAmount: money.nullable(),
  /** Lines that it is about, none: the claim as a whole; and the amount, where a person said one. */
  lineNumbers: z.array(z.number().int()),
  disputedAmount: money.nullable(),
  note: z.string().nullable(),
  /** What closed it, where no file said so: `remittance` or `person`. */
  closedBy: z.string().nullable(),
  reportedStatus: z.string().nullable(),
  /** Who filed it here, and who said how it ended. */
  recordedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** The file that brought it; null for one that a person entered. */
  importId: z.number().int().nullable(),
})

/** The claim as it was submitted again. */
const submission = z.object({
  submittedOn: isoDate.nullable(),
  frequencyCode: z.string().nullable(),
  as: z.enum(['replacement', 'void', 'sent_again']),
  billedAmount: money,
  payerControlNumber: z.string().nullable(),
})

/** Who is to pay, as the submission says; `paidAmount` is what it had paid before the claim went to the next. */
const claimPayer = z.object({
  rank: z.enum(payerRanks),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  claimFilingCode: z.string().nullable(),
  paidAmount: money.nullable(),
  paidOn: isoDate.nullable(),
})

/** A pattern that the claim is a denial of, with the lines that make it one (0: the claim as a whole). */
const matchedPattern = z.object({
  id: z.string(),
  title: z.string(),
  tier: z.enum(patternTiers),
  status: z.enum(patternStatuses),
  lineNumbers: z.array(z.number().int()),
})

export const getClaimOutput = z.object({
  claim: claimOutput.extend({
    use: z.enum(claimUses),
    placeOfService: z.string().nullable(),
    renderingProviderId: z.string().nullable(),
    renderingProviderName: z.string().nullable(),
    payerControlNumber: z.string().nullable(),
    frequencyCode: z.string().nullable(),
    policyIds: z.array(z.string()),
    firstDecidedOn: isoDate.nullable(),
    firstDeniedOn: isoDate.nullable(),
    allowedAmount: money.nullable(),
    patientResponsibility: money.nullable(),
    openDeniedAmount: money,
    denial: denial.nullable(),
    lines: z.array(claimLine),
    /** In the order in which the payers decided. */
    decisions: z.array(decision),
    appeals: z.array(appeal),
    patterns: z.array(matchedPattern),
    /** False while it is known by a remittance alone: its submission has not arrived. */
    isSubmitted: z.boolean(),
    /** The day on which a submission of frequency 8 took it back. */
    voidedOn: isoDate.nullable(),
    /** Submissions after the first, in their order. */
    submissions: z.array(submission),
    /** In the order in which they pay; empty where no submission named them. */
    payers: z.array(claimPayer),
    /** Who the patient is, where that was asked for; null where it was not. */
    patient: z.object({ name: z.string().nullable(), birthDate: isoDate.nullable(), memberId: z.string().nullable() }).nullable(),
    /** What was paid, by day of payment, reversals taken off; the sum is the paid amount of the claim. */
    cash: z.array(z.object({ date: isoDate.nullable(), amount: money })),
  }),
  asOf: z.string(),
})

export type ClaimDetail = z.infer<typeof getClaimOutput>['claim']
export type Denial = z.infer<typeof denial>
