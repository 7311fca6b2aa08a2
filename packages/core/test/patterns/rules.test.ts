import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../src/dates.ts'
import {
  baselineWindow,
  isInsufficient,
  matureWindow,
  MINIMUM_CLAIMS,
  monthsObserved,
  scoreOf,
  scoreWindow,
  statusOf,
  tierOf,
  trendOf,
  type Counts,
  type Course,
} from '../../src/patterns/rules.ts'
import { parseSettings } from '../../src/settings.ts'

const counts = (denied: number, claims: number, dollars = denied * 10_000): Counts => ({ claims, denied, dollars })

const byReason = { firstDetected: null, lastSeen: null, scoped: false, q: null }

describe('score', () => {
  it.each([
    ['2026-03-31', '2025-10-01', '2026-04-01'],
    ['2026-06-30', '2025-12-31', '2026-07-01'],
    ['2026-08-31', '2026-03-01', '2026-09-01'],
  ])('looks back six months from %s: from %s', (today, start, end) => expect(scoreWindow(today)).toEqual({ start, end }))

  it.each([
    ['2026-03-31', 1],
    ['2026-03-01', 1],
    ['2026-02-28', 2],
    ['2026-02-01', 2],
    ['2026-01-31', 3],
    ['2025-11-01', 5],
    ['2025-10-31', 6],
    ['2020-01-01', 6],
  ])('has observed a pattern first seen on %s for %i months', (first, months) => expect(monthsObserved(first, '2026-03-31')).toBe(months))

  it('states every field', () => {
    const score = scoreOf({ ...byReason, recent: counts(7, 90, 100_000), firstDetected: '2026-01-15', lastSeen: '2026-03-20' }, '2026-03-31')
    expect(score).toEqual({ frequency: 7, impact: 100_000, velocity: 2.3, confidence: 70, recency: 11, average: 14_286 })
  })

  it('has no recency and no average without a denial', () => {
    const score = scoreOf({ ...byReason, recent: counts(0, 90) }, '2026-03-31')
    expect(score).toEqual({ frequency: 0, impact: 0, velocity: 0, confidence: 0, recency: null, average: null })
  })

  it('is at most sure', () => expect(scoreOf({ ...byReason, recent: counts(25, 90) }, '2026-03-31').confidence).toBe(100))

  it.each([
    [0.01, 99],
    [0, 100],
    [1, 0],
    [null, null],
  ])('is as sure of a scope as the search was: q %s', (q, confidence) => {
    expect(scoreOf({ ...byReason, recent: counts(25, 90), scoped: true, q }, '2026-03-31').confidence).toBe(confidence)
  })
})

describe('tier', () => {
  const { tiers } = parseSettings({})
  it.each([
    [21, 5000.01, 'critical'],
    [21, 5000, 'high'],
    [20, 9999, 'high'],
    [11, 2000.01, 'high'],
    [11, 2000, 'medium'],
    [100, 0, 'medium'],
    [6, 0, 'medium'],
    [5, 99_999, 'low'],
    [0, 0, 'low'],
  ] as const)('of %i denials for $%d is %s', (frequency, dollars, tier) => expect(tierOf({ frequency, impact: Math.round(dollars * 100) }, tiers)).toBe(tier))

  it('follows the organization’s thresholds', () => {
    const own = parseSettings({ tiers: { critical: { frequency: 2 }, medium: { frequency: 0 } }, theme: 'dark' }).tiers
    expect(own).toEqual({ critical: { frequency: 2, impact: 5000 }, high: { frequency: 10, impact: 2000 }, medium: { frequency: 0 } })
    expect(tierOf({ frequency: 3, impact: 500_001 }, own)).toBe('critical')
    expect(tierOf({ frequency: 1, impact: 0 }, own)).toBe('medium')
  })

  it('refuses thresholds that are none', () => {
    expect(() => parseSettings({ tiers: { high: { impact: -1 } }, detection: { daysBack: 0 } })).toThrow(
      /settings\.tiers\.high\.impact.*settings\.detection\.daysBack/,
    )
    expect(() => parseSettings({ tiers: { high: { impact: 0.001 } } })).toThrow(/whole cents/)
  })
})

