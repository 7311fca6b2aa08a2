import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadingReasonCode, parseReasonCodes, parseRemarkCodes } from '../../../../src/imports/formats/csv/reasons.ts'
import { parseAmount, parseDate, parseQuantity } from '../../../../src/imports/formats/csv/values.ts'

describe('amounts', () => {
  it.each([
    ['$1,234.50', 123450],
    ['1,234,567.89', 123456789],
    ['(12.00)', -1200],
    ['($12.00)', -1200],
    ['-3', -300],
    ['-$3.5', -350],
    ['$-3.50', -350],
    ['+4', 400],
    ['.75', 75],
    ['0', 0],
    ['-0.00', 0],
    ['(0)', 0],
    ['12.3400', 1234],
    ['12.340', null],
    ['1.000', null],
    ['$1,234.000', null],
    ['-1.000', null],
    ['(1.000)', null],
    [' 7.00 ', 700],
    ['1e5', null],
    ['--3', null],
    ['(-3)', null],
    ['-$-3', null],
    ['12.345', null],
    ['1,23.00', null],
    ['12,3', null],
    ['$', null],
    ['()', null],
    ['.', null],
    ['12.00-', null],
    ['USD 5', null],
    ['NaN', null],
    ['999,999,999.99', 99_999_999_999],
    ['1,000,000,000.00', null],
    ['(1000000000)', null],
  ])('%s', (text, cents) => expect(parseAmount(text)).toBe(cents))

  it.each([
    ['1.234,50', 123450],
    ['1.080,5', 108050],
    ['12', 1200],
    ['1.000', 100000],
    ['1,000', null],
    ['(3,10)', -310],
    ['1,234.50', null],
    ['12.50', null],
  ])('with a comma before the cents: %s', (text, cents) => expect(parseAmount(text, 'european')).toBe(cents))

  it('reads every amount that is written out, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        const whole = Math.trunc(Math.abs(cents) / 100).toLocaleString('en-US')
        const text = `$${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
        expect(parseAmount(cents < 0 ? `(${text})` : text)).toBe(cents)
      }),
    )
  })
})

describe('dates', () => {
  it.each([
    ['2026-02-03', '2026-02-03'],
    ['2026/2/3', '2026-02-03'],
    ['2/3/2026', '2026-02-03'],
    ['02-03-2026', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['2026-02-03T23:30:00Z', '2026-02-03'],
    ['2026-02-03T23:30:00.123-06:00', '2026-02-03'],
    ['2/3/2026 11:30 PM', '2026-02-03'],
    ['2026-02-03 00:00:00', '2026-02-03'],
    ['0000-00-00', null],
    ['00000000', null],
    ['00/00/0000', null],
    ['2026-02-30', null],
    ['13/1/2026', null],
    ['2/3/26', null],
    ['2026-02-03 noon', null],
    ['2026-02-03x', null],
    ['46056', null],
    ['yesterday', null],
  ])('%s', (text, date) => expect(parseDate(text)).toBe(date))

  it('reads the day first where that was said', () => {
    expect(parseDate('13/1/2026', 'day-first')).toBe('2026-01-13')
    expect(parseDate('1.2.2026', 'day-first')).toBe('2026-02-01')
    expect(parseDate('1/13/2026', 'day-first')).toBeNull()
  })
})

it.each([
  ['1', 1],
  ['2.5', 2.5],
  ['1,000', 1000],
  ['-1', null],
  ['1e3', null],
  ['', null],
])('quantities: "%s"', (text, quantity) => expect(parseQuantity(text)).toBe(quantity))

describe('reason codes', () => {
  it.each([
    ['CO-197', 'CO 197'],
    ['CO197', 'CO 197'],
    ['co 197', 'CO 197'],
    ['197', 'CO 197'],
    ['PR-1', 'PR 1'],
    ['1', 'PR 1'],
    ['0045', null],
    ['045', 'CO 45'],
    ['CO-45, PR 1; OA:23', 'CO 45,PR 1,OA 23'],
    ['A1', 'CO A1'],
    ['CO-B7', 'CO B7'],
    ['M25', null],
    ['N115', null],
    ['CO-197 Precert absent', null],
    ['Auth', null],
    ['', null],
  ])('%s', (text, codes) =>
    expect(
      parseReasonCodes(text)
        ?.map(({ group, carc }) => `${group} ${carc}`)
        .join(',') ?? null,
    ).toBe(codes),
  )

  it('takes the group of a column of its own, but not against a group in the code', () => {
    expect(parseReasonCodes('50 CO-45', 'PR')).toEqual([
      { group: 'PR', carc: '50' },
      { group: 'CO', carc: '45' },
    ])
  })

  it('finds the code before the words of a reason, and none in the words', () => {
    expect(leadingReasonCode('CO-197 Authorization absent')).toEqual({ group: 'CO', carc: '197' })
    expect(leadingReasonCode('Covered 50 of 100')).toBeNull()
    expect(leadingReasonCode('197 things')).toBeNull()
  })

  it('knows remark codes', () => {
    expect(parseRemarkCodes('n54, MA130|M25')).toEqual(['N54', 'MA130', 'M25'])
    expect(parseRemarkCodes('N54 and more')).toBeNull()
  })
})
