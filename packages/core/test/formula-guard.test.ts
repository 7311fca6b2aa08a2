import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardedCell, unguardedCell } from '../src/formula-guard.ts'

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom('', "'", "''"), fc.constantFrom(...SIGNS), fc.string()).map((parts) => parts.join('')),
)

describe('the cell of a table', () => {
  it.each<[given: string, cell: string]>([
    ...SIGNS.map((sign): [string, string] => [`${sign}1+1`, `'${sign}1+1`]),
    ["'=1", "''=1"],
    ['', ''],
    ['a=b', 'a=b'],
    ["'a", "'a"],
    ['12-3', '12-3'],
    [' =1', ' =1'],
  ])('of %j is %j', (given, cell) => {
    expect(guardedCell(given)).toBe(cell)
    expect(unguardedCell(cell)).toBe(given)
  })

  it('begins as no formula, loses nothing, and is read again as it was', () => {
    fc.assert(
      fc.property(text, (given) => {
        const cell = guardedCell(given)
        expect(SIGNS.some((sign) => cell.startsWith(sign))).toBe(false)
        expect(cell === given || cell === `'${given}`).toBe(true)
        expect(unguardedCell(cell)).toBe(given)
      }),
      { numRuns: 1000 },
    )
  })
})
