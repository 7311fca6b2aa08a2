import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOf, logOdds } from '../../src/impact/contrast.ts'
import { contendersOf, independent, together, type Part } from '../../src/impact/levels.ts'
import { avoidedOf, baselineOf, changeOf, claimsNeeded, impactOf, inMoney, type Estimate } from '../../src/impact/rules.ts'
import { drawn, familyOf } from '../../src/impact/shrinkage.ts'
import { unseenWeeks, weeksAfter, weekStart, type Course, type Week } from '../../src/impact/weeks.ts'
import { studentQuantile } from '../../src/statistics/student.ts'

const DAY = '2026-01-05'
const week = (number: number, treated: [denied: number, claims: number], control: [denied: number, claims: number] = [50, 1000]): Week => ({
  number,
  treated: { claims: treated[1], denied: treated[0], dollars: treated[0] * 10_000 },
  control: { claims: control[1], denied: control[0] },
})
const weeks = (from: number, until: number, of: (number: number) => Week) => Array.from({ length: until - from }, (_, index) => of(from + index))

/** Twenty weeks before the intervention, of which the search saw the last ten but two, and as many after it. */
const course = (all: readonly Week[], more: Partial<Course> = {}): Course => ({
  intervention: DAY,
  detection: { start: weekStart(DAY, -10), end: weekStart(DAY, -2) },
  today: weekStart(DAY, 30),
  matureBefore: weekStart(DAY, 22),
  weeks: all,
  ...more,
})

/** About as many each week, one more or less in turn. */
const wavering = (number: number, denied: number) => denied + (number % 2 === 0 ? 1 : -1)

describe('the weeks that are compared', () => {
  const all = weeks(-30, 40, (number) => week(number, [1, 10]))

  it('leave out what the search saw, the washout and what is not mature', () => {
    const numbers = (some: readonly Week[]) => [some[0]!.number, some.at(-1)!.number]
    const { before_detection: before, after_detection: after } = unseenWeeks(course(all))
    expect(numbers(before)).toEqual([-30, -11])
    expect(numbers(after)).toEqual([-2, -1])
    expect(numbers(weeksAfter(course(all)))).toEqual([2, 21])
  })

  it('leave out a week of which the search saw a day', () => {
    const { before_detection: before, after_detection: after } = unseenWeeks(course(all, { detection: { start: '2025-10-28', end: '2025-12-23' } }))
    // Week -10 begins on 27 October, week -2 on 22 December.
    expect([before.at(-1)!.number, after[0]!.number]).toEqual([-11, -1])
  })

  it('come from after the search where there was too little before it', () => {
    const later = course(all, { detection: { start: weekStart(DAY, -30), end: weekStart(DAY, -12) } })
    expect(baselineOf(later)?.kind).toBe('after_detection')
    expect(baselineOf(course(all))?.kind).toBe('before_detection')
    expect(baselineOf(course(all, { detection: { start: weekStart(DAY, -30), end: DAY } }))).toBeNull()
  })
})

describe('a contrast', () => {
  it('is what one counts by hand', () => {
    // 20 of 40 against 10 of 100, half a case added: log(20.5 / 20.5) - log(10.5 / 90.5).
    const contrast = contrastOf([week(0, [12, 20], [4, 50]), week(1, [8, 20], [6, 50])])
    expect(contrast.estimate).toBeCloseTo(Math.log(90.5 / 10.5), 10)
    // Deviations of +2 and -2, and of -1 and +1: each week is off by 2 (2 / 20.5) + (1 / 10.5 + 1 / 90.5); squares x 2 weeks, x 2 / (2 - 1).
    const off = 2 * (2 / 20.5) + 1 / 10.5 + 1 / 90.5
    expect(contrast.variance).toBeCloseTo(4 * off ** 2, 10)
    expect(contrast.freedom).toBe(1)
  })

  it('is not surer than chance allows, however alike the weeks are', () => {
    const { variance } = contrastOf(weeks(0, 8, (number) => week(number, [5, 10])))
    expect(variance).toBeCloseTo(1 / 40.5 + 1 / 40.5 + 1 / 400.5 + 1 / 7600.5, 10)
  })

  it('does not waver with what moves both', () => {
    const moved = (by: (number: number) => number) =>
      contrastOf(weeks(0, 12, (number) => week(number, [by(number) * 10, 100], [by(number) * 100, 1000]))).variance
    const chance = contrastOf(weeks(0, 12, (number) => week(number, [20, 100], [200, 1000]))).variance
    expect(moved((number) => (number % 2 === 0 ? 1 : 3))).toBeCloseTo(chance, 10)
    expect(contrastOf(weeks(0, 12, (number) => week(number, [number % 2 === 0 ? 10 : 30, 100], [200, 1000]))).variance).toBeGreaterThan(2 * chance)
  })
})

const sides = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 })),
  {
    minLength: 4,
    maxLength: 12,
  },
)
const made = sides.map((all) => all.map(([a, b, c, d], index) => week(index, [a, a + b + 1], [c, c + d + 1])))
const swapped = (some: readonly Week[]) => some.map(({ number, treated, control }) => ({ number, treated: { ...control, dollars: 0 }, control: treated }))

