import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changePoint } from '../../src/statistics/change-point.ts'

const days = (...denied: number[]) => denied.map((count) => ({ claims: 10, denied: count }))
const NONE = { claims: 0, denied: 0 }

describe('where a rate changed', () => {
  it('is the day from which denials are many', () => {
    expect(changePoint(days(0, 0, 0, 9, 9, 9), NONE, 1)).toEqual({ onset: 3, low: 3, high: 3 })
    expect(changePoint(days(1, 0, 1, 0, 1, 3, 3, 2, 4, 3), NONE, 1).onset).toBe(5)
  })

  it('is not sought before the day that is named, and knows what came before the days', () => {
    expect(changePoint(days(9, 9, 9, 9), { claims: 1000, denied: 10 })).toMatchObject({ onset: 0 })
    expect(changePoint(days(0, 0, 9, 9, 9), NONE, 3).onset).toBe(3)
  })

  it('does not depend on the scale, and the more claims the narrower is its interval', () => {
    const some = fc.array(fc.record({ claims: fc.integer({ min: 1, max: 40 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
      minLength: 2,
      maxLength: 40,
    })
    fc.assert(
      fc.property(some, (given) => {
        const counts = given.map(({ claims, share }) => ({ claims, denied: Math.round(claims * share) }))
        const tenfold = counts.map(({ claims, denied }) => ({ claims: claims * 10, denied: denied * 10 }))
        const [one, ten] = [changePoint(counts, NONE, 1), changePoint(tenfold, NONE, 1)]
        expect(one.low).toBeLessThanOrEqual(one.onset)
        expect(one.high).toBeGreaterThanOrEqual(one.onset)
        expect(ten.high - ten.low).toBeLessThanOrEqual(one.high - one.low)
      }),
    )
  })

  it('mirrors denials and payments', () => {
    const series = days(1, 2, 1, 5, 6, 4, 6)
    expect(
      changePoint(
        series.map(({ claims, denied }) => ({ claims, denied: claims - denied })),
        NONE,
        1,
      ),
    ).toEqual(changePoint(series, NONE, 1))
  })
})
