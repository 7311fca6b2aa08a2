import { z } from 'zod'
import { checkStates } from '../db/schema/findings.ts'
import { conditionSchema } from '../patterns/scope/condition.ts'
import { interval, isoDate, money, pagination, paging, rate, text } from '../schemas.ts'

const performanceOutput = z.object({
  /** Adjudicated claims served from `start` on and before `end`. */
  start: isoDate,
  end: isoDate,
  claims: z.number().int(),
  /** Claims with a line in the scope. */
  alerts: z.number().int(),
  alertsPerThousand: rate,
  /** Claims with an alert that were denied for the reason. */
  denied: z.number().int(),
  precision: rate,
  interval: interval.nullable(),
  /** How often claims without an alert were denied for the reason. */
  rateElsewhere: rate,
  deniedAmount: money,
})

export const checkOutput = z.object({
  id: z.string(),
  patternId: z.string(),
  title: z.string(),
  state: z.enum(checkStates),
  reason: z.string(),
  scope: z.array(conditionSchema),
  backTest: performanceOutput,
  /** What it has said since it runs; null until that was first counted on mature days. */
  latest: performanceOutput.nullable(),
  evaluatedAt: z.string().nullable(),
  /** Claims served from this day on count for `latest`, of the last 180 mature days. */
  since: isoDate,
  /** What is missing before it may be released; null when nothing is, or it has left the shadow. */
  missingForRelease: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  liveAt: z.string().nullable(),
  liveBy: z.string().nullable(),
  retiredAt: z.string().nullable(),
  retiredBy: z.string().nullable(),
  retiredBecause: z.string().nullable(),
})

export const listChecksInput = z.strictObject({
  /** `running` is in shadow or live. */
  state: z.enum(['running', 'all', ...checkStates]).default('running'),
  pattern: text(100).optional(),
  ...paging,
})
export const listChecksOutput = z.object({ checks: z.array(checkOutput), pagination, asOf: z.string() })

export const createCheckInput = z.strictObject({ patternId: text(100) })
export const releaseCheckInput = z.strictObject({
  id: text(100),
  /** Why it is released without the evidence that is asked for; for the record, and nothing about a patient belongs here. */
  anyway: text(500).optional(),
})
export const retireCheckInput = z.strictObject({
  id: text(100),
  /** For the record; nothing about a patient belongs here. */
  reason: text(500),
})

export const evaluateChecksOutput = z.object({
  /** How many checks were measured; one without a mature day yet is not. */
  evaluated: z.number().int(),
  /** Ids of those that have drifted. */
  retired: z.array(z.string()),
  asOf: z.string(),
})

export type Check = z.infer<typeof checkOutput>
