import type { Context } from '../context.ts'
import { addDays, type DateWindow, type IsoDate } from '../dates.ts'
import { readPage, readPieces } from '../measures/bridge/pieces.ts'
import type { Entry } from './read.ts'
import { addSums, emptySums, readPaid, sumVerified, type PaidDecision, type Since, type VerifiedSums } from './verified.sql.ts'

/** Days of payment that are read at once where they hold few payments. */
const MOST_DAYS = 400

export const sinceOf = (entries: readonly Pick<Entry, 'level' | 'subject' | 'since'>[]): Since[] =>
  entries.map(({ level, subject, since }) => ({ level, patternId: subject.id, since }))

/** From the first of the days on which something was done, whatever the pattern, to today. */
export const countedDays = (patterns: readonly Since[], today: IsoDate): DateWindow => ({
  start: patterns.reduce((first, { since }) => (since < first ? since : first), today),
  end: addDays(today, 1),
})

interface Piece {
  window: DateWindow
  sums: VerifiedSums
}

/** The payments of the patterns, by days of payment, the latest first; in short transactions. */
async function readSums({ db, organization }: Context, patterns: readonly Since[], today: IsoDate): Promise<Piece[]> {
  if (patterns.length === 0) return []
  const pieces = await readPieces(countedDays(patterns, today), (window) => sumVerified(db, organization.id, patterns, window), MOST_DAYS)
  return pieces.map(({ window, found }) => ({ window, sums: found }))
}

/** What the payments of the patterns add up to. */
export async function readVerifiedSums(context: Context, patterns: readonly Since[], today: IsoDate): Promise<VerifiedSums> {
  const pieces = await readSums(context, patterns, today)
  return pieces.length === 0 ? emptySums() : addSums(pieces.map(({ sums }) => sums))
}

/** The same payments one by one, a page of them, and all that they add up to. */
export async function readPayments(
  context: Context,
  patterns: readonly Since[],
  today: IsoDate,
  page: { page: number; limit: number },
): Promise<{ paid: PaidDecision[]; all: VerifiedSums['all'] }> {
  const { db, organization } = context
  const pieces = (await readSums(context, patterns, today)).map(({ window, sums }) => ({ window, sums, count: sums.all.payments }))
  const paid = await readPage(pieces, page, ({ window }, part) => readPaid(db, organization.id, patterns, window, part))
  return { paid, all: addSums(pieces.map(({ sums }) => sums)).all }
}
