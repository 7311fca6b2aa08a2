import { z } from 'zod'
import { changeDirections, changeSubjects } from '../db/schema/findings.ts'
import { money, window } from '../schemas.ts'

const count = z.number().int()

/** Where a pattern has come to since then. */
export const turns = ['resolved', 'improving', 'returned'] as const

const news = z.object({
  imports: z.object({ files: count, newClaims: count, changedClaims: count, decisions: count, failed: count }),
  /** By days of payment and decision, which have no hour: from the day on which the visit ended, up to and with today. */
  window,
  /** Cash recovered in that window, as cash.recovered has it. */
  cashRecovered: money,
  appealsDecided: z.object({ count, won: count }),
  patterns: z.object({
    found: count,
    /** What somebody archived or brought back. */
    changed: count,
    /** What the numbers made better than it was then, by what it is now, and what they made worse again. */
    improving: count,
    resolved: count,
    returned: count,
    /** At most three of those: resolved ones first, then improving ones. */
    turned: z.array(z.object({ id: z.string(), title: z.string(), to: z.enum(turns) })),
    /** At most three of those found, the most preventable dollars first. */
    first: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  rateChanges: z.object({
    up: count,
    down: count,
    /** At most three, the latest first. */
    first: z.array(
      z.object({
        id: count,
        subject: z.enum(changeSubjects),
        direction: z.enum(changeDirections),
        payerId: z.string().nullable(),
        payerName: z.string().nullable(),
        denialReason: z.string().nullable(),
        patternId: z.string().nullable(),
      }),
    ),
  }),
  checksReleased: count,
  alertsRaised: count,
  failedRuns: count,
})
export type News = z.output<typeof news>

export const visitsSinceInput = z.strictObject({})
export const visitsSinceOutput = z.object({
  /** When the visit before this one ended; null on the first. */
  since: z.string().nullable(),
  /** What has happened since then; null on the first visit. */
  news: news.nullable(),
  asOf: z.string(),
})
