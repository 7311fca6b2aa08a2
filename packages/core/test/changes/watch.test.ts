import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watch, type WatchedDay } from '../../src/changes/watch.ts'
import { addDays } from '../../src/dates.ts'
import { Random } from '../../src/synthetic/random.ts'

const EVERY = { yearsBetween: 50 }

/** Days of 20 claims, denied at the rate that their position has. */
function series(length: number, rateAt: (at: number) => number, seed = 1): WatchedDay[] {
  const random = new Random().start(seed, 1, 1)
  return Array.from({ length }, (_, at) => ({
    day: addDays('2025-01-01', at),
    claims: 20,
    denied: Array.from({ length: 20 }, () => random.chance(rateAt(at))).filter(Boolean).length,
  }))
}

describe('the watch of a denial rate', () => {
  it('calls a doubled rate, with its onset, and its end when it falls back', () => {
    const { changes } = watch(
      series(500, (at) => (at >= 200 && at < 320 ? 0.12 : 0.06)),
      EVERY,
    )
    expect(changes.map(({ direction }) => direction)).toEqual(['up', 'down'])
    const [rise, fall] = changes
    expect(rise!.onsetLow <= addDays('2025-01-01', 200) && rise!.onsetHigh >= addDays('2025-01-01', 200)).toBe(true)
    expect(rise!.signalledOn > rise!.onset && rise!.signalledOn < addDays('2025-01-01', 260)).toBe(true)
    expect(rise!.endedOn).toBe(fall!.onset)
    expect(fall!.endedOn).toBeNull()
    expect(fall!.onsetLow <= addDays('2025-01-01', 320) && fall!.onsetHigh >= addDays('2025-01-01', 320)).toBe(true)
    expect(rise!.since.denied / rise!.since.claims).toBeCloseTo(0.12, 1)
    expect(rise!.since.claims).toBe(20 * Math.round((Date.parse(fall!.onset) - Date.parse(rise!.onset)) / 86_400_000))
    expect(rise!.before).toEqual({ claims: 20 * Math.round((Date.parse(rise!.onset) - Date.parse('2025-01-01')) / 86_400_000), denied: expect.any(Number) })
  })

  it('calls nothing of a rate that stays', () => {
    for (const rate of [0, 0.01, 0.06, 0.3, 1])
      expect(
        watch(
          series(500, () => rate),
          EVERY,
        ).changes,
      ).toEqual([])
  })

  it('states how many false alarms so much watching gives: 440 days, two directions, one each in 50 years', () => {
    expect(
      watch(
        series(500, () => 0.05),
        EVERY,
      ).expectedFalseAlarms,
    ).toBeCloseTo((2 * 440) / 365.25 / 50, 3)
  })

  it('does not watch what it has not seen for 60 days and 300 claims', () => {
    expect(watch([], EVERY)).toEqual({ changes: [], expectedFalseAlarms: 0 })
    expect(
      watch(
        series(55, (at) => (at > 20 ? 0.9 : 0)),
        EVERY,
      ).changes,
    ).toEqual([])
    const rare = series(200, (at) => (at > 50 ? 1 : 0)).map((day) => ({ ...day, claims: 1, denied: Math.sign(day.denied) }))
    expect(watch(rare, EVERY).changes).toEqual([])
  })

  it('finds a reason that had never been given', () => {
    const [rise] = watch(
      series(300, (at) => (at >= 150 ? 0.05 : 0)),
      EVERY,
    ).changes
    expect(rise).toMatchObject({ direction: 'up', before: { denied: 0 } })
  })

  it('never takes back on a later day what it said on an earlier one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 210, max: 399 }), (seed, until) => {
        const all = series(400, (at) => (at >= 200 ? 0.18 : 0.06), seed)
        const said = ({ endedOn, since, ...change }: ReturnType<typeof watch>['changes'][number]) => change
        const early = watch(all.slice(0, until), EVERY).changes.map(said)
        const late = watch(all, EVERY).changes.map(said)
        expect(late.slice(0, early.length)).toEqual(early)
        expect(late.length).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  })
})