describe('the effect', () => {
  it('is the same with the sign turned when pattern and control change places', () => {
    fc.assert(
      fc.property(made, made, (before, after) => {
        const here = changeOf(contrastOf(before), contrastOf(after))
        const there = changeOf(contrastOf(swapped(before)), contrastOf(swapped(after)))
        expect(there.estimate).toBeCloseTo(-here.estimate, 9)
        expect(there.low).toBeCloseTo(-here.high, 9)
        expect(there.high).toBeCloseTo(-here.low, 9)
      }),
    )
  })

  it('turns its sign when before and after change places', () => {
    fc.assert(
      fc.property(made, made, (before, after) => {
        const [here, there] = [changeOf(contrastOf(before), contrastOf(after)), changeOf(contrastOf(after), contrastOf(before))]
        expect(there.estimate).toBeCloseTo(-here.estimate, 9)
        expect(there.low).toBeCloseTo(-here.high, 9)
      }),
    )
  })

  it('avoids denials exactly where the odds fell, within the claims there are', () => {
    const numbers = fc.integer({ min: -400, max: 400 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(numbers, numbers, numbers, fc.integer({ min: 1, max: 500 }), fc.nat(), (a, b, c, claims, part) => {
        const [low, estimate, high] = [a, b, c].toSorted((x, y) => x - y) as [number, number, number]
        const avoided = avoidedOf({ claims, denied: part % (claims + 1) }, { low, estimate, high })
        expect(avoided.low).toBeLessThanOrEqual(avoided.estimate)
        expect(avoided.estimate).toBeLessThanOrEqual(avoided.high)
        expect(Math.abs(avoided.high)).toBeLessThanOrEqual(claims)
        expect(Math.sign(avoided.low)).toBe(-Math.sign(high) + 0)
      }),
    )
  })

  it('is what one counts by hand', () => {
    // 40 of 100 before, 20 of 100 after, nothing else changed: by odds 39.9 would have been denied.
    const before = weeks(0, 5, (number) => week(number, [8, 20]))
    const after = weeks(0, 5, (number) => week(number, [4, 20]))
    const { estimate } = changeOf(contrastOf(before), contrastOf(after))
    expect(estimate).toBeCloseTo(Math.log(20.5 / 80.5) - Math.log(40.5 / 60.5), 10)
    expect(avoidedOf({ claims: 100, denied: 20 }, { low: estimate, estimate, high: estimate }).estimate).toBeCloseTo(
      (100 * 40.5) / 101 - (100 * 20.5) / 101,
      10,
    )
  })

  it('scales: twice the money for a charge twice as high, nothing where nothing is paid', () => {
    const denials: Estimate = { low: 10, estimate: 20, high: 30 }
    expect(inMoney(denials, 15_000, 0.5)).toEqual({ low: 75_000, estimate: 150_000, high: 225_000 })
    expect(inMoney(denials, 30_000, 0.5)).toEqual({ low: 150_000, estimate: 300_000, high: 450_000 })
    expect(inMoney(denials, 15_000, 0)).toEqual({ low: 0, estimate: 0, high: 0 })
  })
})

describe('what is said of an intervention', () => {
  const steady = (before: number, after: number, claims = 40) =>
    weeks(-30, 22, (number) => week(number, [wavering(number, number < 0 ? before : after), claims], [wavering(number, 50), 1000]))

  it.each([
    ['shown', steady(16, 6)],
    ['not_shown', steady(16, 16)],
    ['not_shown', steady(16, 15)],
    ['worse', steady(16, 26)],
    ['no_baseline', weeks(-30, 22, (number) => week(number, [number < 0 ? 0 : 5, 40]))],
    ['no_baseline', weeks(-2, 22, (number) => week(number, [10, 40]))],
    ['no_control', weeks(-30, 22, (number) => week(number, [16, 40], [1, 1000]))],
  ] as const)('%s', (state, all) => {
    const impact = impactOf(course(all), null)
    expect(impact.state).toBe(state)
    expect(impact.avoided === null).toBe(state.startsWith('no_'))
  })

  it('is nothing while there are too few weeks, with the day on which there will be enough', () => {
    const early = impactOf(course(steady(16, 6), { matureBefore: weekStart(DAY, 5), today: weekStart(DAY, 11) }), null)
    // Two weeks of washout and four more, six weeks until they are mature.
    expect(early).toMatchObject({ state: 'not_enough_yet', change: null, avoided: null, enoughOn: weekStart(DAY, 12) })
  })

  it('waits for more claims where there are few a week, by the baseline alone', () => {
    const all = weeks(-60, 22, (number) => week(number, [number % 3 === 0 ? 2 : 1, 4]))
    const few = course(all, { detection: { start: weekStart(DAY, -20), end: weekStart(DAY, -2) }, matureBefore: weekStart(DAY, 8), today: weekStart(DAY, 14) })
    const needed = claimsNeeded(baselineOf(few)!)!
    const impact = impactOf(few, null)
    expect(needed).toBeGreaterThan(24)
    expect(impact).toMatchObject({ state: 'not_enough_yet', enoughOn: weekStart(DAY, 2 + Math.ceil(needed / 4) + 6) })
    const denied = all.map((one) => (one.number < 2 ? one : { ...one, treated: { ...one.treated, denied: 0 } }))
    expect(impactOf({ ...few, weeks: denied }, null).enoughOn).toBe(impact.enoughOn)
  })
})

describe('drawing baselines towards their family', () => {
  const known = (estimate: number, variance: number) => ({ estimate, variance, freedom: 20 })
  const line = (slope: number, variance: number) =>
    Array.from({ length: 12 }, (_, index) => ({ baseline: known(1 + slope * index + (index % 2 === 0 ? 0.1 : -0.1), variance), seen: index }))

  it('finds the line and what lies beyond chance', () => {
    const family = familyOf(line(0.5, 0.0001))!
    expect(family.expected(4)).toBeCloseTo(3, 1)
    expect(family.between).toBeGreaterThan(0.005)
    expect(familyOf(line(0.5, 1))!.between).toBe(0)
  })

  it('says nothing for a few', () => {
    expect(familyOf(line(0.5, 1).slice(0, 7))).toBeNull()
    expect(drawn(known(3, 1), 1, null)).toEqual(known(3, 1))
  })

  it('draws what is hardly known far, and what is well known hardly', () => {
    const family = familyOf(line(0, 0.01))!
    const far = drawn(known(3, 100), 5, family)
    const near = drawn(known(3, 0.0001), 5, family)
    expect(far.estimate).toBeLessThan(1.6)
    expect(far.variance).toBeLessThan(100)
    expect(near.estimate).toBeGreaterThan(2.9)
  })
})

describe('sums', () => {
  const part = (more: Partial<Part> & { low?: number; high?: number }): Part => ({
    level: 'pattern',
    patternId: 'A',
    reason: 'R',
    scoped: true,
    denials: 20,
    impact: { state: 'not_shown', avoided: { low: more.low ?? -5, estimate: 10, high: more.high ?? 25 } },
    amount: { low: (more.low ?? -5) * 100, estimate: 1_000, high: (more.high ?? 25) * 100 },
    ...more,
  })

  it('count a denial once: a pattern before its lesson, scopes before their reason', () => {
    const lesson = part({ level: 'lesson' })
    const whole = part({ patternId: 'B', scoped: false })
    const other = part({ patternId: 'C', scoped: false, reason: 'S' })
    const unknown = part({ patternId: 'D', impact: { state: 'no_control', avoided: null }, amount: null })
    const own = part({})
    expect(independent([lesson, whole, other, unknown, own], [])).toEqual([other, own])
    expect(independent([lesson, whole], [])).toEqual([lesson])
    expect(independent([whole], [])).toEqual([whole])
  })

  it('count of scopes that share denials the one with more of them, and what shares only with one that gave way', () => {
    const [wide, narrow, beside] = [part({ patternId: 'A', denials: 90 }), part({ patternId: 'B', denials: 40 }), part({ patternId: 'C', denials: 30 })]
    const parts = [beside, narrow, wide, part({ patternId: 'D', reason: 'S' })]
    expect(contendersOf(parts).toSorted()).toEqual(['A', 'B', 'C'])
    expect(
      independent(parts, [
        ['A', 'B'],
        ['B', 'C'],
      ]).map(({ patternId }) => patternId),
    ).toEqual(['C', 'A', 'D'])
    expect(independent([part({ patternId: 'A' }), part({ patternId: 'B' })], [['A', 'B']])).toMatchObject([{ patternId: 'A' }])
  })

  it('add intervals by squares, and call together shown what none is by itself', () => {
    expect(together([part({ low: -2 })]).state).toBe('not_shown')
    const four = together(['A', 'B', 'C', 'D'].map((patternId) => part({ patternId, low: -2 })))
    // 40 - sqrt(4 x 12 x 12).
    expect(four).toMatchObject({
      measured: 4,
      state: 'shown',
      denials: { low: 16, estimate: 40, high: 70 },
      amount: { low: 1_600, estimate: 4_000, high: 7_000 },
    })
    expect(together([])).toMatchObject({ measured: 0, denials: null, amount: null })
    expect(together([part({}), part({ amount: null })]).amount).toBeNull()
  })
})

describe('quantiles of Student', () => {
  // Tables of the t distribution, two-sided 95 %.
  it.each([
    [3, 3.1824],
    [5, 2.5706],
    [10, 2.2281],
    [30, 2.0423],
    [1e6, 1.96],
  ])('of %d degrees of freedom: %d', (freedom, quantile) => expect(studentQuantile(freedom)).toBeCloseTo(quantile, freedom < 5 ? 1 : 2))
})

it('has log-odds for nothing denied, and opposite ones for everything', () => {
  expect(logOdds({ claims: 10, denied: 0 })).toBeCloseTo(Math.log(0.5 / 10.5), 10)
  expect(logOdds({ claims: 10, denied: 10 })).toBeCloseTo(-logOdds({ claims: 10, denied: 0 }), 10)
})
