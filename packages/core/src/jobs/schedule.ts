import { CronExpressionParser } from 'cron-parser'

/**
 * When a job is due, by the clock on the wall of an organization. A wall time that a spring night leaves out is due when the night goes on; one
 * that an autumn night tells twice is due at its first telling.
 */

const HOUR_MS = 3_600_000

/** The first moment after `from` at which a cron expression is due in a time zone. */
export function nextDue(cron: string, timeZone: string, from: Date): Date {
  const due = walk(cron, timeZone, from).next().toDate()
  return isSecondTelling(timeZone, due) ? nextDue(cron, timeZone, due) : due
}

/** The last moment up to and with `until` at which it was due. */
export function lastDue(cron: string, timeZone: string, until: Date): Date {
  const told = lastTold(cron, timeZone, until)
  let due = isSecondTelling(timeZone, told) ? lastDue(cron, timeZone, new Date(told.getTime() - 1)) : told
  // Going back one does not come by an hour that a spring night left out.
  for (let next = nextDue(cron, timeZone, due); next <= until; next = nextDue(cron, timeZone, due)) due = next
  return due
}

/** The last moment at which it was due, where the queue, which goes back, does not come by it: in a spring night. Else null. */
export function overlookedDue(cron: string, timeZone: string, until: Date): Date | null {
  const due = lastDue(cron, timeZone, until)
  return due > lastTold(cron, timeZone, until) ? due : null
}

/** Whether the wall said the same time an hour ago: the night in which the clocks go back. */
export function isSecondTelling(timeZone: string, moment: Date): boolean {
  const wall = walls.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  walls.set(timeZone, wall)
  return wall.format(moment) === wall.format(moment.getTime() - HOUR_MS)
}

/** Dear to make, and asked for again and again. */
const walls = new Map<string, Intl.DateTimeFormat>()

/** A request that comes so long after its hour was waiting for somebody to be there. */
const PUNCTUAL_MS = 3 * 60_000

/** What a request of the schedule is for: its hour, an hour at which nothing ran, or an hour that the clocks tell for the second time. */
export function arrivalOf(cron: string, timeZone: string, arrived: Date): 'schedule' | 'missed' | 'repeat' {
  const told = lastTold(cron, timeZone, arrived)
  if (isSecondTelling(timeZone, told) && arrived.getTime() - told.getTime() < PUNCTUAL_MS) return 'repeat'
  return arrived.getTime() - lastDue(cron, timeZone, arrived).getTime() < PUNCTUAL_MS ? 'schedule' : 'missed'
}

const lastTold = (cron: string, timeZone: string, until: Date) =>
  walk(cron, timeZone, new Date(until.getTime() + 1))
    .prev()
    .toDate()
const walk = (cron: string, timeZone: string, currentDate: Date) => CronExpressionParser.parse(cron, { tz: timeZone, currentDate })
