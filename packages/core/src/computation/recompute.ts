import type { Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { refreshOrganizationDays } from '../measures/organization-daily/refresh.ts'
import { backfillPatterns, pendingPatterns } from '../patterns/backfill.ts'
import { detectPatterns } from '../patterns/detect.ts'
import { refreshPatternClaims } from '../patterns/pattern-claims.ts'
import { causeOf } from '../policies/hits.ts'
import type { Claims, Payers } from './days.sql.ts'
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

/** Claims that are always settled within the time of a slice. */
const SOME_CLAIMS = 100

/**
 * Brings everything that is computed from claims up to date: the claims that marks name, or all of a marked day;
 * then the marked days of whatever has days (steps.ts), and what their sums say. The one path after an import, an appeal or a correction. It works in short
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
      const compute = async (tx: TenantTransaction, slice: MarkedDay[]) => {
        await dropMarks(tx, organizationId, basis, slice)
        await refreshOrganizationDays(tx, organizationId, basis, daysOf(slice), slice[0]!.cause, payersOf(slice))
      }
      // Days of some payers are quicker done than their claims are counted.
      await (payersOf(marks) === 'all' ? slices.eachDay(basis, marks, compute) : slices.each(marks, compute))
    }
  }

  const service = await readMarks(db, organizationId, 'service')
  const workOf = (marks: readonly MarkedDay[]) => ({ organizationId, cause: causeOf(marks[0]!.cause), newPatterns })
  for (const marks of service) {
    days += marks.length
    const settle = async (tx: TenantTransaction, claims: Claims) => {
      for (const step of claimSteps) await step(tx, { ...workOf(marks), ...claims })
    }
    const whole = marks.filter(({ claims }) => claims === null)
    await slices.eachDay('service', daysOf(whole), (tx, slice) => settle(tx, { days: slice }))
    const named = new Set(marks.flatMap(({ claims }) => claims ?? []))
    await slices.each([...named], (tx, slice) => settle(tx, { ids: slice }), SOME_CLAIMS)
  }
  await slices.each([null], (tx, undated) => refreshPatternClaims(tx, { organizationId, days: undated, patterns: { except: newPatterns } }))
  for (const marks of service) {
    const compute = async (tx: TenantTransaction, slice: MarkedDay[]) => {
      await dropMarks(tx, organizationId, 'service', slice)
      for (const step of dayRowSteps) await step(tx, { ...workOf(slice), days: daysOf(slice), payers: payersOf(slice) })
    }
    await (payersOf(marks) === 'all' ? slices.eachDay('service', marks, compute) : slices.each(marks, compute))
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

/** Whoever one of the marks names: a payer's row computed for a day that did not ask for it stays as it is. */
function payersOf(marks: readonly MarkedDay[]): Payers {
  const named = marks.map(({ payers }) => payers).filter((payers) => payers !== null)
  return named.length < marks.length ? 'all' : [...new Set(named.flat())]
}

/** The same for every day there is: a rebuild. `cause` is what restatements will name. */
export async function recomputeAll(context: Context, { cause = 'rebuild' }: { cause?: string } = {}): Promise<Recomputation> {
  await markAllDays(context.db, context.organization.id, cause)
  return recomputeMarked(context)
}
