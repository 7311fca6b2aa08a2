import { describe, expect, it } from 'vitest'
import type { LineKey } from '../../../src/imports/merge/match/lines.ts'
import { placeLines } from '../../../src/imports/merge/match/places.ts'

const line = (lineNumber: number, code: string): LineKey => ({ lineNumber, controlNumber: null, code, modifiers: [], serviceDate: '2026-01-10', charge: 100 })
const placed = (decided: LineKey[], billed: LineKey[], numbered: boolean) =>
  placeLines(decided, billed, { numbered }).map(({ claimLine, isAdded }) => (isAdded ? `adds ${claimLine}` : `${claimLine}`))

describe('a decided line', () => {
  it.each<[string, LineKey[], LineKey[], boolean, string[]]>([
    ['is the line of the claim that it matches', [line(1, 'B'), line(2, 'A')], [line(1, 'A'), line(2, 'B')], false, ['2', '1']],
    ['is added after the last one', [line(1, 'C')], [line(1, 'A'), line(4, 'B')], false, ['adds 5']],
    ['is added after what was added', [line(1, 'C'), line(2, 'D')], [line(1, 'A')], false, ['adds 2', 'adds 3']],
    ['keeps the number of its source, where that numbers the lines', [line(7, 'C')], [], true, ['adds 7']],
    ['does not keep it where a remittance counts its own lines', [line(7, 'C')], [], false, ['adds 1']],
    ['comes after one that kept its number', [line(7, 'C'), line(7, 'D')], [], true, ['adds 7', 'adds 8']],
  ])('%s', (_, decided, billed, numbered, expected) => expect(placed(decided, billed, numbered)).toEqual(expected))
})
