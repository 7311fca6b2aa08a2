import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/dates.ts'
import { laterStartOf } from '../../../src/patterns/search/window.ts'

const days = (...claims: number[]) => claims.map((count, at) => ({ day: addDays('2026-01-01', at), claims: count }))

describe('where the later part begins', () => {
  it.each([
    [[1, 1, 1, 1], '2026-01-04'],
    [[1, 1, 1, 1, 1, 1, 1, 1], '2026-01-07'],
    [[9, 1, 1, 1], '2026-01-02'],
    [[1, 1, 1, 9], '2026-01-05'],
    [[4, 0, 0, 0], '2026-01-02'],
    [[0, 0], null],
  ])('%j: %s', (claims, expected) => {
    expect(laterStartOf(days(...claims))).toBe(expected)
  })

  it('leaves at most a quarter to it, and a day more would be too much', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }), (claims) => {
        const all = days(...claims)
        const start = laterStartOf(all)
        const total = claims.reduce((sum, one) => sum + one, 0)
        if (start === null) {
          expect(total).toBe(0)
          return
        }
        const from = (day: string) => all.filter((one) => one.day >= day).reduce((sum, one) => sum + one.claims, 0)
        expect(from(start) * 4).toBeLessThanOrEqual(total)
        expect(from(addDays(start, -1)) * 4).toBeGreaterThan(total)
      }),
    )
  })
})
