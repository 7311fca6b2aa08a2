import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCents } from '../../../src/money.ts'
import { amountText, composite, period, personName, plain, segment, segmentCount } from '../../../src/writers/x12/segments.ts'

describe('segments', () => {
  it('leave out what is empty at their end, and nothing before it', () => {
    expect(segment('SVC', 'HC:99213', 0, null, null, 2, null, '')).toBe('SVC*HC:99213*0***2~\n')
    expect(segment('LX', 1)).toBe('LX*1~\n')
    expect(composite('HC', '99213', null, '25', null)).toBe('HC:99213::25')
    expect(segmentCount(segment('ST', 1) + segment('SE', 2))).toBe(2)
  })

  it('write amounts without a digit too many, exactly', () => {
    expect([0, 12000, 1250, 5, -1250, -100].map(amountText)).toEqual(['0', '120', '12.5', '0.05', '-12.5', '-1'])
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        expect(parseCents(amountText(cents))).toBe(cents)
      }),
    )
  })

  it('hold no separator, whatever a name has in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text) ?? '').not.toMatch(/[*:~^\n]/)
      }),
    )
    expect(plain('  ')).toBeNull()
  })

  it.each([
    ['Ashwhistle, Ambrel', ['Ashwhistle', 'Ambrel']],
    ['Avery Applewood', ['Applewood', 'Avery']],
    ['Mononym', ['Mononym', null]],
    [null, [null, null]],
  ])('take %s apart', (name, expected) => expect(personName(name)).toEqual(expected))

  it('say one day or two', () => {
    expect(period('2026-01-05', '2026-01-05')).toEqual(['D8', '20260105'])
    expect(period('2026-01-05', '2026-01-07')).toEqual(['RD8', '20260105-20260107'])
  })
})
