import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceInterval, wilsonInterval, type Proportion } from '../../src/statistics/proportions.ts'

const of = (part: number, whole: number): Proportion => ({ part, whole })
const proportions = fc.integer({ min: 1, max: 300_000 }).chain((whole) => fc.integer({ min: 0, max: whole }).map((part) => of(part, whole)))

describe('the interval of a proportion', () => {
  // Newcombe 1998, Stat Med 17:857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
  ])('of %i in %i is %f to %f', (part, whole, low, high) => {
    const found = wilsonInterval(of(part, whole))!
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it('is unknown without a denominator', () => expect(wilsonInterval(of(0, 0))).toBeNull())

  it('lies within 0..1, holds the proportion, and mirrors its complement', () => {
    fc.assert(
      fc.property(proportions, ({ part, whole }) => {
        const { low, high } = wilsonInterval(of(part, whole))!
        const mirror = wilsonInterval(of(whole - part, whole))!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(part / whole)
        expect(high).toBeGreaterThanOrEqual(part / whole)
        expect(mirror.low).toBeCloseTo(1 - high, 12)
        expect(mirror.high).toBeCloseTo(1 - low, 12)
      }),
    )
  })
})

describe('the interval of a difference', () => {
  // Newcombe 1998, Stat Med 17:873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i in %i and %i in %i is %f to %f', (a, m, b, n, low, high) => {
    const found = differenceInterval(of(a, m), of(b, n))!
    expect(found.low).toBeCloseTo(low, 4)
    expect(found.high).toBeCloseTo(high, 4)
  })

  it('is unknown when either has no denominator', () => {
    expect(differenceInterval(of(0, 0), of(1, 2))).toBeNull()
    expect(differenceInterval(of(1, 2), of(0, 0))).toBeNull()
  })

  it('holds the difference, stays within -1..1, and changes sign when the two are swapped', () => {
    fc.assert(
      fc.property(proportions, proportions, (a, b) => {
        const { low, high } = differenceInterval(a, b)!
        const swapped = differenceInterval(b, a)!
        const difference = a.part / a.whole - b.part / b.whole
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(high).toBeLessThanOrEqual(1 + 1e-12)
        expect(low).toBeLessThanOrEqual(difference)
        expect(high).toBeGreaterThanOrEqual(difference)
        expect(swapped.low).toBeCloseTo(-high, 12)
        expect(swapped.high).toBeCloseTo(-low, 12)
      }),
    )
  })
})
