import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dateIn, daysBetween, fromCompactDate, isIsoDate, previousWindow, trailingWindow } from '../src/dates.ts'

const day = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays('1950-01-01', offset))

describe('calendar dates', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01'])('%s exists', (text) => expect(isIsoDate(text)).toBe(true))
  it.each(['2026-02-29', '2026-13-01', '0000-00-00', '2026-1-1', '2026-01-01T00:00', '1899-12-31', ''])('%s does not', (text) =>
    expect(isIsoDate(text)).toBe(false),
  )
  it('reads compact dates', () => {
    expect(fromCompactDate('20260131')).toBe('2026-01-31')
    for (const text of ['00000000', '20260230', '2026013', '2026-01-3']) expect(fromCompactDate(text)).toBeNull()
  })
  it('adds days across months, years and daylight saving', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    fc.assert(fc.property(day, fc.integer({ min: -2000, max: 2000 }), (date, days) => daysBetween(date, addDays(date, days)) === days))
  })
  it.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2026-01-15', -6, '2025-07-15'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected))
  it('knows the date at the organization', () => {
    const moment = new Date('2026-03-31T03:30:00Z')
    expect(dateIn('America/Los_Angeles', moment)).toBe('2026-03-30')
    expect(dateIn('Pacific/Auckland', moment)).toBe('2026-03-31')
  })
})

describe('windows', () => {
  it('30 days are today and the 29 before', () => expect(trailingWindow('2026-03-31', 30)).toEqual({ start: '2026-03-02', end: '2026-04-01' }))
  it('the previous window is as long and shares no day', () => {
    expect(previousWindow({ start: '2026-03-02', end: '2026-04-01' })).toEqual({ start: '2026-01-31', end: '2026-03-02' })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 1096 }), (today, days) => {
        const current = trailingWindow(today, days)
        const before = previousWindow(current)
        return before.end === current.start && daysBetween(before.start, before.end) === days && daysBetween(current.start, current.end) === days
      }),
    )
  })
})
