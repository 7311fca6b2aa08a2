import { addDays, type IsoDate } from '../dates.ts'
import type { Direction } from '../statistics/cusum.ts'

/** False alarms that an organization sees in a year over everything that is watched: at most so many on average. */
export const FALSE_ALARMS_PER_YEAR = 1
/** The number of series is taken up to the next of these steps, so that limits stay as they are when a series comes. */
const SERIES_STEP = 25

/** Calendar years between two false alarms of one direction of one series, when so many series are watched. */
export function yearsBetween(series: number): number {
  let room = SERIES_STEP
  while (room < series) room *= 2
  const directions = 2
  return (room * directions) / FALSE_ALARMS_PER_YEAR
}

/** A change as it is stored. */
export interface KnownChange {
  subjectKey: string
  direction: Direction
  onsetLow: IsoDate
  signalledOn: IsoDate
}

export interface Comparison<Found> {
  /** Found again, with the ids under which they are stored. */
  again: (Found & { id: number })[]
  fresh: Found[]
  /** Stored, and not found any more. */
  gone: number[]
}

/**
 * Which stored changes were found again: those of the same subject, direction and day of the call; else those that lie over one another from the
 * start of the onset's interval to the call, since decisions that came late may move either by some days.
 */
export function compareChanges<Found extends KnownChange>(stored: readonly (KnownChange & { id: number })[], found: readonly Found[]): Comparison<Found> {
  const open = new Set(stored)
  const matched = new Map<Found, number>()
  const isSame = (a: KnownChange, b: KnownChange) => a.subjectKey === b.subjectKey && a.direction === b.direction
  const overlaps = (a: KnownChange, b: KnownChange) => a.onsetLow <= b.signalledOn && b.onsetLow <= a.signalledOn
  const calls = (a: KnownChange, b: KnownChange) => a.signalledOn === b.signalledOn
  for (const like of [calls, overlaps]) {
    for (const change of found) {
      if (matched.has(change)) continue
      const same = [...open].find((one) => isSame(one, change) && like(one, change))
      if (!same) continue
      matched.set(change, same.id)
      open.delete(same)
    }
  }
  return {
    again: found.flatMap((change) => (matched.has(change) ? [{ ...change, id: matched.get(change)! }] : [])),
    fresh: found.filter((change) => !matched.has(change)),
    gone: [...open].map(({ id }) => id),
  }
}

/** News is what still holds and was called on one of the latest days: who imports years of claims is not told what is long known. */
const NEWS_DAYS = 120

export const isNews = ({ endedOn, signalledOn }: { endedOn: IsoDate | null; signalledOn: IsoDate }, computedUntil: IsoDate): boolean =>
  endedOn === null && signalledOn > addDays(computedUntil, -NEWS_DAYS)
