import { expect, test } from 'vitest'
import { capitalized, changeInWords, fractionInWords } from '../../app/utils/bridge-words'

test('a fraction says what it counts; charges are money', () => {
  expect(fractionInWords({ unit: 'claims', numerator: 131, denominator: 1859 })).toBe('131 of 1,859 claims')
  expect(fractionInWords({ unit: 'lines', numerator: 0, denominator: 12 })).toBe('0 of 12 lines')
  expect(fractionInWords({ unit: 'dollars', numerator: 75.5, denominator: 1200 })).toBe('$75.50 of $1,200.00')
})

test('a step says what comes and what goes', () => {
  expect(changeInWords({ numerator: 28, denominator: 0 })).toBe('28 more denied')
  expect(changeInWords({ numerator: -8, denominator: -1008 })).toBe('8 fewer denied, 1,008 fewer counted')
  expect(changeInWords({ numerator: 0, denominator: 0 })).toBe('no change')
  expect(changeInWords(null)).toBe('counted otherwise')
  expect(capitalized('no decision yet')).toBe('No decision yet')
})
