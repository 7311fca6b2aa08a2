import type { Context } from '../context.ts'
import { refreshOrganizationDays } from '../measures/organization-daily/refresh.ts'
import { backfillPatterns, pendingPatterns } from '../patterns/backfill.ts'
import { detectPatterns } from '../patterns/detect.ts'
import { refreshPatternClaims } from '../patterns/pattern-claims.ts'
import { causeOf } from '../policies/hits.ts'
import { dropMarks, markAllDays, readMarks, type MarkedDay } from './marked-days.ts'
import { slicesOf } from './slices.ts'
import { claimSteps, dayRowSteps, summarySteps } from './steps.ts'

export interface Recomputation {
  /** Marked days that were computed: of submission, payment and service. */
  days: number
  created: string[]
  adopted: string[]
  /** Patterns that were scored. */
  patterns: number
  /** Transactions that computed days, and the longest in milliseconds. */
  slices: number
  longestSliceMs: number
}

/**
 * Brings everything that is computed from claims up to date: the marked days of the organization, the patterns and their claims, the marked days
 * of whatever has days (steps.ts), and what their sums say. The one path after an import, an appeal or a correction. It works in short
 * transactions; a mark goes in the transaction that finishes its day, so that a run that stops goes on at the next, and two runs at once do the
 * same work twice, never wrong.
 */
export async function recomputeMarked(context: Context): Promise<Recomputation> {
  const { db, log } = context
  const { organizationId } = db
  const slices = slicesOf(db)
  const { created, adopted } = await detectPatterns(context, {}, slices)
  // A pattern that is new gets all its days below; the marked days are for the others, and for those that another run adds meanwhile.
  const newPatterns = await pendingPatterns(db)
  let days = 0

  for (const basis of ['submission', 'payment'] as const) {
    for (const marks of await readMarks(db, organizationId, basis)) {
      days += marks.length
      await slices.each(marks, async (tx, slice) => {
        await dropMarks(tx, organizationId, basis, slice)
        await refreshOrganizationDays(tx, organizationId, basis, daysOf(slice), slice[0]!.cause)
      })
    }
  }

  const service = await readMarks(db, organizationId, 'service')
  const of = (slice: readonly MarkedDay[]) => ({ organizationId, days: daysOf(slice), cause: causeOf(slice[0]!.cause), newPatterns })
  for (const marks of service) {
    days += marks.length
    await slices.each(marks, async (tx, slice) => {
      for (const step of claimSteps) await step(tx, of(slice))
    })
  }
  await slices.each([null], (tx, undated) => refreshPatternClaims(tx, { organizationId, days: undated, patterns: { except: newPatterns } }))
  for (const marks of service) {
    await slices.each(marks, async (tx, slice) => {
      await dropMarks(tx, organizationId, 'service', slice)
      for (const step of dayRowSteps) await step(tx, of(slice))
    })
  }
  await backfillPatterns(db, slices, newPatterns)
  await summarySteps.lagCurves(context, slices)
  const patterns = await summarySteps.patterns(context, slices)
  await summarySteps.policies(context, slices)
  await summarySteps.learning(context, slices)

  const done: Recomputation = { days, created, adopted, patterns, slices: slices.count, longestSliceMs: slices.longestMs }
  log.info({ organizationId, ...done }, 'computed metrics and patterns')
  return done
}

const daysOf = (marks: readonly MarkedDay[]) => marks.map(({ day }) => day)

/** The same for every day there is: a rebuild. `cause` is what restatements will name. */
export async function recomputeAll(context: Context, { cause = 'rebuild' }: { cause?: string } = {}): Promise<Recomputation> {
  await markAllDays(context.db, context.organization.id, cause)
  return recomputeMarked(context)
}
