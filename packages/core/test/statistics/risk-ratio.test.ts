import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Proportion } from '../../src/statistics/proportions.ts'
import { riskRatio } from '../../src/statistics/risk-ratio.ts'

const of = (part: number, whole: number): Proportion => ({ part, whole })
const inner = (max: number) => fc.integer({ min: 3, max }).chain((whole) => fc.integer({ min: 1, max: whole - 1 }).map((part) => of(part, whole)))

describe('the ratio of two rates', () => {
  it('has the interval of the example in the paper: 36 of 40 against 16 of 80 is 4.5, 2.94 to 7.15', () => {
    const { estimate, low, high } = riskRatio(of(36, 40), of(16, 80))
    expect(estimate).toBeCloseTo(4.5, 12)
    expect(low).toBeCloseTo(2.94, 2)
    expect(high).toBeCloseTo(7.15, 2)
  })

  it('has no estimate and no upper bound where the rest has none, but a lower one', () => {
    const { estimate, low, high } = riskRatio(of(10, 20), of(0, 100))
    expect(estimate).toBeNull()
    expect(high).toBeNull()
    expect(low).toBeGreaterThan(5)
  })

  it('is 0 with an upper bound where the scope has none, and unknown without a denominator', () => {
    const none = riskRatio(of(0, 20), of(10, 100))
    expect(none).toMatchObject({ estimate: 0, low: 0 })
    expect(none.high).toBeGreaterThan(1)
    expect(riskRatio(of(0, 0), of(1, 2))).toEqual({ estimate: null, low: 0, high: null })
  })

  it('lies within its interval, and turned round it is its inverse', () => {
    fc.assert(
      fc.property(inner(5000), inner(5000), (a, b) => {
        const { estimate, low, high } = riskRatio(a, b)
        expect(low).toBeLessThan(estimate!)
        expect(high).toBeGreaterThan(estimate!)
        const turned = riskRatio(b, a)
        expect(turned.low * high!).toBeCloseTo(1, 6)
        expect(turned.high! * low).toBeCloseTo(1, 6)
      }),
    )
  })
})
