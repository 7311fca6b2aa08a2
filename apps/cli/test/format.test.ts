import { describe, expect, it } from 'vitest'
import { count, facts, moment, money, pageLine, percent, table, text } from '../src/format.ts'

describe('what a person reads', () => {
  it('shows what is unknown as a dash, never as a zero', () => {
    expect([count(null), money(null), percent(null), text(null)]).toEqual(['–', '–', '–', '–'])
    expect([count(0), money(0), percent(0)]).toEqual(['0', '$0.00', '0.00 %'])
  })

  it('groups thousands and keeps the cents', () => {
    expect([count(1234567), money(-1234.5), percent(12.345)]).toEqual(['1,234,567', '-$1,234.50', '12.35 %'])
  })

  it('says a moment to the minute', () => expect(moment('2026-06-30T17:05:59.123Z')).toBe('2026-06-30 17:05 UTC'))

  it('lines columns up, numbers at the right, without spaces at the end', () => {
    const rows = [
      { name: 'a', n: 5 },
      { name: 'longer', n: 1000 },
    ]
    const shown = table(rows, [
      { title: 'Name', value: ({ name }) => name },
      { title: 'N', value: ({ n }) => count(n), right: true },
      { title: 'Note', value: () => '' },
    ])
    expect(shown).toBe('Name        N  Note\na           5\nlonger  1,000')
  })

  it('pairs names with values and says where in a list one is', () => {
    expect(
      facts([
        ['A', '1'],
        ['Long', '2'],
      ]),
    ).toBe('A     1\nLong  2')
    expect(pageLine({ page: 2, pages: 3, total: 41 })).toBe('Page 2 of 3, 41 in all')
    expect(pageLine({ page: 1, pages: 1, total: 4 })).toBe('4 in all')
  })
})
