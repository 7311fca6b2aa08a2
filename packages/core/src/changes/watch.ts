import { addDays, daysBetween, type IsoDate } from '../dates.ts'
import { atOnce } from '../in-breaths.ts'
import { changePoint } from '../statistics/change-point.ts'
import { cusumLimits, type CusumLimits } from '../statistics/cusum-limits.ts'
import { addDay, type DayCount, type Direction } from '../statistics/cusum.ts'
import { dayCorrelation } from '../statistics/day-law.ts'

/** A day on which claims were adjudicated; days without any are left out. */
export interface WatchedDay extends DayCount {
  day: IsoDate
}

export interface FoundChange {
  direction: Direction
  /** The most likely first day of the new rate, and the 95 % interval. */
  onset: IsoDate
  onsetLow: IsoDate
  onsetHigh: IsoDate
  signalledOn: IsoDate
  /** The onset of the change that followed; null while the new rate holds. */
  endedOn: IsoDate | null
  /** Days of the rate before, half-open, and what they held. */
  referenceStart: IsoDate
  referenceEnd: IsoDate
  before: DayCount
  /** From the onset to the end, or to the last day. */
  since: DayCount
  /** Claims between two false alarms that the limit stood for; the limit. */
  runLength: number
  decisionLimit: number
}

export interface Watch {
  changes: FoundChange[]
  /** False alarms that so much watching gives on average where nothing changes; up to the first call, where there is one. */
  expectedFalseAlarms: number
}

/** A rate is known well enough to be watched after so many days and claims. */
const FIRST_DAYS = 60
const FIRST_CLAIMS = 300
/** A side learns again when so many times the claims are in that it had when it last did, and then from what was in at that time: never from the days
 * that its sum still remembers, which may hold the change. */
const GROWTH = 1.25
const VOLUME_DAYS = 180
const YEAR = 365.25
/** How many days before the sum last was 0 an onset may lie: the sum starts late where chance first spoke against it. */
const BEFORE_ZERO = 60
/** Fewer days do not tell whether claims are denied together. */
const ENOUGH_DAYS = 20

const DIRECTIONS = ['up', 'down'] as const

/** One direction of the watch. */
interface Side {
  limits: CusumLimits
  sum: number
  /** Position of the last day after which the sum was 0. */
  zero: number
}

/**
 * Goes through the days of a series in their order and calls the changes of its denial rate, each followed by a watch of the new rate. A function of
 * the days alone: later days never move what was called on earlier ones, but for the end and what has passed since.
 * `yearsBetween`: calendar years between two false alarms of one direction.
 */
export const watch = (days: readonly WatchedDay[], design: { yearsBetween: number }): Watch => atOnce(watching(days, design))

/** The same, which may be interrupted after any day: a long series takes a tenth of a second and more. */
export function* watching(days: readonly WatchedDay[], { yearsBetween }: { yearsBetween: number }): Generator<void, Watch> {
  const sums = cumulative(days)
  const between = (from: number, to: number): DayCount => ({ claims: sums.claims[to]! - sums.claims[from]!, denied: sums.denied[to]! - sums.denied[from]! })
  const changes: (FoundChange & { at: number })[] = []
  let expectedFalseAlarms = 0
  const first = days.findIndex(({ day }, at) => daysBetween(days[0]!.day, day) >= FIRST_DAYS && sums.claims[at]! >= FIRST_CLAIMS)
  if (first === -1) return { changes: [], expectedFalseAlarms }
  /** Where the rate began that is watched, and where its days were last counted. */
  let start = 0
  let counted = first
  let correlation = 0
  let runLength = 0
  let sides = begin(first)

  for (let at = first; at < days.length; at++) {
    yield
    const day = days[at]!
    if (sums.claims[at]! - sums.claims[start]! >= GROWTH * (sums.claims[counted]! - sums.claims[start]!)) {
      for (const direction of DIRECTIONS) sides[direction].limits.learn(between(start, counted))
      look(at)
    }
    for (const direction of DIRECTIONS) {
      const side = sides[direction]
      if (changes.length === 0) expectedFalseAlarms += day.claims / runLength
      const limit = side.limits.next({ claims: day.claims, runLength, correlation })
      side.sum = addDay(side.sum, side.limits.score, day)
      if (side.sum === 0) side.zero = at
      if (side.sum <= limit) continue

      const segment = days.slice(start, at + 1)
      const { onset, low, high } = changePoint(segment, { claims: 0, denied: 0 }, Math.max(1, side.zero - start - BEFORE_ZERO))
      const onsetAt = start + onset
      changes.push({
        at: onsetAt,
        direction,
        onset: days[onsetAt]!.day,
        onsetLow: days[start + low]!.day,
        onsetHigh: days[start + high]!.day,
        signalledOn: day.day,
        endedOn: null,
        referenceStart: days[start]!.day,
        referenceEnd: days[onsetAt]!.day,
        before: between(start, onsetAt),
        since: { claims: 0, denied: 0 },
        runLength,
        decisionLimit: limit,
      })
      start = onsetAt
      sides = begin(at + 1)
      break
    }
  }
  return { changes: changes.map(({ at, ...change }, index) => ended(change, at, changes[index + 1])), expectedFalseAlarms }

  /** Both directions anew, from what is in before `next` since the start. */
  function begin(next: number): Record<Direction, Side> {
    look(next)
    const reference = between(start, next)
    const side = (direction: Direction): Side => ({
      limits: cusumLimits({ direction, reference, typicalDay: reference.claims / (next - start) }),
      sum: 0,
      zero: next - 1,
    })
    return { up: side('up'), down: side('down') }
  }

  /** What of the days before `next` the limits need to know beside the rate. */
  function look(next: number): void {
    counted = next
    runLength = Math.round(volumeBefore(days, next) * YEAR * yearsBetween)
    if (next - start >= ENOUGH_DAYS) correlation = dayCorrelation(days.slice(start, next))
  }

  function ended(change: FoundChange, at: number, next: { at: number; onset: IsoDate } | undefined): FoundChange {
    return { ...change, endedOn: next?.onset ?? null, since: between(at, next?.at ?? days.length) }
  }
}

function cumulative(days: readonly DayCount[]) {
  const [claims, denied] = [[0], [0]]
  for (const [at, day] of days.entries()) {
    claims.push(claims[at]! + day.claims)
    denied.push(denied[at]! + day.denied)
  }
  return { claims, denied }
}

/** Claims of a calendar day in the half year before, or since the series began. */
function volumeBefore(days: readonly WatchedDay[], next: number): number {
  const end = addDays(days[next - 1]!.day, 1)
  const earliest = addDays(end, -VOLUME_DAYS)
  let claims = 0
  let from = next
  while (from > 0 && days[from - 1]!.day >= earliest) claims += days[--from]!.claims
  return claims / daysBetween(days[from]!.day, end)
}
