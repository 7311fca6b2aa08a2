import { addDays, daysBetween, type DateWindow } from '../../dates.ts'

/** On the embedded engine nobody works beside a transaction: a long window is read some days at a time, fewer where that takes longer. */
const MOST_DAYS = 7
const AIM_MS = 120

/** Reads the window in pieces that have no day in common, the latest first, each in a transaction of its own. */
export async function readPieces<Found>(
  { start, end }: DateWindow,
  read: (piece: DateWindow) => Promise<Found>,
  mostDays = MOST_DAYS,
): Promise<{ window: DateWindow; found: Found }[]> {
  const pieces: { window: DateWindow; found: Found }[] = []
  for (let until = end, days = Math.min(MOST_DAYS, mostDays); until > start;) {
    const window = { start: addDays(until, -Math.min(days, daysBetween(start, until))), end: until }
    const began = performance.now()
    pieces.push({ window, found: await read(window) })
    days = nextDays(daysBetween(window.start, window.end), performance.now() - began, mostDays)
    until = window.start
  }
  return pieces
}

/** How many days the next piece has, at the pace of the one before: 1 to 7, or to as many as are said. */
export function nextDays(days: number, elapsedMs: number, mostDays = MOST_DAYS): number {
  return Math.max(1, Math.min(mostDays, Math.floor((days * AIM_MS) / Math.max(elapsedMs, 1))))
}

/** One page of a list whose pieces follow one another, each with its own number of rows; only the pieces that the page touches are read. */
export async function readPage<Piece extends { count: number }, Row>(
  pieces: readonly Piece[],
  { page, limit }: { page: number; limit: number },
  read: (piece: Piece, part: { limit: number; offset: number }) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  let skip = (page - 1) * limit
  for (const piece of pieces) {
    if (rows.length === limit) break
    if (skip < piece.count) rows.push(...(await read(piece, { limit: limit - rows.length, offset: skip })))
    skip = Math.max(0, skip - piece.count)
  }
  return rows
}
