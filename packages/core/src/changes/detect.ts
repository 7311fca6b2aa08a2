import { sql } from 'drizzle-orm'
import { raiseAlert } from '../alerts/raise.ts'
import { todayOf, type Context } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import { inBreaths } from '../in-breaths.ts'
import { maturitiesFrom, type Maturities } from '../measures/maturity/rules.ts'
import { readLagCurves } from '../measures/maturity/sql.ts'
import { isNews, yearsBetween } from './rules.ts'
import { readPayerReasons, readScopedPatterns, subjectKeyOf, type Series } from './series.sql.ts'
import { storeChanges, type ChangeRecord } from './store.sql.ts'
import { changeMessage } from './texts.ts'
import { watching } from './watch.ts'

export interface Detection {
  /** Series that were watched. */
  series: number
  /** Changes that stand, those that are new, and those that late decisions undid. */
  changes: number
  created: number
  removed: number
  /** False alarms that so much watching gives on average if nothing ever changed: what `changes` is to be compared with. */
  expectedFalseAlarms: number
}

/**
 * Watches the denial rates of every payer and reason and of every pattern with a scope over its mature days of service, and writes the changes. It
 * reads and writes in short transactions, and computes between them.
 */
export async function detectChanges(context: Context): Promise<Detection> {
  const { db, organization } = context
  const watched = await readWatched(context)
  const years = yearsBetween(watched.length)
  const found: ChangeRecord[] = []
  let expectedFalseAlarms = 0
  for (const { subject, days } of watched) {
    const seen = await inBreaths(watching(days, { yearsBetween: years }))
    expectedFalseAlarms += seen.expectedFalseAlarms
    const computedUntil = days.at(-1)!.day
    for (const { before, since, ...change } of seen.changes)
      found.push({
        ...change,
        ...subject,
        subjectKey: subjectKeyOf(subject),
        rateBefore: percentOf(before),
        rateAfter: percentOf(since),
        claimsSince: since.claims,
        deniedSince: since.denied,
        computedUntil,
      })
  }
  const { created, removed } = await db.transaction((tx) => storeChanges(tx, organization.id, found, context.now))
  for (const change of created.filter((one) => isNews(one, one.computedUntil))) await tell(context, change)
  return { series: watched.length, changes: found.length, created: created.length, removed, expectedFalseAlarms }
}

const percentOf = ({ claims, denied }: { claims: number; denied: number }) => (100 * denied) / claims

/** The series up to the last day of which nine decisions in ten are in; those that have no such day are left out. */
async function readWatched(context: Context): Promise<Series[]> {
  const { db, organization } = context
  const asOf = todayOf(context)
  const [series, curves] = await db.transaction(async (tx) => [
    [...(await readPayerReasons(tx, organization.id)), ...(await readScopedPatterns(tx, organization.id))],
    await readLagCurves(tx, { organizationId: organization.id, basis: 'service', asOf }),
  ])
  const maturities = maturitiesFrom(curves, asOf)
  return series.map(({ subject, days }) => ({ subject, days: before(days, matureBefore(subject, maturities)) })).filter(({ days }) => days.length > 0)
}

const matureBefore = ({ payerId }: Series['subject'], { organization, ofPayer }: Maturities): IsoDate | null =>
  (payerId === null ? organization : ofPayer(payerId)).matureBefore

const before = (days: Series['days'], end: IsoDate | null) => (end === null ? [] : days.filter(({ day }) => day < end))

async function tell(context: Context, change: ChangeRecord & { id: number }): Promise<void> {
  const names = await context.db.row<{ payer: string | null; pattern: string | null }>(sql`
    select (select name from payers where organization_id = ${context.organization.id} and id = ${change.payerId}) as payer,
           (select title from patterns where organization_id = ${context.organization.id} and id = ${change.patternId}) as pattern`)
  await raiseAlert(context, { kind: 'rate_changed', subject: change.subjectKey, message: changeMessage(change, names!) })
}
