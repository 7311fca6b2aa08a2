import { z } from 'zod'
import { patternStatuses } from '../../db/schema/patterns.ts'
import { policyModes } from '../../db/schema/policies.ts'
import { conditionSchema } from '../../patterns/scope/condition.ts'
import { interval, isoDate, money, pagination, paging, rate, text, window } from '../../schemas.ts'
import { licensed } from '../schemas.ts'

const count = z.number().int()

/** What the organization's own lines of a procedure code say. */
export const codeFacts = z.object({
  procedureCode: z.string(),
  period: window,
  lineCount: count,
  /** With a first decision, duplicates apart; the denied ones are of these. */
  decidedLineCount: count,
  deniedLineCount: count,
  denialRate: rate,
  denialRateInterval: interval.nullable(),
  billedAmount: money,
  deniedAmount: money,
  /** Of the lines not denied at their latest decision of which the payer stated an allowed amount, and how many those are. */
  meanAllowed: money.nullable(),
  allowedLineCount: count,
  /** Most first, at most ten of each. */
  denialReasons: z.array(z.object({ reason: z.string(), denials: count, patternId: z.string().nullable() })),
  /** Decided lines that bear the modifier; '' is none. */
  modifiers: z.array(z.object({ modifier: z.string(), paid: count, denied: count })),
  billedWith: z.array(z.object({ procedureCode: z.string(), claims: count })),
  asOf: z.string(),
})
export type CodeFacts = z.infer<typeof codeFacts>

export const refreshCodesInput = z.strictObject({})
export const refreshCodesOutput = z.object({ codes: count, slices: count, longestSliceMs: count, asOf: z.string() })

export const listCodePerformanceInput = z.strictObject({
  /** Only codes that begin with this. */
  code: text(40).optional(),
  sort: z.enum(['deniedAmount', 'deniedLines', 'lines']).default('deniedAmount'),
  ...paging,
})
export const listCodePerformanceOutput = z.object({ codes: z.array(codeFacts), pagination })
export type CodePerformanceList = z.infer<typeof listCodePerformanceOutput>

export const getCodeIntelligenceInput = z.strictObject({ code: text(40) })

/** Text about the code that somebody else wrote, as it was imported. Nothing in it is computed here. */
const reference = z.object({
  origin: z.literal('imported reference'),
  /** Who wrote it, as the import says. */
  source: z.string().nullable(),
  referenceUrl: z.string().nullable(),
  importedAt: z.string(),
  description: z.string().nullable(),
  category: z.string().nullable(),
  averageReimbursement: money.nullable(),
  frequencyLimit: z.object({ count, period: z.string() }).nullable(),
  ageMin: count.nullable(),
  ageMax: count.nullable(),
  requiredModifiers: z.array(z.unknown()),
  relatedCodes: z.array(z.unknown()),
  commonDenialReasons: z.array(z.unknown()),
  commonMistakes: z.string().nullable(),
  fixGuidance: z.string().nullable(),
  /** Whatever else the source has, such as documentation requirements and payers' rules. */
  other: z.record(z.string(), z.unknown()),
})

export const codeIntelligenceOutput = z.object({
  procedureCode: z.string(),
  /** The text of a licensed list, where one was loaded. */
  licensed: licensed.nullable(),
  reference: reference.nullable(),
  /** Null where there are none; `ownStatus` says why. */
  own: codeFacts.extend({ origin: z.literal('own claims') }).nullable(),
  ownStatus: z.enum(['computed', 'no_lines', 'not_computed']),
  /** Policies that name the code. */
  policies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      mode: z.enum(policyModes),
      effectiveDate: isoDate.nullable(),
      endDate: isoDate.nullable(),
      fixGuidance: z.string().nullable(),
    }),
  ),
  /** Patterns that are not archived and have the code in their scope, or name it; most denied dollars of the last six months first. */
  patterns: z.array(
    z.object({ id: z.string(), title: z.string(), sentence: z.string(), scope: z.array(conditionSchema), status: z.enum(patternStatuses), denialRate: rate }),
  ),
  asOf: z.string(),
})
export type CodeIntelligence = z.infer<typeof codeIntelligenceOutput>
