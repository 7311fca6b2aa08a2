import { z } from 'zod'
import { isoDate, rate, window } from '../schemas.ts'
import { figureNames, RATES, type FigureName, type Rate } from './numbers.ts'
import { windowInput } from './window.ts'

const record = <Name extends string, Shape extends z.ZodType>(names: readonly Name[], shape: Shape) =>
  z.object(Object.fromEntries(names.map((name) => [name, shape])) as Record<Name, Shape>)

/** A number as it was known, as it is, and the difference: of rates in percentage points. */
const comparedNumber = z.object({ known: z.number(), today: z.number(), difference: z.number() })
const comparedRate = z.object({ known: rate, today: rate, difference: rate })

const patternCounts = z.object({
  /** Adjudicated claims served in the window: the population of a pattern found by reason alone. */
  population: z.number().int(),
  denied: z.number().int(),
  denialRate: rate,
  dollarsDenied: z.number(),
})

const stored = z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))
const storedThings = z.array(z.object({ id: z.string(), values: stored }))

export const getSnapshotInput = z.strictObject(windowInput)

export const getSnapshotOutput = z.object({
  asOf: isoDate,
  window,
  /** The moment meant: what was published before it was known. */
  knownBefore: z.string(),
  /** When the first day of the window was published, of what is recorded; null without any. Nothing was known of it before. */
  firstPublished: z.string().nullable(),
  /** The dashboard's numbers of the window: as they were known at the end of asOf, and as they are. */
  numbers: z.object({
    ...record<FigureName, typeof comparedNumber>(figureNames, comparedNumber).shape,
    ...record<Rate, typeof comparedRate>(RATES, comparedRate).shape,
  }),
  /** The six months of service up to asOf. */
  patternWindow: window,
  /** Patterns that are not archived, by dollars denied then. `known` is null for one that had no days yet. */
  patterns: z.array(z.object({ id: z.string(), title: z.string(), known: patternCounts.nullable(), today: patternCounts })),
  /** What was written down at the end of asOf of things that are not sums of days: status, tier, score, revenueRecovered. Null when nothing was. */
  taken: z.object({ takenAt: z.string(), organization: stored, patterns: storedThings, policies: storedThings, providers: storedThings }).nullable(),
  /** Days of the window wait to be computed again: today's numbers are about to change. */
  recomputing: z.boolean(),
})
export type Snapshot = z.infer<typeof getSnapshotOutput>
export type PatternCountsThen = z.infer<typeof patternCounts>
export type Stored = z.infer<typeof stored>
