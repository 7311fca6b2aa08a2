import { afterEach, describe, expect, it } from 'vitest'
import { dateIn } from '@overturn/core/dates'
import { formatDayOfMoment, formatMoment, formatMomentIn, showClockOf, todayHere } from '../../app/utils/clock.ts'

const EVENING = '2026-03-05T23:04:00Z'
const SUMMER = '2026-07-05T16:04:00Z'
/** As the browser here has it; the tests say which zone is whose. */
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone
/** Newer engines put a narrow space before AM and PM. */
const plain = (text: string) => text.replace(/\u202f/g, ' ')

afterEach(() => showClockOf(null))

describe('a moment', () => {
  it.each([
    // By the clock of the organization, which is named where the browser has another.
    [EVENING, 'America/New_York', 'America/New_York', 'Mar 5, 2026, 6:04 PM'],
    [EVENING, 'America/New_York', 'Europe/Berlin', 'Mar 5, 2026, 6:04 PM EST'],
    [SUMMER, 'America/New_York', 'America/Chicago', 'Jul 5, 2026, 12:04 PM EDT'],
    [SUMMER, 'America/Phoenix', 'America/Denver', 'Jul 5, 2026, 9:04 AM MST'],
    [EVENING, 'UTC', 'America/Denver', 'Mar 5, 2026, 11:04 PM UTC'],
    [EVENING, 'Pacific/Auckland', 'UTC', 'Mar 6, 2026, 12:04 PM GMT+13'],
    // The hour that an autumn night tells twice is told apart by its name.
    ['2026-11-01T05:30:00Z', 'America/New_York', 'UTC', 'Nov 1, 2026, 1:30 AM EDT'],
    ['2026-11-01T06:30:00Z', 'America/New_York', 'UTC', 'Nov 1, 2026, 1:30 AM EST'],
  ])('%s in %s, seen from %s, is %4$s', (moment, zone, own, words) => expect(plain(formatMomentIn(moment, zone, own))).toBe(words))

  it('is a dash where it is not known', () => {
    for (const none of [null, undefined]) expect([formatMoment(none), formatDayOfMoment(none), formatMomentIn(none, 'UTC')]).toEqual(['–', '–', '–'])
  })

  it('is shown by the clock of the organization once that is known, and by that of the browser before', () => {
    expect(formatMoment(EVENING)).toBe(formatMomentIn(EVENING, HERE, HERE))
    const elsewhere = HERE === 'Pacific/Auckland' ? 'America/Denver' : 'Pacific/Auckland'
    showClockOf(elsewhere)
    expect(formatMoment(EVENING)).toBe(formatMomentIn(EVENING, elsewhere, 'UTC'))
    expect(formatMoment(EVENING)).toMatch(/GMT\+13$|MST$/)
    showClockOf(HERE)
    expect(formatMoment(EVENING)).toBe(formatMomentIn(EVENING, HERE, HERE))
  })

  it('has the day of the organization', () => {
    showClockOf('Pacific/Auckland')
    expect(formatDayOfMoment(EVENING)).toBe('Mar 6, 2026')
    showClockOf('America/Denver')
    expect(formatDayOfMoment(EVENING)).toBe('Mar 5, 2026')
    expect(['Pacific/Auckland', 'UTC'].map((zone) => dateIn(zone, new Date(EVENING)))).toEqual(['2026-03-06', '2026-03-05'])
    expect(todayHere()).toBe(dateIn('America/Denver', new Date()))
  })
})
