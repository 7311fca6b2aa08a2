import { z } from 'zod'
import { claimTypes } from '../db/schema/claims.ts'
import { labOutcomes } from '../db/schema/lab.ts'
import { patternStatuses, patternTiers } from '../db/schema/patterns.ts'
import { money, pagination, paging, rate, text, wholeNumber } from '../schemas.ts'
import { verdicts } from './assess.ts'
import { changeKinds } from './changes.ts'
import { labClaim } from './claim.ts'
import { ratings } from './schedule.ts'

const count = z.number().int()
const id = text(100)

export const labPatternsInput = z.strictObject({ ...paging })
export const labPattern = z.object({
  id: z.string(),
  /** Where it is denied, without what would give the answer away; null for a pattern by reason alone. */
  situation: z.string().nullable(),
  reason: z.string(),
  category: z.string(),
  tier: z.enum(patternTiers),
  status: z.enum(patternStatuses),
  /** Denied claims to practice on, counted up to 100. */
  cases: count,
  moreCases: z.boolean(),
  /** Cases that you finished, and of your latest 20 answers those that were right. */
  practised: count,
  answered: count,
  correct: count,
  /** Yours, 0 to 100. */
  learningProgress: count,
  /** When you should meet it again; null before the first answer. */
  dueAt: z.string().nullable(),
  isDue: z.boolean(),
})
export const labPatternsOutput = z.object({
  /** What is due first, then what you have not practiced, then the rest. */
  patterns: z.array(labPattern),
  /** How many are due today. */
  due: count,
  pagination,
  asOf: z.string(),
})

export const startCaseInput = z.strictObject({
  /** Id of a pattern, or `due`: the one that is due first, else one that is new to you. */
  pattern: id,
})
export const caseInput = z.strictObject({ id })
export const runCaseInput = z.strictObject({ id, claim: labClaim })
export const finishCaseInput = z
  .strictObject({
    id,
    /** The claim as you would send it. */
    claim: labClaim.optional(),
    /** The id of an answer, where a question was asked. */
    choice: text(3).optional(),
    /** Given up: it is no answer, and the pattern stays as due as it was. */
    skip: z.boolean().default(false),
  })
  .refine(({ claim, choice, skip }) => [claim !== undefined, choice !== undefined, skip].filter(Boolean).length === 1, {
    path: ['claim'],
    message: 'or choice or skip is needed, and only one of them',
  })

/** A paid line beside the denied one: the same service for the same payer, without what says whose. */
const paidLine = z.object({
  procedureCode: z.string(),
  modifiers: z.array(z.string()),
  diagnosisCodes: z.array(z.string()),
  placeOfService: z.string().nullable(),
  hasAuthorization: z.boolean(),
  billedAmount: money,
  paidAmount: money,
  /** Days of service after (or, negative, before) the denied claim. */
  daysApart: count,
})

const hint = z.object({ text: z.string(), twin: paidLine.nullable() })

const lesson = z.object({
  claimId: z.string(),
  sentence: z.string(),
  /** What paid claims have instead; null where a question was asked. */
  paidClaims: z.string().nullable(),
  /** What usually prevents such denials. */
  prevention: z.string(),
  /** The right answer to the question; null where a claim was edited. */
  answer: z.string().nullable(),
  twin: paidLine.extend({ claimId: z.string() }).nullable(),
  /** When you meet the pattern again; null when it was skipped the first time. */
  dueAt: z.string().nullable(),
})

export const labCase = z.object({
  id: z.string(),
  patternId: z.string(),
  situation: z.string().nullable(),
  reason: z.string(),
  category: z.string(),
  payerName: z.string().nullable(),
  claimType: z.enum(claimTypes).nullable(),
  /** The claim as it was sent, without what says whose it is: no number, no date; who rendered it is a letter. */
  claim: labClaim,
  providers: z.array(z.string()),
  /** What the payer denied; lineNumber is null for the claim as a whole. */
  denials: z.array(z.object({ lineNumber: count.nullable(), carc: z.string().nullable(), rarc: z.string().nullable() })),
  deniedLines: z.array(count),
  /** The claim is edited; or, where no edit is the answer, one of these is chosen. */
  kind: z.enum(['edit', 'question']),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  attempts: count,
  /** Those that were taken, and how many there are in all. */
  hints: z.array(hint),
  hintCount: count,
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  outcome: z.enum(labOutcomes).nullable(),
  /** Once it is finished. */
  lesson: lesson.nullable(),
})
export type LabCase = z.infer<typeof labCase>

const finding = z.object({ kind: z.enum(['pattern', 'check']), id: z.string(), title: z.string(), own: z.boolean() })
export const runCaseOutput = z.object({
  /** `fixed`: it would be paid, and a paid claim shows it; `unproven`: no paid claim does; `evaded`: a change that is no fix; `denied`: it would be denied. */
  verdict: z.enum(verdicts),
  because: z.array(z.string()),
  changes: z.array(
    z.object({
      kind: z.enum(changeKinds),
      lineNumber: count.nullable(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      evades: z.string().nullable(),
    }),
  ),
  lines: z.array(
    z.object({
      lineNumber: count,
      procedureCode: z.string().nullable(),
      denied: z.boolean(),
      /** By what such a line is denied, as sent and as edited; null for a line that is not there. */
      before: z.array(finding).nullable(),
      after: z.array(finding).nullable(),
      /** Policies about it as edited; `hasModifier` says whether it bears one that the policy asks for, null where it asks for none. */
      policies: z.array(z.object({ id: z.string(), name: z.string(), denialRate: rate, hasModifier: z.boolean().nullable() })),
    }),
  ),
  /** The paid line that proves a fix. */
  twin: paidLine.nullable(),
  attempts: count,
})

export const hintOutput = z.object({ hint, hintsTaken: count, hintCount: count })
export const finishCaseOutput = z.object({
  /** With its lesson. */
  practice: labCase,
  /** What it said of your memory; null when it was skipped. */
  rating: z.enum(ratings).nullable(),
})

export const labHistoryInput = z.strictObject({ pattern: text(500).optional(), days: wholeNumber(1, 3660).default(90), ...paging })
export const labHistoryOutput = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      patternId: z.string(),
      reason: z.string().nullable(),
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      attempts: count,
      hintsTaken: count,
      outcome: z.enum(labOutcomes).nullable(),
      /** Once it is finished. */
      claimId: z.string().nullable(),
    }),
  ),
  pagination,
  asOf: z.string(),
})
