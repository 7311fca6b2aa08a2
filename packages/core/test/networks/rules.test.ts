import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, commonDenials, endedMonths, MINIMUM_PRACTICES, payerKey, type PracticeClaims } from '../../src/networks/rules.ts'

const WINDOW = { start: '2026-01-01', end: '2026-03-01' }
const MONTHS = ['2026-01', '2026-02']
const PAYERS = ['A', 'B', 'C', null]

/** So many practices, from 1 on, with ten claims each of which one is denied for a dollar. */
const claimsOf = (payer: string | null, practices: number, month = '2026-01', first = 1): PracticeClaims[] =>
  Array.from({ length: practices }, (_, index) => ({ practice: first + index, month, payer, adjudicated: 10, denied: 1, deniedAmount: 100 }))

const told = (claims: readonly PracticeClaims[]) => {
  const { total, byPayer, otherPayers } = commonDenials(claims, WINDOW)
  return [total.adjudicatedClaims, Object.fromEntries(byPayer.map((one) => [one.payer, one.adjudicatedClaims])), otherPayers.adjudicatedClaims]
}

describe('what is shown of a network', () => {
  it.each([
    ['nothing', [], [null, {}, null]],
    ['four practices', claimsOf('A', 4), [null, {}, null]],
    ['five practices', claimsOf('A', 5), [50, { A: 50 }, null]],
    ['five practices of which one has no decision', [...claimsOf('A', 4), { ...claimsOf('A', 1)[0]!, practice: 5, adjudicated: 0 }], [null, {}, null]],
    ['five practices, each with a payer of its own', [1, 2, 3, 4, 5].flatMap((one) => claimsOf(`P${one}`, 1, '2026-01', one)), [50, {}, 50]],
    ['two payers that can be shown', [...claimsOf('A', 5), ...claimsOf('B', 6)], [110, { A: 50, B: 60 }, null]],
    ['claims without a payer', claimsOf(null, 6), [60, {}, 60]],
    ['others that can be shown together', [...claimsOf('A', 6), ...claimsOf('B', 3), ...claimsOf('C', 3, '2026-01', 4)], [120, { A: 60 }, 60]],
    ['one payer whose rest would give another away', [...claimsOf('A', 6), ...claimsOf('B', 1)], [70, {}, 70]],
    ['the smallest payer hides the rest', [...claimsOf('A', 6), ...claimsOf('B', 5), ...claimsOf('C', 1)], [120, { A: 60 }, 60]],
    ['of equals the last by name hides it', [...claimsOf('B', 5), ...claimsOf('A', 5), ...claimsOf('C', 1)], [110, { A: 50 }, 60]],
    ['a month with too few adds nothing', [...claimsOf('A', 6), ...claimsOf('A', 4, '2026-02')], [60, { A: 60 }, null]],
    ['too few in every month, enough over both', [...claimsOf('A', 4), ...claimsOf('A', 4, '2026-02', 5)], [null, {}, null]],
    ['a payer stands alone in one month', [...claimsOf('A', 6), ...claimsOf('A', 6, '2026-02'), ...claimsOf('B', 1, '2026-02')], [130, { A: 60 }, 70]],
  ] as const)('%s', (_, claims, expected) => {
    expect(told(claims)).toEqual(expected)
  })

  it('is a rate with its interval, and money in dollars', () => {
    const { total, byMonth } = commonDenials(claimsOf('A', 6), WINDOW)
    // Wilson, 6 of 60.
    const figures = { practices: 6, adjudicatedClaims: 60, deniedClaims: 6, denialRate: 10, interval: { low: 4.66, high: 20.15 }, deniedAmount: 6 }
    const none = { practices: null, adjudicatedClaims: null, deniedClaims: null, denialRate: null, interval: null, deniedAmount: null }
    expect(total).toEqual(figures)
    expect(byMonth).toEqual([
      { month: '2026-01', ...figures },
      { month: '2026-02', ...none },
    ])
  })
})

