import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centsOf, decimalText, dollars, parseCents, parseStated } from '../src/money.ts'

describe('parseCents', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['1', 100],
    ['.75', 75],
    ['-12.5', -1250],
    ['+3.10', 310],
    ['100.', 10000],
    ['1.500', 150],
    [' 7 ', 700],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, cents) => expect(parseCents(text)).toBe(cents))

  it.each(['', '.', '-', '1e5', '--3', '1,000', '1.005', '12.3.4', 'NaN', 'Infinity', '90071992547409.92', '٣'])('refuses %s', (text) =>
    expect(parseCents(text)).toBeNull(),
  )

  it('gives back what decimalText wrote', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (cents) => parseCents(decimalText(cents)) === cents + 0))
  })
})

describe('what a file states', () => {
  it.each(['999999999.99', '-999999999.99'])('may be %s', (text) => {
    expect(parseStated(text)).toBe(parseCents(text))
    expect(centsOf(text)).toBe(parseCents(text))
    expect(centsOf(Number(text))).toBe(parseCents(text))
  })
  it.each(['1000000000.00', '-1000000000'])('is below a billion dollars, so that sums of it fit into the database: %s', (text) => {
    expect([parseStated(text), centsOf(text), centsOf(Number(text))]).toEqual([null, null, null])
  })
})

describe('centsOf', () => {
  it.each([
    [285, 28500],
    [75.5, 7550],
    [0.1 + 0.2, 30],
    ['12.34', 1234],
    [-0.01, -1],
  ])('reads %s from JSON', (value, cents) => expect(centsOf(value)).toBe(cents))
  it.each([[1.005], [Number.NaN], [Infinity], [null], [undefined], [true], [{}], ['x']])('refuses %s', (value) => expect(centsOf(value)).toBeNull())
  it('gives back every amount that was shown as dollars', () => {
    fc.assert(fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => centsOf(dollars(cents)) === cents + 0))
  })
})
