import { DayCounts } from '../../computation/day-counts.ts'
import { addDays, addMonths, type DateWindow, type IsoDate } from '../../dates.ts'
import type { TenantDatabase } from '../../db/tenant.ts'
import { readMaturities } from '../../measures/maturity/sql.ts'
import { NEWEST } from '../../releases/versions.ts'

/** Payers' rules of three years ago are history; half of two years is enough for what happens now and then. */
const MONTHS = 24
/**
 * Claims, as a part of all, that the first search does not see. What a search can find grows with the root of its claims, so that a quarter less
 * costs little; and a quarter of two years is half a year, in which what is true can be seen again.
 */
const LATER = 1 / 4

export interface SearchWindow {
  /** Days of service, all of them mature. */
  window: DateWindow
  /** From this day on the claims are those that the first search does not see. */
  laterStart: IsoDate
}

/** Where to search as of a day; null while nobody can say which days are mature, or none of them has a claim. */
export async function searchWindow(db: TenantDatabase, today: IsoDate): Promise<SearchWindow | null> {
  const { matureBefore } = (await readMaturities(db, { organizationId: db.organizationId, basis: 'service', asOf: today }))[NEWEST.maturity]
  if (matureBefore === null) return null
  const window = { start: addMonths(matureBefore, -MONTHS), end: matureBefore }
  const days = daysOf(window)
  const counts = await new DayCounts(db).of('service', days)
  const laterStart = laterStartOf(days.map((day) => ({ day, claims: counts.get(day) ?? 0 })))
  return laterStart === null ? null : { window, laterStart }
}

/** The first day such that at most a quarter of the claims were served on it or later; null without claims. The day after the last where that is one busy day. */
export function laterStartOf(days: readonly { day: IsoDate; claims: number }[]): IsoDate | null {
  const total = days.reduce((sum, { claims }) => sum + claims, 0)
  if (total === 0) return null
  let later = 0
  let start = addDays(days.at(-1)!.day, 1)
  for (const { day, claims } of days.toReversed()) {
    later += claims
    if (later > total * LATER) return start
    start = day
  }
  return start
}

export function daysOf({ start, end }: DateWindow): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = start; day < end; day = addDays(day, 1)) days.push(day)
  return days
}
