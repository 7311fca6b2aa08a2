import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOfRecovery, meanOf, worthOf, type PursuedGroup } from '../../../src/patterns/priority/recovery.ts'
import { excessOf, preventableOf } from '../../../src/patterns/priority/rules.ts'

describe('denials in excess', () => {
  it.each([
    // 40 of 200 where elsewhere 50 of 1,000 are denied: 10 were to be expected.
    [{ population: 200, denied: 40, restPopulation: 1000, restDenied: 50 }, 30],
    [{ population: 200, denied: 5, restPopulation: 1000, restDenied: 50 }, -5],
    [{ population: 10, denied: 3, restPopulation: 1000, restDenied: 0 }, 3],
  ])('%o', (counts, excess) => {
    const found = excessOf(counts)!
    expect(found.denials).toBeCloseTo(excess, 10)
    expect(found.low).toBeLessThan(excess)
    expect(found.high).toBeGreaterThan(excess)
  })

  it('are unknown where nothing is, or nothing else', () => {
    expect(excessOf({ population: 0, denied: 0, restPopulation: 10, restDenied: 1 })).toBeNull()
    expect(excessOf({ population: 10, denied: 1, restPopulation: 0, restDenied: 0 })).toBeNull()
  })
})

describe('what could be prevented', () => {
  const sure = { paid: 1e9, unpaid: 1e9 }

  it('is excess x allowed x chance', () => {
    expect(preventableOf({ denials: 30, low: 20, high: 40 }, 10_000, sure)).toEqual({
      amount: 150_000,
      low: expect.closeTo(100_000, -2),
      high: expect.closeTo(200_000, -2),
    })
    expect(preventableOf({ denials: 30, low: -1, high: 40 }, 10_000, sure)).toMatchObject({ amount: 150_000, low: 0 })
    expect(preventableOf({ denials: -3, low: -9, high: -1 }, 10_000, sure)).toEqual({ amount: 0, low: 0, high: 0 })
  })

  it('scales with the amount, and lies in its interval', () => {
    const counts = fc.record({
      population: fc.integer({ min: 1, max: 2000 }),
      part: fc.nat(),
      restPopulation: fc.integer({ min: 1, max: 5000 }),
      restPart: fc.nat(),
    })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), ({ population, part, restPopulation, restPart }, paid, unpaid) => {
        const excess = excessOf({ population, denied: part % (population + 1), restPopulation, restDenied: restPart % (restPopulation + 1) })!
        const once = preventableOf(excess, 1_000_000, { paid, unpaid })
        const twice = preventableOf(excess, 2_000_000, { paid, unpaid })
        expect(once.low).toBeLessThanOrEqual(once.amount)
        expect(once.amount).toBeLessThanOrEqual(once.high)
        for (const bound of ['amount', 'low', 'high'] as const) expect(Math.abs(twice[bound] - 2 * once[bound])).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('the chance of recovery', () => {
  const group = (reason: string, payer: string, paid: number, decided: number): PursuedGroup => ({ reason, payer, paid, decided })
  const many = ['A', 'B', 'C'].flatMap((reason, row) => ['1', '2', '3'].map((payer, column) => group(reason, payer, 200 + 200 * row + 40 * column, 1000)))

  it('is a half while nothing is known', () => expect(meanOf(chanceOfRecovery([])({ reason: 'A' }))).toBe(0.5))

  it('follows the denials where there are many', () => {
    const chance = chanceOfRecovery(many)
    expect(meanOf(chance({ reason: 'A' }))).toBeCloseTo(0.24, 2)
    expect(meanOf(chance({ reason: 'C', payer: '3' }))).toBeCloseTo(0.68, 1)
    expect(meanOf(chance({ reason: 'B', own: { decided: 5000, paid: 500 } }))).toBeCloseTo(0.1, 1)
  })

  it('stays with the reason, or the organization, where there are few', () => {
    const chance = chanceOfRecovery(many)
    expect(meanOf(chance({ reason: 'A', payer: 'another' }))).toBeCloseTo(meanOf(chance({ reason: 'A' })), 10)
    expect(meanOf(chance({ reason: 'another' }))).toBeCloseTo(0.44, 2)
    const one = meanOf(chance({ reason: 'A', own: { decided: 1, paid: 1 } }))
    expect(one).toBeGreaterThan(0.24)
    expect(one).toBeLessThan(0.3)
  })

  it('is drawn the more, the more alike the groups are', () => {
    const apart = worthOf([[group('A', '1', 10, 100), group('A', '2', 90, 100), group('A', '3', 20, 100), group('A', '4', 80, 100), group('A', '5', 50, 100)]])
    const alike = worthOf([[50, 51, 49, 50, 50].map((paid) => group('A', '', paid, 100))])
    expect(apart).toBeLessThan(5)
    expect(alike).toBe(200)
  })

  it('is a chance, and rises with what was paid', () => {
    const groups = fc.array(fc.record({ reason: fc.constantFrom('A', 'B', 'C'), payer: fc.constantFrom('1', '2'), decided: fc.nat(40), part: fc.nat() }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 30 }), (given, decided) => {
        const chance = chanceOfRecovery(given.map(({ part, ...one }) => ({ ...one, paid: part % (one.decided + 1) })))
        const [none, all] = [0, decided].map((paid) => meanOf(chance({ reason: 'A', own: { decided, paid } }))) as [number, number]
        expect(none).toBeGreaterThanOrEqual(0)
        expect(all).toBeLessThanOrEqual(1)
        expect(all).toBeGreaterThan(none)
      }),
    )
  })
})
