import pmf from '@stdlib/stats-base-dists-hypergeometric-pmf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Proportion } from '../../src/statistics/proportions.ts'
import { logUpperTail } from '../../src/statistics/upper-tail.ts'

const of = (part: number, whole: number): Proportion => ({ part, whole })
const upTo = (max: number) => fc.integer({ min: 1, max }).chain((whole) => fc.integer({ min: 0, max: whole }).map((part) => of(part, whole)))
const p = (a: Proportion, b: Proportion) => Math.exp(logUpperTail(a, b))

describe('the one-sided mid-p value of two proportions', () => {
  it.each([
    // Fisher's tea tasting: tables weigh 1, 16, 36, 16, 1 of 70.
    [4, 4, 0, 4, 0.5 / 70],
    [3, 4, 1, 4, 9 / 70],
    [2, 4, 2, 4, 35 / 70],
    [1, 4, 3, 4, 61 / 70],
    [0, 10, 0, 20, 0.5],
    [10, 10, 20, 20, 0.5],
  ])('of %i in %i above %i in %i is %f', (a, m, b, n, expected) => expect(p(of(a, m), of(b, n))).toBeCloseTo(expected, 12))

  it('is 1 where there is nothing to compare', () => {
    expect(logUpperTail(of(0, 0), of(1, 2))).toBe(0)
    expect(logUpperTail(of(1, 2), of(0, 0))).toBe(0)
  })

  it('is the sum of the probabilities of all higher tables and half of the observed one', () => {
    fc.assert(
      fc.property(upTo(80), upTo(80), (a, b) => {
        const parts = a.part + b.part
        let sum = pmf(a.part, a.whole + b.whole, a.whole, parts) / 2
        for (let x = a.part + 1; x <= Math.min(a.whole, parts); x++) sum += pmf(x, a.whole + b.whole, a.whole, parts)
        expect(p(a, b)).toBeCloseTo(sum, 10)
      }),
    )
  })

  it('of one side and of the other make 1, up to margins of millions', () => {
    fc.assert(
      fc.property(upTo(1_000_000), upTo(1_000_000), (a, b) => {
        expect(p(a, b) + p(b, a)).toBeCloseTo(1, 8)
      }),
    )
  })

  it('keeps its order far below what a number can hold', () => {
    const far = logUpperTail(of(2000, 20_000), of(5000, 1_980_000))
    expect(far).toBeLessThan(-1000)
    expect(logUpperTail(of(2001, 20_000), of(4999, 1_980_000))).toBeLessThan(far)
    // All of ten against none of a million: one table of C(1000010, 10).
    const ways = Array.from({ length: 10 }, (_, i) => Math.log((1_000_010 - i) / (i + 1))).reduce((sum, one) => sum + one, 0)
    expect(logUpperTail(of(10, 10), of(0, 1_000_000))).toBeCloseTo(Math.log(0.5) - ways, 8)
  })
})
