import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../src/dates.ts'
import { maturityFrom } from '../../../src/measures/maturity/rules.ts'

const asOf = '2026-03-31'

describe('maturity', () => {
  it('is the share of decisions that take no longer than the age', () => {
    const { shareAtAge, matureBefore } = maturityFrom(
      [
        { days: 10, claims: 50 },
        { days: 14, claims: 40 },
        { days: 60, claims: 10 },
      ],
      asOf,
    )
    expect([0, 9, 10, 13, 14, 59, 60, 500].map(shareAtAge)).toEqual([0, 0, 0.5, 0.5, 0.9, 0.9, 1, 1])
    // 14 days old on 31 March is 17 March: the last mature day.
    expect(matureBefore).toBe('2026-03-18')
  })

  it('makes today mature where every claim is decided on its day', () => {
    expect(maturityFrom([{ days: 0, claims: 20 }], asOf).matureBefore).toBe('2026-04-01')
  })

  it('is unknown from a handful of decisions', () => {
    const { shareAtAge, matureBefore } = maturityFrom([{ days: 10, claims: 19 }], asOf)
    expect(matureBefore).toBeNull()
    expect(shareAtAge(100)).toBeNull()
  })

  it('rises with age, in whatever order the lags come, and agrees with its threshold', () => {
    const lags = fc.array(fc.record({ days: fc.integer({ min: 0, max: 200 }), claims: fc.integer({ min: 1, max: 100 }) }), { minLength: 20, maxLength: 40 })
    fc.assert(
      fc.property(lags, fc.integer({ min: 0, max: 220 }), (given, age) => {
        const { shareAtAge, matureBefore } = maturityFrom(given, asOf)
        const share = shareAtAge(age)!
        expect(shareAtAge(age + 1)!).toBeGreaterThanOrEqual(share)
        expect(maturityFrom(given.toReversed(), asOf).shareAtAge(age)).toBe(share)
        expect(addDays(asOf, -age) < matureBefore!).toBe(share >= 0.9)
        expect(shareAtAge(daysBetween(matureBefore!, asOf) + 1)!).toBeGreaterThanOrEqual(0.9)
      }),
    )
  })
})
