import { describe, expect, it } from 'vitest'
import { findingFacts, ratioText, smallText } from '../src/pattern-text.ts'

const finding = {
  carc: '97',
  window: { start: '2024-05-17', end: '2026-05-17' },
  population: 365,
  denials: 126,
  rate: 34.52,
  restPopulation: 17_909,
  restDenials: 187,
  restRate: 1.04,
  ratio: { estimate: 33.06, low: 26.99, high: 40.3 },
  p: 1e-20,
  q: 0.0123,
  searched: 2_492_280,
  confirmed: true,
  later: { window: { start: '2026-01-23', end: '2026-05-17' }, population: 96, denials: 46, rate: 47.92, restRate: 1.16, p: 1e-9 },
  lastFoundAt: '2026-06-30T12:00:00.000Z',
}

describe('the evidence of a pattern in words', () => {
  it.each<[Parameters<typeof ratioText>[0], string]>([
    [{ estimate: 33.06, low: 26.99, high: 40.3 }, '33.1 (27.0–40.3)'],
    [{ estimate: null, low: 2124.71, high: null }, 'above 2,124.7'],
    [null, '–'],
  ])('ratio %j: %s', (ratio, expected) => {
    expect(ratioText(ratio)).toBe(expected)
  })

  it.each([
    [1e-12, '< 0.0001'],
    [0.0123, '0.0123'],
    [null, '–'],
  ])('q %s: %s', (q, expected) => {
    expect(smallText(q)).toBe(expected)
  })

  it('names counts, rates, ratio with interval, q, what later claims say, and what it is worth', () => {
    expect(findingFacts({ finding, preventable: { amount: 600, low: 450.5, high: 700 } })).toEqual([
      ['In it', '34.52 %: 126 of 365 claims served from 2024-05-17 until before 2026-05-17'],
      ['Elsewhere', '1.04 %: 187 of 17,909 claims'],
      ['Ratio', '33.1 (27.0–40.3), 95 % interval; q 0.0123 of 2,492,280 that were searched'],
      ['Confirmed', 'yes: of 96 later claims 46 were denied (47.92 %)'],
      ['Preventable', '$600.00 in six months, 95 % interval $450.50 to $700.00'],
    ])
  })

  it('says that later claims are too few, and nothing of a pattern by reason alone', () => {
    expect(findingFacts({ finding: { ...finding, confirmed: null, later: null }, preventable: null }).at(-1)).toEqual(['Confirmed', 'not yet'])
    expect(findingFacts({ finding: null, preventable: null })).toEqual([])
  })
})