/** Few practices and few payers, so that every threshold is met from both sides. */
const arbitraryClaims = (practices: number) =>
  fc.uniqueArray(
    fc.record({
      practice: fc.integer({ min: 1, max: practices }),
      month: fc.constantFrom(...MONTHS),
      payer: fc.constantFrom(...PAYERS),
      adjudicated: fc.integer({ min: 0, max: 3 }),
      denied: fc.constant(0),
      deniedAmount: fc.integer({ min: 0, max: 500 }),
    }),
    { selector: ({ practice, month, payer }) => `${practice} ${month} ${payer}`, minLength: 8, maxLength: 60 },
  )
const payersWithFew = (claims: readonly PracticeClaims[]) =>
  PAYERS.filter((payer) =>
    MONTHS.every((month) => new Set(claims.filter((one) => one.payer === payer && one.month === month).map((one) => one.practice)).size < 5),
  )

describe('whatever the practices have', () => {
  it('fewer than five look like none', () => {
    const nothing = commonDenials([], WINDOW)
    fc.assert(
      fc.property(arbitraryClaims(4), (claims) => {
        expect(commonDenials(claims, WINDOW)).toEqual(nothing)
      }),
    )
  })

  it('every cell has five practices, and the cells of a month are all of its claims or none', () => {
    let folded = 0
    fc.assert(
      fc.property(arbitraryClaims(9), (claims) => {
        const cells = cellsOf(claims)
        for (const cell of cells) expect(new Set(cell.claims.map(({ practice }) => practice)).size).toBeGreaterThanOrEqual(MINIMUM_PRACTICES)
        for (const month of MONTHS) {
          const all = claims.filter((one) => one.month === month && one.adjudicated > 0)
          const shown = cells.filter((cell) => cell.month === month).flatMap((cell) => cell.claims)
          expect(new Set(shown)).toEqual(new Set(new Set(all.map(({ practice }) => practice)).size < MINIMUM_PRACTICES ? [] : all))
          expect(shown).toHaveLength(new Set(shown).size)
        }
        if (cells.some((cell) => cell.payer === null && cell.claims.some(({ payer }) => payer !== null))) folded++
      }),
      { numRuns: 300 },
    )
    expect(folded).toBeGreaterThan(50)
  })

  it('payers that few practices have are told from one another by nothing', () => {
    let some = 0
    fc.assert(
      fc.property(arbitraryClaims(9), (claims) => {
        const few = payersWithFew(claims)
        if (few.length > 0) some++
        const unnamed = claims.map((one) => (few.includes(one.payer) ? { ...one, payer: `of practice ${one.practice}` } : one))
        expect(commonDenials(unnamed, WINDOW)).toEqual(commonDenials(claims, WINDOW))
      }),
      { numRuns: 300 },
    )
    expect(some).toBeGreaterThan(50)
  })

  it('a month with fewer than five adds to nothing', () => {
    fc.assert(
      fc.property(arbitraryClaims(9), arbitraryClaims(4), (claims, ofFew) => {
        const first = claims.filter(({ month }) => month === MONTHS[0])
        expect(commonDenials([...first, ...ofFew.filter(({ month }) => month === MONTHS[1])], WINDOW)).toEqual(commonDenials(first, WINDOW))
      }),
    )
  })
})

describe('the name of a payer', () => {
  it.each([
    ['Blue  Cross, Inc.', 'BLUE CROSS INC'],
    ['BLUE-CROSS INC', 'BLUE CROSS INC'],
    ['Ärzte\u00a0Kasse', 'ÄRZTE KASSE'],
    [' . ', null],
    ['', null],
    [null, null],
  ])('%j is %j', (name, key) => {
    expect(payerKey(name)).toBe(key)
  })
})

describe('months that have ended', () => {
  it.each([
    ['2026-03-31T23:59:59Z', 1, '2026-02-01', '2026-03-01'],
    ['2026-04-01T00:00:00Z', 1, '2026-03-01', '2026-04-01'],
    ['2026-01-15T12:00:00Z', 3, '2025-10-01', '2026-01-01'],
    ['2026-03-31T12:00:00Z', 12, '2025-03-01', '2026-03-01'],
  ])('at %s the last %i', (now, months, start, end) => {
    expect(endedMonths(new Date(now), months)).toEqual({ start, end })
  })
})
