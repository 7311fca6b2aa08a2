import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, previousWindow, trailingWindow, type IsoDate } from '../../../src/dates.ts'
import {
  dailyOf,
  datesOf,
  denialRateIntervalOf,
  expectedShare,
  percentOf,
  ratesOf,
  sharesOf,
  sumOf,
  trendsOf,
  type Days,
} from '../../../src/measures/dashboard/rules.ts'
import type { DayFigures, PayerMix } from '../../../src/measures/dashboard/parts.sql.ts'
import { maturitiesFrom, maturityFrom } from '../../../src/measures/maturity/rules.ts'

const today = '2026-03-31'
const figures = (part: Partial<DayFigures>): DayFigures => ({
  claims: 0,
  pending: 0,
  adjudicated: 0,
  denied: 0,
  partiallyDenied: 0,
  finallyDenied: 0,
  duplicates: 0,
  lines: 0,
  deniedLines: 0,
  billed: 0,
  adjudicatedAmount: 0,
  deniedAmount: 0,
  paid: 0,
  ...part,
})
const lengths = fc.integer({ min: 1, max: 400 })
const someDays = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), { maxLength: 60 })
  .map(
    (list): Days =>
      new Map(
        list.map(([age, adjudicated, more]) => [
          addDays(today, -age),
          figures({ claims: adjudicated + more, adjudicated, denied: Math.min(more, adjudicated) }),
        ]),
      ),
  )

describe('windows', () => {
  it('hold each day once: the previous one ends where the current begins', () => {
    fc.assert(
      fc.property(lengths, (length) => {
        const window = trailingWindow(today, length)
        const previous = previousWindow(window)
        const both = [...datesOf(previous), ...datesOf(window)]
        expect(datesOf(window)).toHaveLength(length)
        expect(datesOf(previous)).toHaveLength(length)
        expect(new Set(both).size).toBe(2 * length)
        expect(both).toEqual(datesOf({ start: previous.start, end: window.end }))
        expect(both.at(-1)).toBe(today)
      }),
    )
  })

  it('add up: two windows side by side are the window over both', () => {
    fc.assert(
      fc.property(someDays, lengths, (days, length) => {
        const window = trailingWindow(today, length)
        const previous = previousWindow(window)
        const whole = sumOf(days, { start: previous.start, end: window.end })
        const parts = [sumOf(days, previous), sumOf(days, window)]
        expect(whole.claims).toBe(parts[0]!.claims + parts[1]!.claims)
        expect(whole.denied).toBe(parts[0]!.denied + parts[1]!.denied)
      }),
    )
  })

  it('moved by a day lose the first day and gain one', () => {
    fc.assert(
      fc.property(someDays, lengths, (days, length) => {
        const { start, end } = trailingWindow(addDays(today, -1), length)
        const claimsOn = (date: IsoDate) => days.get(date)?.claims ?? 0
        const moved = sumOf(days, trailingWindow(today, length))
        expect(moved.claims).toBe(sumOf(days, { start, end }).claims - claimsOn(start) + claimsOn(end))
      }),
    )
  })
})

describe('rates', () => {
  it('are percentages of the adjudicated, rounded once', () => {
    const sum = figures({
      claims: 10,
      pending: 3,
      adjudicated: 7,
      denied: 2,
      finallyDenied: 1,
      lines: 9,
      deniedLines: 3,
      adjudicatedAmount: 70_000,
      deniedAmount: 14_321,
    })
    expect(ratesOf(sum)).toEqual({ denialRate: 28.57, approvalRate: 71.43, finalDenialRate: 14.29, lineDenialRate: 33.33, dollarDenialRate: 20.46 })
  })

  it('are unknown, not zero, without a denominator', () => {
    expect(ratesOf(figures({ claims: 3, pending: 3 }))).toEqual({
      denialRate: null,
      approvalRate: null,
      finalDenialRate: null,
      lineDenialRate: null,
      dollarDenialRate: null,
    })
  })

  it('lie in 0..100, and denied and approved make a hundred', () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((adjudicated) => fc.integer({ min: 0, max: adjudicated }).map((denied) => figures({ adjudicated, denied })))
    fc.assert(
      fc.property(counts, (sum) => {
        const { denialRate, approvalRate } = ratesOf(sum)
        expect(denialRate).toBeGreaterThanOrEqual(0)
        expect(denialRate).toBeLessThanOrEqual(100)
        expect(denialRate! + approvalRate!).toBeCloseTo(100, 1)
        expect(percentOf(sum.denied, sum.adjudicated)).toBe(denialRate)
      }),
    )
  })
})

describe('trends', () => {
  it('are current minus previous in points, with an interval; approvals mirror denials', () => {
    const { denialRate, approvalRate } = trendsOf(figures({ adjudicated: 80, denied: 48 }), figures({ adjudicated: 70, denied: 56 }), true)
    // Newcombe's example 56/70 - 48/80 turned round: -0.3339 to -0.0524.
    expect(denialRate).toEqual({ change: -20, interval: { low: -33.39, high: -5.24 }, comparable: true })
    expect(approvalRate).toEqual({ change: 20, interval: { low: 5.24, high: 33.39 }, comparable: true })
  })

  it('are unknown while either window has no rate, and never comparable then', () => {
    const none = { change: null, interval: null, comparable: false }
    expect(trendsOf(figures({}), figures({ adjudicated: 5 }), true)).toEqual({ denialRate: none, approvalRate: none })
    expect(trendsOf(figures({ adjudicated: 5 }), figures({}), true)).toEqual({ denialRate: none, approvalRate: none })
  })
})

