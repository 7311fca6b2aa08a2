import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '../../src/dates.ts'
import { learningProgressOf, streaksOf } from '../../src/learning/rules.ts'

describe('the progress of learning', () => {
  // 100 × Wilson's lower limit with z = 1.96, as tables have it: 1 of 1 is 0.2065, 5 of 10 0.2366, 8 of 10 0.4902, 19 of 20 0.7639, 20 of 20 0.8389.
  it.each([
    [0, 0, 0],
    [0, 1, 0],
    [1, 1, 21],
    [5, 10, 24],
    [8, 10, 49],
    [0, 20, 0],
    [19, 20, 76],
    [20, 20, 84],
  ])('with %i of %i right is %i', (correct, answered, progress) => expect(learningProgressOf({ correct, answered })).toBe(progress))

  it('grows with every answer that is right instead of wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(19), (answered, seed) => {
        const correct = seed % answered
        expect(learningProgressOf({ correct: correct + 1, answered })).toBeGreaterThan(learningProgressOf({ correct, answered }))
      }),
    )
  })
})

describe('streaks', () => {
  const today = '2026-03-10'

  it.each<[string, IsoDate[], number, number, IsoDate | null]>([
    ['no practice', [], 0, 0, null],
    ['today alone', ['2026-03-10'], 1, 1, '2026-03-10'],
    ['yesterday: today is not over', ['2026-03-08', '2026-03-09'], 2, 2, '2026-03-09'],
    ['the day before yesterday: over', ['2026-03-07', '2026-03-08'], 0, 2, '2026-03-08'],
    ['one day often', ['2026-03-10', '2026-03-10', '2026-03-10'], 1, 1, '2026-03-10'],
    ['over the change to summer time (8 March 2026 in the US)', ['2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10'], 4, 4, '2026-03-10'],
    ['over the end of February', ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'], 0, 4, '2026-03-02'],
    ['over a leap day', ['2024-02-28', '2024-02-29', '2024-03-01'], 0, 3, '2024-03-01'],
    ['over the end of a year', ['2025-12-30', '2025-12-31', '2026-01-01'], 0, 3, '2026-01-01'],
    ['a longer one before, in any order', ['2026-03-10', '2026-01-03', '2026-01-01', '2026-03-09', '2026-01-02'], 2, 3, '2026-03-10'],
    ['a day that has not come', ['2026-03-10', '2026-03-11', '2026-03-12'], 1, 1, '2026-03-10'],
  ])('%s', (_, days, current, longest, last) => expect(streaksOf(days, today)).toEqual({ current, longest, last }))

  it('are the same as counted day by day, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }), (offsets) => {
        const days = offsets.map((offset) => addDays(today, -offset))
        let longest = 0
        let run = 0
        for (let offset = 60; offset >= 0; offset--) longest = Math.max(longest, (run = offsets.includes(offset) ? run + 1 : 0))
        // Until the first day without: from today, or from yesterday where there is none today.
        let current = 0
        for (let offset = offsets.includes(0) ? 0 : 1; offsets.includes(offset); offset++) current++
        const last = offsets.length === 0 ? null : addDays(today, -Math.min(...offsets))
        expect(streaksOf(days, today)).toEqual({ current, longest, last })
      }),
    )
  })
})
