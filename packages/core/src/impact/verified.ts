import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { addDays, type IsoDate } from '../dates.ts'
import { readPieces } from '../measures/bridge/pieces.ts'
import type { Entry } from './read.ts'
import { addSums, emptySums, readPaid, sumVerified, type PaidDecision, type Served, type Since, type VerifiedSums } from './verified.sql.ts'

/** Days of service that are read at once where they hold few denials. */
const MOST_DAYS = 400

export const sinceOf = (entries: readonly Pick<Entry, 'level' | 'subject' | 'since'>[]): Since[] =>
  entries.map(({ level, subject, since }) => ({ level, patternId: subject.id, since }))

/** The payments of the patterns, summed up in short transactions. */
export async function readVerifiedSums(context: Context, patterns: readonly Since[], today: IsoDate): Promise<VerifiedSums> {
  if (patterns.length === 0) return emptySums()
  const { db, organization } = context
  return addSums(await readServed(context, patterns, (served) => sumVerified(db, organization.id, patterns, { served, end: addDays(today, 1) })))
}

/** The same payments one by one, the latest first; of one day, the later in arrival first. */
export async function readPayments(context: Context, patterns: readonly Since[], today: IsoDate): Promise<PaidDecision[]> {
  if (patterns.length === 0) return []
  const { db, organization } = context
  const paid = (await readServed(context, patterns, (served) => readPaid(db, organization.id, patterns, { served, end: addDays(today, 1) }))).flat()
  return paid.sort((a, b) => (a.paidOn === b.paidOn ? b.id - a.id : a.paidOn < b.paidOn ? 1 : -1))
}

/** Reads all denials of the patterns by their days of service, so many at a time that no transaction is long; at last those without a day. */
async function readServed<Found>({ db, organization }: Context, patterns: readonly Since[], read: (served: Served) => Promise<Found>): Promise<Found[]> {
  const ids = sql.param([...new Set(patterns.map(({ patternId }) => patternId))])
  const days = (await db.row<{ first: IsoDate | null; last: IsoDate | null }>(sql`
    select min(d.first) as first, max(d.last) as last from unnest(${ids}::text[]) as p(id) cross join lateral (
      select min(service_date) as first, max(service_date) as last from pattern_claims where organization_id = ${organization.id} and pattern_id = p.id) d`))!
  const dated = days.first === null || days.last === null ? [] : await readPieces({ start: days.first, end: addDays(days.last, 1) }, read, MOST_DAYS)
  return [...dated.map(({ found }) => found), await read(null)]
}