describe('maturity of a window', () => {
  const maturity = maturityFrom(
    [
      { days: 10, claims: 50 },
      { days: 20, claims: 50 },
    ],
    today,
  )
  const window = trailingWindow(today, 30)
  /** Every day by one curve. */
  const byAge =
    ({ shareAtAge }: typeof maturity) =>
    (date: IsoDate) =>
      shareAtAge(daysBetween(date, today))

  it('weighs each day by its claims', () => {
    const days: Days = new Map([
      [addDays(today, -25), figures({ claims: 30 })],
      [addDays(today, -15), figures({ claims: 20 })],
      [today, figures({ claims: 10 })],
    ])
    expect(expectedShare(days, window, byAge(maturity))).toBeCloseTo((30 + 10) / 60, 12)
  })

  it('takes each payer’s claims of a day by its own curve', () => {
    const maturities = maturitiesFrom(
      new Map([
        [
          '',
          [
            { days: 10, claims: 25 },
            { days: 60, claims: 25 },
          ],
        ],
        ['FAST', [{ days: 10, claims: 25 }]],
        ['SLOW', [{ days: 60, claims: 25 }]],
      ]),
      today,
    )
    const ages = [5, 20, 21, 22, 70]
    const mixes: PayerMix[] = [{ FAST: 10 }, { FAST: 9, SLOW: 1 }, { SLOW: 10 }, { '': 3, FAST: 1 }, { SLOW: 7 }]
    const payers = new Map(mixes.map((mix, index) => [addDays(today, -ages[index]!), mix]))
    const shareOf = sharesOf(payers, maturities, maturities.organization, today)
    expect([...ages, 23].map((age) => shareOf(addDays(today, -age)))).toEqual([0, 0.9, 0, (3 * 0.5 + 1) / 4, 1, 0.5])
    const points = dailyOf(new Map(), window, shareOf)
    expect(points.filter(({ mature }) => mature).map(({ date }) => daysBetween(date, today))).toEqual([20])
  })

  it('is unknown without claims or without a curve', () => {
    expect(expectedShare(new Map(), window, byAge(maturity))).toBeNull()
    expect(expectedShare(new Map([[today, figures({ claims: 1 })]]), window, byAge(maturityFrom([], today)))).toBeNull()
  })

  it('gives each day the rate of the week that ends with it', () => {
    const everyDay = new Map(datesOf(window).map((date, index) => [date, figures({ claims: 10, adjudicated: 10, denied: index === 10 ? 7 : 0 })]))
    const points = dailyOf(everyDay, window, byAge(maturity))
    expect(points.slice(0, 6).map(({ week }) => week.denialRate)).toEqual([null, null, null, null, null, null])
    expect(points.slice(9, 18).map(({ week }) => week.denialRate)).toEqual([0, 10, 10, 10, 10, 10, 10, 10, 0])
  })

  it('marks each day of the charts', () => {
    const points = dailyOf(new Map([[today, figures({ claims: 4, adjudicated: 3, denied: 1, deniedAmount: 1234 })]]), window, byAge(maturity))
    expect(points).toHaveLength(30)
    expect(points.at(-1)).toEqual({
      date: today,
      claims: 4,
      adjudicated: 3,
      denied: 1,
      denialRate: 33.33,
      deniedAmount: 12.34,
      mature: false,
      week: { adjudicated: 3, denied: 1, denialRate: 33.33 },
    })
    expect(points[0]).toEqual({
      date: window.start,
      claims: 0,
      adjudicated: 0,
      denied: 0,
      denialRate: null,
      deniedAmount: 0,
      mature: true,
      week: { adjudicated: 0, denied: 0, denialRate: null },
    })
    expect(
      points
        .filter(({ mature }) => mature)
        .map(({ date }) => daysBetween(date, today))
        .at(-1),
    ).toBe(20)
    expect(dailyOf(new Map(), window, byAge(maturityFrom([], today))).some(({ mature }) => mature)).toBe(false)
  })
})

describe('the interval of the denial rate', () => {
  it('is none without decided claims', () => {
    expect(denialRateIntervalOf(figures({ claims: 3, pending: 3 }))).toBeNull()
  })

  it('lies around the rate within 0 and 100, and is narrower with more claims', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), fc.integer({ min: 2, max: 50 }), (denied, approved, times) => {
        fc.pre(denied + approved > 0)
        const of = (factor: number) => figures({ denied: denied * factor, adjudicated: (denied + approved) * factor })
        const rate = ratesOf(of(1)).denialRate!
        const { low, high } = denialRateIntervalOf(of(1))!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(rate)
        expect(high).toBeGreaterThanOrEqual(rate)
        expect(high).toBeLessThanOrEqual(100)
        const more = denialRateIntervalOf(of(times))!
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })
})
