import { z } from 'zod'
import { remedies } from '../adjudication/catalogue.ts'
import { appealOutcomes, claimStatuses } from '../db/schema/claims.ts'
import { centsOf } from '../money.ts'
import { isoDate, money, pagination, paging, text, wholeNumber } from '../schemas.ts'

export const LONGEST_NOTE = 1_000

const AMOUNT = 'must be an amount of dollars above zero, exact to the cent and below a billion'
/** Dollars of a caller, as a number or as text; whole cents to the operation. */
const amount = z
  .union([z.number(), z.string()], AMOUNT)
  .transform((value) => centsOf(value))
  .pipe(z.number(AMOUNT).positive(AMOUNT))
const lineNumbers = z.array(wholeNumber(1, 9_999)).max(999)
const note = text(LONGEST_NOTE)
/** Which appeal: the claim's latest, unless its level is said. */
const whichAppeal = { claimId: text(100), level: wholeNumber(1, 99).optional() }

/** One appeal as lists and answers show it. No name, birth date or member id. */
export const appealOutput = z.object({
  claimId: z.string(),
  level: z.number().int(),
  patientControlNumber: z.string().nullable(),
  claimStatus: z.enum(claimStatuses),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  denialReason: z.string().nullable(),
  filedOn: isoDate.nullable(),
  /** The last day to file it, as a file or a person said, or by the payer's appeal window. */
  deadline: isoDate.nullable(),
  /** Days from today to the deadline, negative once it is over; null without one, and when the appeal is not open. */
  daysLeft: z.number().int().nullable(),
  outcome: z.enum(appealOutcomes),
  decidedOn: isoDate.nullable(),
  withdrawnOn: isoDate.nullable(),
  /** Lines that it is about; none: the claim as a whole. */
  lineNumbers: z.array(z.number().int()),
  /** Charges that it is about: as said, or what the first decision denied of the claim. */
  value: money,
  recoveredAmount: money.nullable(),
  note: z.string().nullable(),
  /** What closed it, where no file said so: `remittance` or `person`. */
  closedBy: z.string().nullable(),
  /** Who filed it here, and who said how it ended. */
  recordedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type Appeal = z.output<typeof appealOutput>

export const listAppealsInput = z.strictObject({
  /** `won`: overturned wholly or in part. */
  outcome: z.enum(['all', 'won', ...appealOutcomes]).default('pending'),
  payer: text(100).optional(),
  /** Who rendered the service of the claim, where it names one, else who billed: whose numbers the appeal is in. */
  servedBy: text(100).optional(),
  /** Only appeals filed, or decided by the payer, in the last so many days, up to and with today. */
  filedWithin: wholeNumber(1, 36_500).optional(),
  decidedWithin: wholeNumber(1, 36_500).optional(),
  /** Only open appeals whose deadline is today or at most so many days away. */
  dueWithin: wholeNumber(0, 3_650).optional(),
  sort: z.enum(['due', 'value', 'filed']).default('due'),
  ...paging,
})
export const listAppealsOutput = z.object({
  appeals: z.array(appealOutput),
  /** Of all that match, not of the page alone. */
  totals: z.object({ value: money, recovered: money }),
  pagination,
  asOf: z.string(),
})

export const appealDeadlinesInput = z.strictObject({
  /** Last days from today up to so many days ahead. */
  dueWithin: wholeNumber(0, 366).default(30),
  payer: text(100).optional(),
  remedy: z.enum(['all', 'appeal', 'corrected_claim']).default('all'),
  /** Only denials of this pattern. */
  pattern: text(100).optional(),
  sort: z.enum(['due', 'value']).default('due'),
  ...paging,
})
/** A claim with denials that can still be got back; of several with different last days, the earliest counts. */
export const deadline = z.object({
  claimId: z.string(),
  patientControlNumber: z.string().nullable(),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  status: z.enum(claimStatuses),
  dateOfService: isoDate.nullable(),
  firstDeniedOn: isoDate.nullable(),
  lastDay: isoDate,
  daysLeft: z.number().int(),
  /** Charges that are still denied and can still be got back. */
  openAmount: money,
  /** The denied lines; 0 is the claim as a whole. */
  lineNumbers: z.array(z.number().int()),
  reasons: z.array(z.string()),
  /** What usually gets the reasons back. */
  remedies: z.array(z.enum(remedies)),
  /** An appeal of it that was withdrawn or won only in part; an open one keeps the claim off this list. */
  appealStatus: z.enum(appealOutcomes).nullable(),
})
export const appealDeadlinesOutput = z.object({
  claims: z.array(deadline),
  totals: z.object({ openAmount: money }),
  pagination,
  asOf: z.string(),
})

export const createAppealInput = z.strictObject({
  claimId: text(100),
  filedOn: isoDate,
  /** Default: the one after the claim's latest. */
  level: wholeNumber(1, 99).optional(),
  /** Default: the claim as a whole. */
  lineNumbers: lineNumbers.default([]),
  amount: amount.optional(),
  /** Default: by the payer's appeal window. */
  deadline: isoDate.optional(),
  /** For the record of the work; nothing about the patient belongs here. */
  note: note.optional(),
})

export const decideAppealInput = z.strictObject({
  ...whichAppeal,
  outcome: z.enum(['overturned', 'partially_overturned', 'upheld', 'withdrawn']),
  /** The day on which the payer decided, or on which it was withdrawn. */
  on: isoDate,
  /** What the payer says it will pay more; only for an appeal that was won, wholly or in part. */
  amount: amount.optional(),
})

export const correctAppealInput = z.strictObject({
  ...whichAppeal,
  filedOn: isoDate.optional(),
  lineNumbers: lineNumbers.optional(),
  amount: amount.nullable().optional(),
  deadline: isoDate.nullable().optional(),
  note: note.nullable().optional(),
})
export const reopenAppealInput = z.strictObject(whichAppeal)
export const removeAppealInput = z.strictObject({ claimId: text(100), level: wholeNumber(1, 99) })

export const appealAnswer = z.object({ appeal: appealOutput, asOf: z.string() })
export const removeAppealOutput = z.object({ claimId: z.string(), level: z.number().int(), claimStatus: z.enum(claimStatuses) })
