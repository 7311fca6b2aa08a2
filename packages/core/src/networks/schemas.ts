import { z } from 'zod'
import { interval, money, rate, text, window } from '../schemas.ts'

const MONTHS = [1, 3, 12] as const
const wording = `must be one of ${MONTHS.join(', ')}`

export const denialsInput = z.strictObject({
  /** Slug of the network. */
  network: text(100),
  /** Calendar months that have ended, the last one included. */
  months: z.union([z.literal(MONTHS, wording), z.enum(['1', '3', '12'], wording).transform((value) => Number(value) as 1 | 3 | 12)], wording).default(12),
})

/** Null throughout where fewer than five practices have adjudicated claims there. */
const figures = z.object({
  /** How many practices are in it; never below five. */
  practices: z.number().int().nullable(),
  adjudicatedClaims: z.number().int().nullable(),
  deniedClaims: z.number().int().nullable(),
  denialRate: rate,
  interval: interval.nullable(),
  deniedAmount: money.nullable(),
})

export const denialsOutput = z.object({
  network: z.object({ slug: z.string(), name: z.string() }),
  window,
  minimumPractices: z.number().int(),
  /** The sum of the months that are not null, and of the payers with the other payers. */
  total: figures,
  /** Every calendar month of the window, by submission date, the earliest first. */
  byMonth: z.array(figures.extend({ month: z.string() })),
  /** Payers by their name as practices write it, most claims first; `months` is how many months of the window it stands alone in. */
  byPayer: z.array(figures.extend({ payer: z.string(), months: z.number().int() })),
  /** What of the total is under no payer's name. */
  otherPayers: figures,
  asOf: z.string(),
})

export type NetworkFigures = z.infer<typeof figures>
