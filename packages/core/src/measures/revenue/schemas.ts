import { z } from 'zod'
import { interval, isoDate, money, pagination, paging, rate } from '../../schemas.ts'
import { revenueStates } from './rules.ts'

export const revenueInput = z.strictObject({
  ...paging,
})

/** Denials out of the pattern's population in one of its periods; null where not computed. */
const period = z.object({ claims: z.number().int().nullable(), denied: z.number().int().nullable(), denialRate: rate })

/**
 * What one pattern adds: fall of its rate x current population x mean denied charge x paid share. `fall` is in percentage points, below 0 for a rise.
 * Only a pattern in the state `counted` has an amount other than 0.
 */
const part = z.object({
  patternId: z.string(),
  title: z.string(),
  state: z.enum(revenueStates),
  baseline: period,
  current: period,
  /** Two-sided mid-p value of "the rates are the same"; null without enough data. */
  p: z.number().nullable(),
  fall: z.object({ points: z.number(), interval }).nullable(),
  meanDeniedAmount: money.nullable(),
  amount: money,
  interval: interval.nullable(),
})

export const revenueOutput = z.object({
  /** The estimate of the dashboard: the sum of the parts' amounts, on all pages. */
  amount: money,
  interval: interval.nullable(),
  /** Percent of charges not denied that was paid in that year; null when nothing was adjudicated. */
  paidShare: rate,
  paidShareWindow: z.object({ start: isoDate, end: isoDate }),
  /** How many patterns are in each state. */
  states: z.record(z.enum(revenueStates), z.number().int()),
  /** Largest amount first. */
  patterns: z.array(part),
  pagination,
  asOf: z.string(),
})

export type Revenue = z.infer<typeof revenueOutput>
export type RevenueRow = z.infer<typeof part>
