import pmf from '@stdlib/stats-base-dists-hypergeometric-pmf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { midP } from '../../src/statistics/mid-p.ts'
import type { Proportion } from '../../src/statistics/proportions.ts'

const of = (part: number, whole: number): Proportion => ({ part, whole })
const upTo = (max: number) => fc.integer({ min: 1, max }).chain((whole) => fc.integer({ min: 0, max: whole }).map((part) => of(part, whole)))

/** Every table of the margins by its definition, with exact whole-number binomials. */
function bruteForce(a: Proportion, b: Proportion): number {
  const ways = (x: number) => choose(a.whole, x) * choose(b.whole, a.part + b.part - x)
  const tables = Array.from({ length: a.whole + 1 }, (_, x) => ways(x))
  const total = tables.reduce((sum, one) => sum + one, 0n)
  const extreme = tables.filter((one) => one <= ways(a.part)).reduce((sum, one) => sum + one, 0n)
  return Number(2n * extreme - ways(a.part)) / Number(2n * total)
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n
  let ways = 1n
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i)
  return ways
}

describe('the mid-p value of two proportions', () => {
  it.each([
    // Fisher's tea tasting: 34/70 two-sided, the observed table 16/70.
    [3, 4, 1, 4, 26 / 70],
    // All four right: 2/70 less half of 1/70.
    [4, 4, 0, 4, 1.5 / 70],
    // Two of two against none of two: tables weigh 1, 4, 1 of 6.
    [2, 2, 0, 2, 1.5 / 6],
    [1, 2, 1, 2, 4 / 6],
    [0, 10, 0, 20, 0.5],
    [10, 10, 20, 20, 0.5],
  ])('of %i in %i and %i in %i is %f', (a, m, b, n, p) => expect(midP(of(a, m), of(b, n))).toBeCloseTo(p, 12))

  it("is Fisher's p of R less half the observed table: convictions of twins, fisher.test gives 0.0005367", () => {
    expect(midP(of(10, 13), of(2, 17))! + pmf(10, 30, 13, 12) / 2).toBeCloseTo(0.0005367, 7)
  })

  it('is unknown without a denominator', () => {
    expect(midP(of(0, 0), of(1, 2))).toBeNull()
    expect(midP(of(1, 2), of(0, 0))).toBeNull()
  })

  it('agrees with counting every table', () => {
    fc.assert(
      fc.property(upTo(60), upTo(60), (a, b) => {
        expect(midP(a, b)).toBeCloseTo(bruteForce(a, b), 11)
      }),
    )
  })

  it('lies in 0..1 and does not care which comes first, nor whether denials or payments are counted', () => {
    fc.assert(
      fc.property(upTo(300_000), upTo(300_000), (a, b) => {
        const p = midP(a, b)!
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(midP(b, a)).toBeCloseTo(p, 9)
        expect(midP(of(a.whole - a.part, a.whole), of(b.whole - b.part, b.whole))).toBeCloseTo(p, 9)
      }),
      { numRuns: 50 },
    )
  })

  it('agrees with log-gamma probabilities for large tables', () => {
    const a = of(10_300, 100_000)
    const b = of(20_000, 200_000)
    const observed = pmf(a.part, 300_000, 30_300, 100_000)
    let p = -observed / 2
    for (let x = 9_000; x <= 11_200; x++) {
      const one = pmf(x, 300_000, 30_300, 100_000)
      if (one <= observed * (1 + 1e-7)) p += one
    }
    expect(midP(a, b)! / p).toBeCloseTo(1, 6)
  })
})
