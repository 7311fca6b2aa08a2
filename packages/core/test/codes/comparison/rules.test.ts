import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedWindow, ratedOf } from '../../../src/codes/comparison/rules.ts'
import { daysBetween } from '../../../src/dates.ts'

describe('the days that are compared', () => {
  it.each([
    ['not computed', null, '2025-04-01'],
    ['few lines', 5_000, '2025-04-01'],
    ['twice as many', 10_000, '2025-09-30'],
    ['a hundred thousand', 100_000, '2026-03-13'],
  ])('%s', (_, lines, start) => expect(comparedWindow('2026-03-31', lines)).toEqual({ start, end: '2026-04-01' }))

  it('are fewer the more lines there are, and never none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: 1, max: 1e8 }), (a, b) => {
        const days = (lines: number) => {
          const { start, end } = comparedWindow('2026-03-31', lines)
          return daysBetween(start, end)
        }
        expect(days(Math.max(a, b))).toBeLessThanOrEqual(days(Math.min(a, b)))
        expect(days(a)).toBeGreaterThan(0)
      }),
    )
  })
})

it('rates what was denied of the decided lines', () => {
  expect(ratedOf({ paid: 2, denied: 1 })).toEqual({ paid: 2, denied: 1, denialRate: 33.33, denialRateInterval: { low: 6.15, high: 79.23 } })
  expect(ratedOf({ paid: 0, denied: 0 })).toEqual({ paid: 0, denied: 0, denialRate: null, denialRateInterval: null })
})
