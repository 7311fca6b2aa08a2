import { z } from 'zod'
import { changeDirections, changeSubjects } from '../db/schema/findings.ts'
import { interval, isoDate, money, pagination, paging, rate, text, wholeNumber } from '../schemas.ts'

export const detectChangesInput = z.strictObject({})
export const detectChangesOutput = z.object({
  series: z.number().int(),
  changes: z.number().int(),
  created: z.number().int(),
  removed: z.number().int(),
  /** False alarms that so much watching gives on average if nothing ever changed. */
  expectedFalseAlarms: z.number(),
  asOf: z.string(),
})

export const listChangesInput = z.strictObject({
  payer: text(100).optional(),
  reason: text(200).optional(),
  pattern: text(100).optional(),
  direction: z.enum(['all', ...changeDirections]).default('all'),
  /** Only those whose new rate still holds. */
  open: z.boolean().default(false),
  /** Only those whose new rate still holds or held on this day: not what was over before. */
  heldSince: isoDate.optional(),
  ...paging,
})

const counted = z.object({ claimCount: z.number().int(), deniedCount: z.number().int(), denialRate: rate, interval: interval.nullable() })

export const changeOutput = z.object({
  id: z.number().int(),
  subject: z.enum(changeSubjects),
  payerId: z.string().nullable(),
  payerName: z.string().nullable(),
  denialReason: z.string().nullable(),
  patternId: z.string().nullable(),
  patternTitle: z.string().nullable(),
  direction: z.enum(changeDirections),
  /** The most likely first day of service with the new rate, and its 95 % interval. */
  onset: isoDate,
  onsetInterval: z.object({ low: isoDate, high: isoDate }),
  /** The day of service on which the sum passed its limit. */
  signalledOn: isoDate,
  /** Where the next change of the same rate began; null while the new rate holds. */
  endedOn: isoDate.nullable(),
  /** The days of the rate before. */
  reference: z.object({ start: isoDate, end: isoDate }),
  before: counted,
  /** From the onset to the end, or to `computedUntil`. */
  after: counted,
  /** Claims between two false alarms that the limit stands for. */
  runLength: z.number().int(),
  decisionLimit: z.number(),
  computedUntil: isoDate,
})

export const listChangesOutput = z.object({
  changes: z.array(changeOutput),
  /** Over everything that is watched, on average at most so many. */
  falseAlarmsPerYear: z.number(),
  pagination,
  asOf: z.string(),
})

export const changeClaimsInput = z.strictObject({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER), ...paging })

export const changeClaimsOutput = z.object({
  /** Denied claims of the change since its onset, newest day of service first. */
  claims: z.array(
    z.object({
      claimId: z.string(),
      serviceDate: isoDate,
      denialDate: isoDate.nullable(),
      procedureCode: z.string().nullable(),
      /** Charge denied for the reason at the first decision, and what of it still is. */
      deniedAmount: money,
      openAmount: money,
    }),
  ),
  pagination,
  asOf: z.string(),
})

export type Change = z.infer<typeof changeOutput>
