import { expect, it } from 'vitest'
import { acceptedValue } from '../../app/utils/accepted-value.ts'
import { A_RANGE, claimFilters, filtersSet } from '../../app/utils/claim-filters.ts'

it.each([
  ['90', '30', '90'],
  ['banana', '30', '30'],
  ['-3', '1', '1'],
  ['0', '1', '1'],
  ['1.5', '30', '30'],
  ['', '30', '30'],
  [undefined, '30', '30'],
  [['7', '90'], '30', '30'],
  ['denied', 'all', 'denied'],
  ['', 'all', 'all'],
  ['P1', '', 'P1'],
])('%j where the default is %j reads as %j', (given, fallback, read) => expect(acceptedValue(given, fallback)).toBe(read))

it.each([
  ['all', 'all'],
  ['365', '365'],
  ['2026-01-01/2026-02-01', '2026-01-01/2026-02-01'],
  ['2026-01-01', '30'],
  ['banana', '30'],
])('a period of claims %s reads as %s', (given, read) => expect(acceptedValue(given, claimFilters.dateRange, A_RANGE)).toBe(read))

it('counts the filters that are set, and nothing that only says more of another', () => {
  expect(filtersSet(claimFilters)).toBe(0)
  expect(filtersSet({ ...claimFilters, status: 'denied', basis: 'service' })).toBe(2)
  expect(filtersSet({ ...claimFilters, dateRange: 'all', basis: 'service', policy: 'P', policyCount: 'hit' })).toBe(2)
})
