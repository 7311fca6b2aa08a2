import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustedForFalseDiscoveries, harmonic } from '../../src/statistics/false-discovery.ts'

const adjust = (ps: readonly number[], tests = ps.length) => adjustedForFalseDiscoveries(ps.map(Math.log), tests)

describe('p values adjusted for false discoveries', () => {
  it('are p times tests times 1 + 1/2 + 1/3, by rank, and never out of order', () => {
    // 0.01 * 3 * 11/6 = 0.055; 0.02 * 3/2 * 11/6 = 0.055; 0.03 * 11/6 = 0.055.
    for (const q of adjust([0.01, 0.02, 0.03])) expect(q).toBeCloseTo(0.055, 12)
    const [a, b, c] = adjust([0.5, 0.001, 0.02])
    expect(b).toBeCloseTo(0.0055, 12)
    expect(c).toBeCloseTo(0.055, 12)
    expect(a).toBeCloseTo(0.5 * (11 / 6), 12)
  })

  it('count tests that were not given as p = 1', () => {
    const given = [0.0001, 0.003, 0.2]
    const padded = adjust([...given, ...Array.from({ length: 97 }, () => 1)])
    adjust(given, 100).forEach((q, index) => expect(q).toBeCloseTo(padded[index]!, 12))
  })

  it('are at least p, at most 1, in the order of p', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-300, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }), (ps) => {
        const qs = adjust(ps)
        qs.forEach((q, i) => {
          expect(q).toBeLessThanOrEqual(1)
          expect(q).toBeGreaterThanOrEqual(Math.min(1, ps[i]! * (1 - 1e-9)))
          qs.forEach((other, j) => ps[i]! < ps[j]! && expect(q).toBeLessThanOrEqual(other))
        })
      }),
    )
  })

  it('sums the harmonic series alike, counted out and by formula', () => {
    expect(harmonic(3)).toBeCloseTo(11 / 6, 12)
    let sum = 0
    for (let k = 5000; k >= 1; k--) sum += 1 / k
    expect(harmonic(5000)).toBeCloseTo(sum, 10)
  })
})
