import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../src/dates.ts'
import { isMature, maturitiesFrom, maturityBy, maturityFrom, mixture } from '../../../src/measures/maturity/rules.ts'

const asOf = '2026-03-31'

describe('maturity', () => {
  it('is the share of decisions that take no longer than the age', () => {
    const { shareAtAge, matureBefore } = maturityFrom(
      [
        { days: 10, claims: 50 },
        { days: 14, claims: 40 },
        { days: 60, claims: 10 },
      ],
      asOf,
    )
    expect([0, 9, 10, 13, 14, 59, 60, 500].map(shareAtAge)).toEqual([0, 0, 0.5, 0.5, 0.9, 0.9, 1, 1])
    // 14 days old on 31 March is 17 March: the last mature day.
    expect(matureBefore).toBe('2026-03-18')
  })

  it('makes today mature where every claim is decided on its day', () => {
    expect(maturityFrom([{ days: 0, claims: 20 }], asOf).matureBefore).toBe('2026-04-01')
  })

  it('is unknown from a handful of decisions', () => {
    const { shareAtAge, matureBefore } = maturityFrom([{ days: 10, claims: 19 }], asOf)
    expect(matureBefore).toBeNull()
    expect(shareAtAge(100)).toBeNull()
  })

  it('rises with age, in whatever order the lags come, and agrees with its threshold', () => {
    const lags = fc.array(fc.record({ days: fc.integer({ min: 0, max: 200 }), claims: fc.integer({ min: 1, max: 100 }) }), { minLength: 20, maxLength: 40 })
    fc.assert(
      fc.property(lags, fc.integer({ min: 0, max: 220 }), (given, age) => {
        const { shareAtAge, matureBefore } = maturityFrom(given, asOf)
        const share = shareAtAge(age)!
        expect(shareAtAge(age + 1)!).toBeGreaterThanOrEqual(share)
        expect(maturityFrom(given.toReversed(), asOf).shareAtAge(age)).toBe(share)
        expect(addDays(asOf, -age) < matureBefore!).toBe(share >= 0.9)
        expect(shareAtAge(daysBetween(matureBefore!, asOf) + 1)!).toBeGreaterThanOrEqual(0.9)
      }),
    )
  })
})

describe('a mixture of curves', () => {
  const fast = maturityFrom([{ days: 10, claims: 30 }], asOf)
  const slow = maturityFrom([{ days: 60, claims: 40 }], asOf)

  it.each([
    // Nine claims in ten are decided after ten days: that is enough.
    [90, 10, [0, 0.9, 0.9, 1], '2026-03-22'],
    // Eight in ten are not: the rest comes on the sixtieth day, which for 31 March is 30 January.
    [80, 20, [0, 0.8, 0.8, 1], '2026-01-31'],
    [0, 5, [0, 0, 0, 1], '2026-01-31'],
    [5, 0, [0, 1, 1, 1], '2026-03-22'],
  ])('of a payer that takes 10 days and one that takes 60, with %i and %i claims', (ofFast, ofSlow, shares, matureBefore) => {
    const mixed = mixture(
      [
        { maturity: fast, claims: ofFast },
        { maturity: slow, claims: ofSlow },
      ],
      asOf,
    )
    expect([9, 10, 59, 60].map(mixed.shareAtAge)).toEqual(shares)
    expect(mixed.matureBefore).toBe(matureBefore)
  })

  it('is unknown without claims, and while one of its curves is', () => {
    const unknown = maturityFrom([], asOf)
    for (const parts of [
      [],
      [{ maturity: fast, claims: 0 }],
      [
        { maturity: fast, claims: 99 },
        { maturity: unknown, claims: 1 },
      ],
    ]) {
      expect(mixture(parts, asOf)).toMatchObject({ matureBefore: null, ages: [] })
      expect(mixture(parts, asOf).shareAtAge(100)).toBeNull()
    }
    expect(
      mixture(
        [
          { maturity: fast, claims: 9 },
          { maturity: unknown, claims: 0 },
        ],
        asOf,
      ).matureBefore,
    ).toBe('2026-03-22')
  })

  it('lies between its curves, rises with age, and agrees with its threshold', () => {
    const lags = fc.array(fc.record({ days: fc.integer({ min: 0, max: 150 }), claims: fc.integer({ min: 20, max: 90 }) }), { minLength: 1, maxLength: 12 })
    const parts = fc.array(fc.record({ maturity: lags.map((given) => maturityFrom(given, asOf)), claims: fc.integer({ min: 1, max: 500 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 160 }), (given, age) => {
        const mixed = mixture(given, asOf)
        const share = mixed.shareAtAge(age)!
        const own = given.map(({ maturity }) => maturity.shareAtAge(age)!)
        expect(share).toBeGreaterThanOrEqual(Math.min(...own) - 1e-12)
        expect(share).toBeLessThanOrEqual(Math.max(...own) + 1e-12)
        expect(mixed.shareAtAge(age + 1)!).toBeGreaterThanOrEqual(share)
        expect(addDays(asOf, -age) < mixed.matureBefore!).toBe(isMature(share))
        expect(mixture(given.toReversed(), asOf).shareAtAge(age)).toBeCloseTo(share, 12)
      }),
    )
  })
})

describe('the curves of an organization', () => {
  const curves = new Map([
    [
      '',
      [
        { days: 10, claims: 60 },
        { days: 60, claims: 20 },
      ],
    ],
    ['FAST', [{ days: 10, claims: 60 }]],
    ['FEW', [{ days: 60, claims: 19 }]],
  ])

  it('give a payer its own, and the organization’s to one with fewer than 20 decisions or without a name', () => {
    const { organization, ofPayer } = maturitiesFrom(curves, asOf)
    expect(organization.shareAtAge(10)).toBe(0.75)
    expect(['FAST', 'FEW', '', 'NEW'].map((payer) => ofPayer(payer).shareAtAge(10))).toEqual([1, 0.75, 0.75, 0.75])
  })

  it('say in two ways when all payers together are mature', () => {
    const of = (mix: [string, number][]) => maturityBy(curves, new Map(mix), asOf)
    expect(of([['FAST', 10]])).toMatchObject({ organization: { matureBefore: '2026-01-31' }, payer: { matureBefore: '2026-03-22' } })
    // 6 x 1 and 4 x 0.75 are 9 of 10.
    expect(
      of([
        ['FAST', 6],
        ['FEW', 4],
      ]).payer.matureBefore,
    ).toBe('2026-03-22')
    expect(
      of([
        ['FAST', 5],
        ['FEW', 5],
      ]).payer.matureBefore,
    ).toBe('2026-01-31')
    expect(of([]).payer.matureBefore).toBe('2026-01-31')
    expect(maturityBy(new Map(), new Map([['FAST', 5]]), asOf).payer.matureBefore).toBeNull()
  })
})
