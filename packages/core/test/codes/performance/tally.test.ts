import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TallyRow } from '../../../src/codes/performance/lines.sql.ts'
import { CodeTally, KEPT } from '../../../src/codes/performance/tally.ts'

const none = { lines: 0, decided: 0, denied: 0, billed: 0, deniedBilled: 0, allowed: 0, allowedLines: 0 }
const row = (kind: TallyRow['kind'], key: string, numbers: Partial<TallyRow> = {}, code = '99213'): TallyRow => ({
  ...none,
  lines: 1,
  ...numbers,
  kind,
  code,
  key,
})

const tallied = (slices: readonly (readonly TallyRow[])[], patterns: Record<string, string> = {}) => {
  const tally = new CodeTally()
  for (const slice of slices) tally.add(slice)
  return tally.rows(new Map(Object.entries(patterns)))
}

describe('the numbers of procedure codes', () => {
  it('are the sums of their slices', () => {
    const slices = [
      [
        row('line', '', { lines: 3, decided: 2, denied: 1, billed: 30_000, deniedBilled: 10_000, allowed: 8_050, allowedLines: 1 }),
        row('reason', 'Bundled', { denied: 1 }),
        row('modifier', '', { lines: 2, decided: 2, denied: 1 }),
        row('with', '36415'),
        row('line', '', { lines: 1 }, '36415'),
      ],
      [
        row('line', '', { lines: 1, decided: 1, denied: 1, billed: 5, deniedBilled: 5 }),
        row('reason', 'Bundled', { denied: 1 }),
        row('modifier', '25', { lines: 1, decided: 1, denied: 1 }),
        row('with', '36415'),
      ],
      [],
    ]
    const [, visit] = tallied(slices, { Bundled: 'PTN-1' })
    expect(visit).toEqual({
      procedure_code: '99213',
      line_count: 4,
      decided_line_count: 3,
      denied_line_count: 2,
      billed_amount: '300.05',
      denied_amount: '100.05',
      allowed_amount: '80.50',
      allowed_line_count: 1,
      denial_reasons: [{ reason: 'Bundled', denials: 2, patternId: 'PTN-1' }],
      modifiers: [
        { modifier: '', paid: 1, denied: 1 },
        { modifier: '25', paid: 0, denied: 1 },
      ],
      billed_with: [{ procedureCode: '36415', claims: 2 }],
    })
  })

  it('keep the ten most frequent of a kind, those alike by name', () => {
    const others = Array.from({ length: 14 }, (_, at) => row('with', `C${String(13 - at).padStart(2, '0')}`, { lines: at === 0 ? 2 : 1 }))
    const [code] = tallied([[row('line', ''), ...others]])
    expect(code!.billed_with).toHaveLength(KEPT)
    expect(code!.billed_with.map(({ procedureCode }) => procedureCode)).toEqual(['C13', 'C00', 'C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'C07', 'C08'])
  })

  it('do not depend on the slices or their order', () => {
    const any = fc.record({
      kind: fc.constantFrom<TallyRow['kind'][]>('line', 'reason', 'modifier', 'with'),
      code: fc.constantFrom('A', 'B'),
      key: fc.constantFrom('X', 'Y', 'Z'),
      numbers: fc.record({
        lines: fc.nat(9),
        decided: fc.nat(9),
        denied: fc.nat(9),
        billed: fc.nat(9_999),
        deniedBilled: fc.nat(9_999),
        allowed: fc.nat(99),
        allowedLines: fc.nat(9),
      }),
    })
    const rows = fc
      .array(any, { maxLength: 40 })
      .map((list) => [
        row('line', '', {}, 'A'),
        row('line', '', {}, 'B'),
        ...list.map(({ kind, code, key, numbers }) => row(kind, kind === 'line' ? '' : key, numbers, code)),
      ])
    fc.assert(
      fc.property(rows, fc.nat(40), (list, cut) => {
        const copies = (part: readonly TallyRow[]) => part.map((one) => ({ ...one }))
        expect(tallied([copies(list.slice(cut)).toReversed(), copies(list.slice(0, cut))])).toEqual(tallied([copies(list)]))
      }),
    )
  })
})
