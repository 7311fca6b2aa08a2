import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poissonInterval } from '../../src/statistics/poisson.ts'

/** P(X <= count) of a Poisson count with this mean, term by term. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = term
  for (let at = 1; at <= count; at++) sum += term *= mean / at
  return sum
}

describe('the exact interval of a Poisson count', () => {
  // Published tables of 95 % limits (Garwood 1936; Ulm, Am J Epidemiol 131:373, 1990).
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.2422, 7.225],
    [5, 1.6235, 11.668],
    [10, 4.7954, 18.39],
    [20, 12.2165, 30.888],
    [50, 37.111, 65.919],
    [100, 81.364, 121.627],
  ])('of %i is %d to %d', (count, low, high) => {
    const interval = poissonInterval(count)
    expect(interval.low).toBeCloseTo(low, 3)
    expect(interval.high).toBeCloseTo(high, 2)
  })

  it('leaves 2.5 % beyond either end, summed up term by term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
        const { low, high } = poissonInterval(count)
        expect(low).toBeLessThanOrEqual(count)
        expect(high).toBeGreaterThan(count)
        expect(atMost(count, high)).toBeCloseTo(0.025, 6)
        if (count > 0) expect(1 - atMost(count - 1, low)).toBeCloseTo(0.025, 6)
      }),
    )
  })

  it('holds for counts as large as a year of a large organization', () => {
    const { low, high } = poissonInterval(100_000)
    // Byar's approximation is good to a few parts in a million there.
    const byar = (count: number, z: number) => count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3
    expect(low / byar(100_000, -1.959964)).toBeCloseTo(1, 5)
    expect(high / byar(100_001, 1.959964)).toBeCloseTo(1, 5)
  })
})
