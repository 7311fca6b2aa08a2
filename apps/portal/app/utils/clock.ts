import { dateIn } from '@overturn/core/dates'
import { shallowRef } from 'vue'
import { DASH } from './format'

/**
 * Whose clock moments are shown by: that of the organization on the screen, which its days and jobs go by too, wherever somebody looks from. Null until it is
 * known, and for whoever has a seat in none: then it is the clock of the browser. All that the portal shows of one page load is of one organization.
 */
const organizationZone = shallowRef<string | null>(null)

export function showClockOf(timeZone: string | null): void {
  organizationZone.value = timeZone
}

const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Dear to make, and asked for in every row. */
function clockOf(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  const clock = clocks.get(key) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone })
  clocks.set(key, clock)
  return clock
}

const DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const
const MINUTE = { ...DAY, hour: 'numeric', minute: '2-digit' } as const

type Maybe = string | null | undefined
const at = (moment: Maybe, options: Intl.DateTimeFormatOptions, timeZone: string): string =>
  moment ? clockOf(timeZone, options).format(new Date(moment)) : DASH

/** A moment by the clock of a time zone, which it names where `own`, the clock of whoever looks, is another: `Mar 5, 2026, 3:04 PM EST`. */
export function formatMomentIn(moment: Maybe, timeZone: string, own: string = browserZone()): string {
  return at(moment, timeZone === own ? MINUTE : { ...MINUTE, timeZoneName: 'short' }, timeZone)
}

/** A moment by the clock of the organization. */
export const formatMoment = (moment: Maybe): string => formatMomentIn(moment, organizationZone.value ?? browserZone())

/** The day of a moment by the clock of the organization: `Mar 5, 2026`. */
export const formatDayOfMoment = (moment: Maybe): string => at(moment, DAY, organizationZone.value ?? browserZone())

/** Today by the clock of the organization, as the server has it. */
export const todayHere = (): string => dateIn(organizationZone.value ?? browserZone(), new Date())
