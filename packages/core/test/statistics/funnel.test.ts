import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelLimits, funnelScore, outerLimits, overDispersion } from '../../src/statistics/funnel.ts'

describe('limits of the funnel', () => {
  it.each([
    // 1 / sqrt(expected): 25 expected give (1 +- 1.96 / 10) squared.
    [1 / 5, 1, 0.6464, 1.4304],
    [1 / 10, 1, 0.8136, 1.2056],
    // A factor of 4 doubles the reach: 25 expected look like 6.25.
    [1 / 5, 4, 0.3697, 1.9376],
    // So small that no ratio is too low.
    [1.2, 1, 0, 4.7348],
  ])('for a spread of %d and a factor of %d', (spread, factor, low, high) => {
    const limits = funnelLimits(spread, factor)
    expect(limits.low).toBeCloseTo(low, 3)
    expect(limits.high).toBeCloseTo(high, 3)
  })

  it('are passed exactly where the score passes 1.96 times the root of the factor', () => {
    const positive = fc.double({ min: 0.01, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), positive, fc.double({ min: 1, max: 9, noNaN: true }), (ratio, spread, factor) => {
        const { low, high } = funnelLimits(spread, factor)
        const beyond = Math.abs(funnelScore(ratio, spread)) / (1.959963984540054 * Math.sqrt(factor))
        fc.pre(Math.abs(beyond - 1) > 1e-9)
        expect(ratio < low || ratio > high).toBe(beyond > 1)
      }),
    )
  })
})

describe('outer limits of the funnel', () => {
  it.each([
    // 25 expected: (1 +- 3.09 / 10) squared.
    [1 / 5, 1, 0.4775, 1.7136],
    [1.2, 1, 0, 8.1461],
  ])('for a spread of %d and a factor of %d', (spread, factor, low, high) => {
    const limits = outerLimits(funnelLimits(spread, factor).high)
    expect(limits.low).toBeCloseTo(low, 3)
    expect(limits.high).toBeCloseTo(high, 3)
  })

  it('lie outside the inner ones', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 1, max: 9, noNaN: true }), (spread, factor) => {
        const inner = funnelLimits(spread, factor)
        const outer = outerLimits(inner.high)
        expect(outer.high).toBeGreaterThan(inner.high)
        expect(outer.low).toBeLessThanOrEqual(inner.low)
      }),
    )
  })
})

describe('over-dispersion', () => {
  it('is the mean square of the scores, the outermost tenth drawn in', () => {
    // -9 becomes -2 and 30 becomes 3: (4 + 4 + 6 x 1 + 9 + 9) / 10.
    expect(overDispersion([-9, -2, -1, -1, -1, 1, 1, 1, 3, 30])).toBeCloseTo(3.2, 12)
  })

  it.each([
    ['no scores', []],
    ['fewer than ten', [9, -9, 9, -9, 9, -9, 9, -9, 9]],
    ['less spread than chance gives', Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 0.5 : -0.5))],
  ])('is 1 with %s', (_, scores) => {
    expect(overDispersion(scores)).toBe(1)
  })

  it('is never below 1, does not depend on the order, and one outlier cannot raise it', () => {
    const score = fc.double({ min: -5, max: 5, noNaN: true })
    fc.assert(
      fc.property(fc.array(score, { minLength: 10, maxLength: 40 }), (scores) => {
        const factor = overDispersion(scores)
        expect(factor).toBeGreaterThanOrEqual(1)
        expect(overDispersion(scores.toReversed())).toBeCloseTo(factor, 12)
        const [highest, ...rest] = scores.toSorted((a, b) => b - a)
        expect(overDispersion([highest! + 1e6, ...rest])).toBeCloseTo(factor, 9)
      }),
    )
  })
})
