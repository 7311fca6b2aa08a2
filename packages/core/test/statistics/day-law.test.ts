import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayCorrelation, dayLaw } from '../../src/statistics/day-law.ts'
import { Random } from '../../src/synthetic/random.ts'

describe('the law of the denials of a day', () => {
  it('is binomial for independent claims, by hand for three', () => {
    const { first, chances } = dayLaw(3, 0.25)
    expect(first).toBe(0)
    expect([...chances].map((chance) => Math.round(chance * 64))).toEqual([27, 27, 9, 1])
  })

  it('gives every count alike for a rate of a half and a correlation of a third (Beta(1, 1))', () => {
    for (const chance of dayLaw(4, 0.5, 1 / 3).chances) expect(chance).toBeCloseTo(1 / 5, 12)
  })

  it('has the mean and the variance that it should', () => {
    const rates = fc.double({ min: 0.001, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), rates, fc.double({ min: 0, max: 0.3, noNaN: true }), (claims, rate, correlation) => {
        const { first, chances } = dayLaw(claims, rate, correlation)
        const mean = chances.reduce((sum, chance, index) => sum + chance * (first + index), 0)
        const variance = chances.reduce((sum, chance, index) => sum + chance * (first + index - mean) ** 2, 0)
        expect(mean).toBeCloseTo(claims * rate, 6)
        expect(variance / (claims * rate * (1 - rate) * (1 + (claims - 1) * correlation))).toBeCloseTo(1, 5)
      }),
    )
  })
})

describe('whether claims of a day are denied together', () => {
  const random = new Random().start(5, 1, 1)
  const day = (rate: number) => ({ claims: 30, denied: Array.from({ length: 30 }, () => random.chance(rate)).filter(Boolean).length })

  it('is told where whole days are worse than others, and not of independent claims', () => {
    expect(dayCorrelation(Array.from({ length: 200 }, () => day(0.1)))).toBe(0)
    const batches = Array.from({ length: 400 }, (_, at) => day(at % 2 === 0 ? 0.05 : 0.15))
    // Rates of 5 and 15 % in turn: variance 0.0025 of 0.09.
    expect(dayCorrelation(batches)).toBeGreaterThan(0.015)
    expect(dayCorrelation(batches)).toBeLessThan(0.045)
  })

  it('is not asked of few days, nor of a rate of 0', () => {
    expect(
      dayCorrelation([
        { claims: 10, denied: 10 },
        { claims: 10, denied: 0 },
      ]),
    ).toBe(0)
    expect(dayCorrelation(Array.from({ length: 40 }, () => ({ claims: 10, denied: 0 })))).toBe(0)
  })
})