describe('trend', () => {
  it.each([
    [counts(30, 100), counts(10, 100), 'up'],
    [counts(10, 100), counts(30, 100), 'down'],
    [counts(11, 100), counts(10, 100), 'stable'],
    // Twice the denials in a month with twice the claims: the rate did not move.
    [counts(20, 200), counts(10, 100), 'stable'],
    [counts(19, 19), counts(0, 100), 'stable'],
    [counts(0, 100), counts(19, 19), 'stable'],
    [null, counts(30, 100), 'stable'],
    [counts(30, 100), null, 'stable'],
  ] as const)('of %j after %j is %s', (recent, previous, trend) => expect(trendOf(recent, previous)).toBe(trend))

  it('is never called on small windows, and turns around when the windows change places', () => {
    const window = fc.integer({ min: 0, max: 300 }).chain((claims) => fc.integer({ min: 0, max: claims }).map((denied) => counts(denied, claims)))
    const opposite = { up: 'down', down: 'up', stable: 'stable' } as const
    fc.assert(
      fc.property(window, window, (recent, previous) => {
        const trend = trendOf(recent, previous)
        expect(trendOf(previous, recent)).toBe(opposite[trend])
        if (recent.claims < MINIMUM_CLAIMS || previous.claims < MINIMUM_CLAIMS) expect(trend).toBe('stable')
      }),
    )
  })
})

describe('course', () => {
  it('compares the first 60 days with the last 60 mature ones', () => {
    expect(baselineWindow('2025-05-01')).toEqual({ start: '2025-05-01', end: '2025-06-30' })
    expect(matureWindow('2026-03-01', 60)).toEqual({ start: '2025-12-31', end: '2026-03-01' })
    expect(baselineWindow(null)).toBeNull()
    expect(matureWindow(null, 60)).toBeNull()
  })

  it('windows are as long as they say, whatever the day', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), (end, days) => {
        const window = matureWindow(end, days)!
        expect(daysBetween(window.start, window.end)).toBe(days)
      }),
    )
  })

  const baseline = { window: { start: '2025-05-01', end: '2025-06-30' }, counts: counts(10, 20) }
  it.each([
    ['2025-06-30', 20, false],
    ['2025-06-29', 20, true],
    ['2025-12-31', 19, true],
  ])('with a current period from %s of %i claims: insufficient %s', (start, claims, insufficient) => {
    expect(isInsufficient(baseline, { window: { start, end: '2026-03-01' }, counts: counts(1, claims) })).toBe(insufficient)
  })
  it('is insufficient without either period', () => {
    expect(isInsufficient(null, baseline)).toBe(true)
    expect(isInsufficient(baseline, null)).toBe(true)
  })

  const course = (change: Partial<Course>): Course => ({
    previous: 'active',
    insufficientData: false,
    baseline: counts(40, 100),
    current: counts(40, 100),
    quiet: counts(60, 150),
    ...change,
  })
  it.each([
    ['as before', {}, 'active'],
    ['a little lower', { current: counts(35, 100) }, 'active'],
    ['clearly lower', { current: counts(20, 100) }, 'improving'],
    ['a fifth of the baseline', { current: counts(8, 100) }, 'resolved'],
    ['just above a fifth', { current: counts(9, 100) }, 'improving'],
    ['clearly higher', { current: counts(70, 100) }, 'active'],
    ['a fifth, by chance', { baseline: counts(5, 100), current: counts(1, 100) }, 'active'],
    ['no denial in 90 days', { current: counts(0, 100), quiet: counts(0, 150) }, 'resolved'],
    ['no denial, and hardly a claim', { baseline: counts(1, 20), current: counts(0, 20), quiet: counts(0, 19) }, 'active'],
    ['too little data', { current: counts(0, 100), quiet: counts(0, 150), insufficientData: true }, 'active'],
    ['improving before, back now', { previous: 'improving' }, 'active'],
    ['resolved before, back now', { previous: 'resolved' }, 'active'],
    ['archived by hand', { previous: 'archived', current: counts(20, 100) }, 'archived'],
    ['nothing known', { baseline: null, current: null, quiet: null }, 'active'],
  ] as const)('%s', (_, change, status) => expect(statusOf(course(change))).toBe(status))

  it('never improves on a higher rate or on too little data, and only a person archives', () => {
    const window = fc.integer({ min: 1, max: 300 }).chain((claims) => fc.integer({ min: 0, max: claims }).map((denied) => counts(denied, claims)))
    fc.assert(
      fc.property(window, window, window, fc.boolean(), (baseline, current, quiet, insufficientData) => {
        const status = statusOf({ previous: 'active', baseline, current, quiet, insufficientData })
        expect(status).not.toBe('archived')
        if (insufficientData) expect(status).toBe('active')
        if (quiet.denied > 0 && current.denied * baseline.claims >= baseline.denied * current.claims) expect(status).toBe('active')
      }),
    )
  })
})
