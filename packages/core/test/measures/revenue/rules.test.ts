import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contendersOf, revenueRecovered, type PatternChange } from '../../../src/measures/revenue/rules.ts'

const change = (baseline: [number, number], current: [number, number], meanDenied = 10_000): PatternChange => ({
  id: 'P',
  reason: null,
  scoped: false,
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
    expect(why([{ ...change([0, 0], [0, 0]), comparison: null }], 0.8)).toEqual(['insufficient_data'])
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

  describe('counts no denial twice', () => {
    const fell = (id: string, denied: number, scoped = true, reason = 'Authorization absent') => ({ ...change([denied, 200], [5, 200]), id, scoped, reason })
    const states = (patterns: PatternChange[], overlaps: [string, string][] = []) => {
      const { amount, parts } = revenueRecovered(patterns, 1, overlaps)
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
      return Object.fromEntries(parts.map(({ id, state }) => [id, state]))
    }

    it('a reason that has scopes counts in them alone, whether or not they changed, as far as that can be told', () => {
      expect(states([fell('whole', 60, false), fell('scope', 40)])).toEqual({ whole: 'counted_in_scopes', scope: 'counted' })
      const same = { ...change([40, 200], [40, 200]), id: 'scope', scoped: true, reason: 'Authorization absent' }
      expect(states([fell('whole', 60, false), same])).toEqual({ whole: 'counted_in_scopes', scope: 'not_significant' })
      const few = { ...fell('few', 40), comparison: null }
      expect(states([fell('whole', 60, false), few])).toEqual({ whole: 'counted', few: 'insufficient_data' })
      expect(states([fell('whole', 60, false), few, same])).toEqual({ whole: 'counted_in_scopes', few: 'insufficient_data', scope: 'not_significant' })
      expect(states([fell('whole', 60, false), fell('scope', 40, true, 'Coding')])).toEqual({ whole: 'counted', scope: 'counted' })
      expect(revenueRecovered([fell('whole', 60, false), same], 1)).toMatchObject({ amount: 0, interval: null })
    })

    it('of scopes that share a denial the one with more counts, and what only shares with one that gave way', () => {
      const three = [fell('a', 40), fell('b', 60), fell('c', 30)]
      expect(states(three)).toEqual({ a: 'counted', b: 'counted', c: 'counted' })
      expect(
        states(three, [
          ['a', 'b'],
          ['a', 'c'],
        ]),
      ).toEqual({ a: 'counted_in_another', b: 'counted', c: 'counted' })
      expect(states([fell('y', 40), fell('x', 40)], [['x', 'y']])).toEqual({ x: 'counted', y: 'counted_in_another' })
    })

    it('asks only about scopes of one reason that would count', () => {
      const same = { ...change([40, 200], [40, 200]), id: 'same', scoped: true, reason: 'Authorization absent' }
      const other = fell('other', 40, true, 'Coding')
      const ids = (patterns: PatternChange[]) => contendersOf(patterns, 1).map(({ id }) => id)
      expect(ids([fell('a', 40), same, other, fell('whole', 60, false)])).toEqual([])
      expect(ids([fell('a', 40), same, other, fell('b', 60)])).toEqual(['a', 'b'])
      expect(contendersOf([fell('a', 40), fell('b', 60)], null)).toEqual([])
    })
  })
})
