import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysUntil, lagCurve, measure } from '../../src/payers/rules.ts'

describe("a payer's pace", () => {
  const lags = (...claims: [number, number][]) => claims.map(([days, count]) => ({ days, claims: count }))

  it.each([
    ['half of twenty at ten', 0.5, lags([7, 9], [12, 1], [30, 10]), 12],
    ['nine tenths of twenty at eighteen', 0.9, lags([7, 17], [12, 1], [30, 2]), 12],
    ['whatever their order', 0.5, lags([30, 10], [7, 9], [12, 1]), 12],
    ['all at once', 0.9, lags([14, 20]), 14],
    ['nineteen say nothing', 0.5, lags([7, 19]), null],
    ['none', 0.5, lags(), null],
  ])('%s', (_, part, given, expected) => expect(daysUntil(part, given)).toBe(expected))

  it('is the order statistic of the decisions written out one by one', () => {
    const curve = fc.uniqueArray(fc.record({ days: fc.nat(120), claims: fc.integer({ min: 1, max: 40 }) }), { selector: ({ days }) => days, minLength: 1 })
    fc.assert(
      fc.property(curve, fc.constantFrom(50, 90), (given, percent) => {
        const each = given.flatMap(({ days, claims }) => Array.from({ length: claims }, () => days)).sort((a, b) => a - b)
        const expected = each.length < 20 ? null : each[Math.ceil((each.length * percent) / 100) - 1]
        expect(daysUntil(percent / 100, given)).toBe(expected)
      }),
    )
  })
})

describe("a payer's lag curve", () => {
  const curve = fc.uniqueArray(fc.record({ days: fc.nat(120), claims: fc.integer({ min: 20, max: 60 }) }), { selector: ({ days }) => days, minLength: 1 })

  it('rises to all of the decisions, and passes a half on the day that daysUntil names', () => {
    fc.assert(
      fc.property(curve, (lags) => {
        const points = lagCurve(lags)
        expect(points.map(({ share }) => share)).toEqual(points.map(({ share }) => share).toSorted((a, b) => a - b))
        expect(points.at(-1)!.share).toBe(100)
        expect(points.find(({ share }) => share >= 50)!.days).toBe(daysUntil(0.5, lags))
      }),
    )
  })

  it('is not drawn of fewer than twenty', () => expect(lagCurve([{ days: 7, claims: 19 }])).toEqual([]))
})

describe('a proportion', () => {
  it('has a rate within its interval, or none', () => {
    expect(measure({ part: 1, whole: 3 })).toEqual({ rate: 33.33, interval: { low: 6.15, high: 79.23 } })
    expect(measure({ part: 0, whole: 0 })).toEqual({ rate: null, interval: null })
  })
})
