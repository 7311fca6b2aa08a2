import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchLines, type LineKey } from '../../../src/imports/merge/match/lines.ts'

const line = (lineNumber: number, code: string | null, charge: number, more: Partial<LineKey> = {}): LineKey => ({
  lineNumber,
  controlNumber: null,
  code,
  modifiers: [],
  serviceDate: '2026-01-10',
  charge,
  ...more,
})

/** The claim line of each decided line, in its order; null where it has none. */
const matched = (decided: LineKey[], billed: LineKey[], numbered = false) => {
  const found = matchLines(decided, billed, { numbered })
  return decided.map((own) => found.get(own) ?? null)
}

const visit = line(1, '99213', 120)
const modified = (...modifiers: string[]) => ({ modifiers })

const rounds: [string, LineKey[], LineKey[], (number | null)[]][] = [
  ['its control number, whatever else', [line(1, 'X', 1, { controlNumber: 'L2' })], [visit, line(2, '93000', 60, { controlNumber: 'L2' })], [2]],
  [
    'modifiers, of equal codes',
    [line(1, '97110', 50, modified('GP')), line(2, '97110', 50, modified('59'))],
    [line(1, '97110', 50, modified('59')), line(2, '97110', 50, modified('GP'))],
    [2, 1],
  ],
  [
    'modifiers in another order',
    [line(1, '97110', 50, modified('59', 'GP'))],
    [line(1, '97110', 50, modified('KX')), line(2, '97110', 50, modified('GP', '59'))],
    [2],
  ],
  [
    'the day, of equal codes',
    [line(1, '97110', 50, { serviceDate: '2026-01-11' })],
    [line(1, '97110', 50), line(2, '97110', 50, { serviceDate: '2026-01-11' })],
    [2],
  ],
  ['the charge, of equal codes', [line(1, '97110', 60)], [line(1, '97110', 50), line(2, '97110', 60)], [2]],
  ['code and charge where the payer dropped a modifier', [line(1, '97110', 50)], [visit, line(2, '97110', 50, modified('GP'))], [2]],
  ['code and charge where the payer changed a modifier', [line(1, '97110', 50, modified('59'))], [visit, line(2, '97110', 50, modified('XS'))], [2]],
  ['code and charge where it has no day', [line(1, '97110', 50, { serviceDate: null })], [visit, line(2, '97110', 50)], [2]],
  ['its code alone', [line(1, '97110', 55, { serviceDate: '2026-02-02' })], [visit, line(2, '97110', 50)], [2]],
  ['nothing where the payer added it', [visit, line(2, 'G0463', 5)], [visit], [1, null]],
  ['nothing where the claim has no lines', [visit], [], [null]],
  ['a line of its own, of two equals', [line(1, '97110', 50), line(2, '97110', 50)], [line(1, '97110', 50), line(2, '97110', 50)], [1, 2]],
  ['the better of two, whichever is told first', [line(1, '97110', 55), line(2, '97110', 50)], [line(1, '97110', 50), line(2, '97110', 55)], [2, 1]],
]

const halves: [string, LineKey[], LineKey[], (number | null)[]][] = [
  ['of one code', [line(1, '97110', 40), line(2, '97110', 60)], [line(1, '97110', 100)], [1, 1]],
  [
    'under one control number',
    [line(1, 'A', 40, { controlNumber: 'L1' }), line(2, 'B', 60, { controlNumber: 'L1' })],
    [line(1, 'A', 100, { controlNumber: 'L1' })],
    [1, 1],
  ],
  ['that together exceed the charge', [line(1, '97110', 60), line(2, '97110', 60)], [line(1, '97110', 100)], [1, null]],
  ['of another day', [line(1, '97110', 40), line(2, '97110', 60, { serviceDate: '2026-01-11' })], [line(1, '97110', 100)], [1, null]],
  [
    'under another control number',
    [line(1, '97110', 40, { controlNumber: 'L1' }), line(2, '97110', 60, { controlNumber: 'L9' })],
    [line(1, '97110', 100, { controlNumber: 'L1' })],
    [1, null],
  ],
  ['of nothing', [line(1, '97110', 100), line(2, '97110', 0)], [line(1, '97110', 100)], [1, null]],
  ['beside lines of their own', [visit, line(2, '97110', 40), line(3, '97110', 60)], [visit, line(2, '97110', 100)], [1, 2, 2]],
]

