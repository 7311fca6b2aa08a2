import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tellsRather } from '../../../src/imports/merge/match/teller.ts'

type Told = Parameters<typeof tellsRather>[0]
const told = (kind: Told['kind'], rank: Told['rank'], decidedOn: string | null): Told => ({ kind, rank, decidedOn })

describe('the decision that tells a claim', () => {
  it.each([
    [
      'the primary payer’s rather than the next payer’s of an earlier day',
      told('original', 'primary', '2026-04-20'),
      told('original', 'secondary', '2026-04-10'),
      true,
    ],
    ['not the next payer’s', told('original', 'secondary', '2026-04-10'), told('original', 'primary', '2026-04-20'), false],
    ['the earlier of one payer', told('original', 'primary', '2026-04-10'), told('original', 'primary', '2026-04-20'), true],
    ['of one day, the one that was there', told('original', 'primary', '2026-04-10'), told('original', 'primary', '2026-04-10'), false],
    ['one of a known day rather than of none', told('original', 'primary', '2026-04-10'), told('original', 'primary', null), true],
    ['what was decided rather than its reversal of a later day', told('original', 'primary', '2026-04-10'), told('reversal', null, '2026-05-10'), true],
    ['the reversal rather than what was decided anew that day', told('reversal', null, '2026-05-10'), told('original', 'primary', '2026-05-10'), true],
    ['not what was decided anew', told('original', 'primary', '2026-05-10'), told('reversal', null, '2026-05-10'), false],
    ['a decision rather than a predetermination', told('original', 'secondary', '2026-05-10'), told('predetermination', 'primary', '2026-04-10'), true],
  ])('%s', (_, decision, other, expected) => {
    expect(tellsRather(decision, [other])).toBe(expected)
  })

  it('is one, whatever the order in which originals of different days arrive', () => {
    const originals = fc.uniqueArray(
      fc.record({
        kind: fc.constant('original' as const),
        rank: fc.constantFrom('primary' as const, 'secondary' as const, 'tertiary' as const),
        decidedOn: fc.integer({ min: 10, max: 28 }).map((day) => `2026-04-${day}`),
      }),
      { selector: ({ decidedOn }) => decidedOn, minLength: 1, maxLength: 6 },
    )
    const teller = (arrived: readonly Told[]) => arrived.reduce((best, next, at) => (tellsRather(next, arrived.slice(0, at)) ? next : best))
    fc.assert(
      fc.property(
        originals.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(teller(shuffled)).toEqual(teller(all))
        },
      ),
    )
  })
})
