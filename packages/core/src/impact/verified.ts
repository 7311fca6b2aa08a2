import type { Context } from '../context.ts'
import { addDays, type DateWindow, type IsoDate } from '../dates.ts'
import { readPieces } from '../measures/bridge/pieces.ts'
import type { Entry } from './read.ts'
import { addSums, emptySums, sumVerified, type Since, type VerifiedSums } from './verified.sql.ts'

export const sinceOf = (entries: readonly Pick<Entry, 'level' | 'subject' | 'since'>[]): Since[] =>
  entries.map(({ level, subject, since }) => ({ level, patternId: subject.id, since }))

/** From the first of the days up to today; null for no pattern. */
export function windowOf(patterns: readonly Since[], today: IsoDate): DateWindow | null {
  const [first] = patterns.map(({ since }) => since).sort()
  return first === undefined ? null : { start: first, end: addDays(today, 1) }
}

/** The payments of the patterns, summed up in short transactions. */
export async function readVerifiedSums({ db, organization }: Context, patterns: readonly Since[], today: IsoDate): Promise<VerifiedSums> {
  const window = windowOf(patterns, today)
  if (window === null) return emptySums()
  return addSums((await readPieces(window, (piece) => sumVerified(db, organization.id, patterns, piece))).map(({ found }) => found))
}