describe('a decided line is found by', () => {
  it.each(rounds)('%s', (_, decided, billed, expected) => expect(matched(decided, billed)).toEqual(expected))

  it('its number, where its source numbers decided lines as it numbers the claim’s', () => {
    const [decided, billed] = [
      [line(2, 'A', 50), line(1, 'B', 60)],
      [line(1, 'A', 50), line(2, 'B', 60)],
    ]
    expect(matched(decided, billed, true)).toEqual([2, 1])
    expect(matched(decided, billed)).toEqual([1, 2])
    expect(matched([line(7, 'A', 50)], billed, true)).toEqual([1])
  })
})

describe('parts of a line', () => {
  it.each(halves)('%s', (_, decided, billed, expected) => expect(matched(decided, billed)).toEqual(expected))
})

describe('any lines', () => {
  const some = (max: number) =>
    fc
      .array(
        fc.record({
          controlNumber: fc.constantFrom(null, null, 'L1', 'L2'),
          code: fc.constantFrom('97110', '97110', '99213', null),
          modifiers: fc.constantFrom([], ['GP'], ['59', 'GP'], ['GP', '59']),
          serviceDate: fc.constantFrom('2026-01-10', '2026-01-11', null),
          charge: fc.constantFrom(0, 20, 30, 50, 100),
        }),
        { maxLength: max },
      )
      .map((lines): LineKey[] => lines.map((own, at) => ({ ...own, lineNumber: at + 1 })))
  const pairs = fc.tuple(some(6), some(5), fc.boolean())

  it('find at most one line of the claim, that is there', () => {
    fc.assert(
      fc.property(pairs, ([decided, billed, numbered]) => {
        const found = matchLines(decided, billed, { numbered })
        const numbers = new Set(billed.map(({ lineNumber }) => lineNumber))
        for (const [own, number] of found) expect([decided.includes(own), numbers.has(number)]).toEqual([true, true])
      }),
    )
  })

  it('share a line only as parts, that never exceed its charge', () => {
    fc.assert(
      fc.property(pairs, ([decided, billed, numbered]) => {
        for (const [number, parts] of Map.groupBy(matchLines(decided, billed, { numbered }), ([, to]) => to)) {
          const { charge } = billed.find(({ lineNumber }) => lineNumber === number) as LineKey
          if (parts.length > 1) expect(parts.reduce((sum, [own]) => sum + own.charge, 0)).toBeLessThanOrEqual(charge)
        }
      }),
    )
  })

  it('that are those of the claim find each its own', () => {
    fc.assert(
      fc.property(some(6), (billed) => {
        const found = matchLines(
          billed.map((own) => ({ ...own })),
          billed,
          { numbered: false },
        )
        expect(found.size).toBe(billed.length)
        expect(new Set(found.values()).size).toBe(billed.length)
      }),
    )
  })

  it('go to the same contents in whatever order they are told', () => {
    // Control numbers that name nothing tell equals apart without saying which is which: there the order does decide.
    const nameless = (max: number) => some(max).map((lines) => lines.map((own): LineKey => ({ ...own, controlNumber: null })))
    const content = ({ controlNumber, code, modifiers, serviceDate, charge }: LineKey) => JSON.stringify([controlNumber, code, modifiers, serviceDate, charge])
    const shuffledPairs = fc
      .tuple(nameless(6), nameless(5))
      .chain(([decided, billed]) =>
        fc.tuple(
          fc.constant(decided),
          fc.constant(billed),
          ...([decided, billed].map((lines) => fc.shuffledSubarray(lines, { minLength: lines.length })) as [fc.Arbitrary<LineKey[]>, fc.Arbitrary<LineKey[]>]),
        ),
      )
    const told = (decided: LineKey[], billed: LineKey[]) => {
      const found = matchLines(decided, billed, { numbered: false })
      const target = (own: LineKey) => billed.find(({ lineNumber }) => lineNumber === found.get(own))
      return decided.map((own) => `${content(own)} ${target(own) ? content(target(own) as LineKey) : 'none'}`).sort()
    }
    const renumbered = (lines: LineKey[]) => lines.map((own, at) => ({ ...own, lineNumber: at + 1 }))
    fc.assert(
      fc.property(shuffledPairs, ([decided, billed, others, alsoBilled]) => {
        expect(told(renumbered(others), renumbered(alsoBilled))).toEqual(told(decided, billed))
      }),
      { numRuns: 500 },
    )
  })
})
