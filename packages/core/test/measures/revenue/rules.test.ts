import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { revenueRecovered, type PatternChange } from '../../../src/measures/revenue/rules.ts'

const change = (baseline: [number, number], current: [number, number], meanDenied = 10_000): PatternChange => ({
  id: 'P',
  comparison: { baseline: { part: baseline[0], whole: baseline[1] }, current: { part: current[0], whole: current[1] }, meanDenied },
})

describe('revenue recovered', () => {
  it('is the fall of the rate times population, mean charge and paid share', () => {
    // 30 % to 10 % of 200 claims are 40 denials avoided, at 100.00 each, of which 80 % is paid.
    const { amount, interval } = revenueRecovered([change([60, 200], [20, 200])], 0.8)
    expect(amount).toBe(320_000)
    // Newcombe for 60/200 - 20/200: 0.1229 to 0.2751.
    expect(interval!.low / 1_600_000).toBeCloseTo(0.1229, 4)
    expect(interval!.high / 1_600_000).toBeCloseTo(0.2751, 3)
  })

  it('is nothing, not a little, when the fall is not significant, when the rate rose, or when nothing is known', () => {
    const nothing = { amount: 0, interval: null }
    const why = (patterns: PatternChange[], share: number | null) => {
      const { parts, ...sum } = revenueRecovered(patterns, share)
      expect(sum).toEqual(nothing)
      return parts.map(({ state, amount, interval }) => (amount === 0 && interval === null ? state : 'something'))
    }
    expect(why([change([12, 60], [9, 60])], 0.8)).toEqual(['not_significant'])
    expect(why([change([20, 200], [60, 200])], 0.8)).toEqual(['got_worse'])
    expect(why([change([60, 200], [20, 200])], null)).toEqual(['paid_share_unknown'])
    expect(why([change([0, 0], [0, 200]), change([60, 200], [0, 0])], 0.8)).toEqual(['insufficient_data', 'insufficient_data'])
    expect(why([{ id: 'P', comparison: null }], 0.8)).toEqual(['insufficient_data'])
    expect(why([], 0.8)).toEqual([])
  })

  it('says of each pattern what it adds and how sure that is', () => {
    const [part] = revenueRecovered([change([60, 200], [20, 200])], 0.8).parts
    expect(part).toMatchObject({ state: 'counted', amount: 320_000 })
    expect(part!.fall!.estimate).toBeCloseTo(0.2)
    expect(part!.p).toBeLessThan(1e-5)
    const [risen] = revenueRecovered([change([20, 200], [60, 200])], 0.8).parts
    expect(risen!.fall!.estimate).toBeCloseTo(-0.2)
    // A fall that is worth nothing, because nothing of such charges is paid, still counts.
    expect(revenueRecovered([change([60, 200], [20, 200])], 0)).toMatchObject({ amount: 0, interval: { low: 0, high: 0 } })
  })

  it("uses each pattern's own population and adds them up, with a narrower interval than the sum of intervals", () => {
    const one = change([60, 200], [20, 200])
    const other = change([300, 1000], [100, 500], 5_000)
    const alone = [one, other].map((pattern) => revenueRecovered([pattern], 1))
    const both = revenueRecovered([one, other, change([12, 60], [9, 60])], 1)
    expect(alone.map(({ amount }) => amount)).toEqual([400_000, 250_000])
    expect(both.amount).toBe(650_000)
    expect(both.interval!.low).toBeGreaterThan(alone[0]!.interval!.low + alone[1]!.interval!.low)
    expect(both.interval!.high).toBeLessThan(alone[0]!.interval!.high + alone[1]!.interval!.high)
  })

  it('is never negative, lies in its interval, and grows with the paid share', () => {
    const proportion = fc.integer({ min: 0, max: 2000 }).chain((whole) => fc.integer({ min: 0, max: whole }).map((part): [number, number] => [part, whole]))
    const patterns = fc.array(fc.tuple(proportion, proportion, fc.integer({ min: 1, max: 1_000_000 })), { maxLength: 6 })
    fc.assert(
      fc.property(patterns, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const changes = given.map((one) => change(...one))
        const { amount, interval, parts } = revenueRecovered(changes, share)
        expect(Number.isInteger(amount)).toBe(true)
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
        expect(parts.every((part) => (part.state === 'counted') === (part.interval !== null))).toBe(true)
        expect(amount).toBeGreaterThanOrEqual(0)
        expect(amount).toBeLessThanOrEqual(revenueRecovered(changes, 1).amount)
        if (interval) {
          expect(interval.low).toBeLessThanOrEqual(amount)
          expect(interval.high).toBeGreaterThanOrEqual(amount)
        } else expect(amount).toBe(0)
      }),
    )
  })
})
