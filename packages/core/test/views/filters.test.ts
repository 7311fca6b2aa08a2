import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewScreens } from '../../src/db/schema/views.ts'
import { keptQuery, notKept, viewFilters } from '../../src/views/filters.ts'

describe('what a view keeps', () => {
  it.each([
    [{ tier: 'critical', status: 'active' }, 'status=active&tier=critical'],
    [{ tier: 'critical', page: '3', search: 'smith', controlNumber: 'A1' }, 'tier=critical'],
    [{ tier: ['critical', 'low'], status: '' }, ''],
    [{ payer: 'A & B' }, 'payer=A+%26+B'],
  ])('of %j', (query, kept) => {
    expect(keptQuery('patterns', query)).toBe(kept)
  })

  it('is nothing that says who a patient is, on any screen', () => {
    const names = Object.values(viewFilters).flat()
    expect(names.filter((name) => /search|^q$|control|patient|member|dob|name|page/i.test(name))).toEqual([])
    expect(Object.keys(viewFilters).sort()).toEqual([...viewScreens].sort())
  })

  it('may be kept, whatever the address says, and is the same again', () => {
    const name = fc.constantFrom(...new Set([...Object.values(viewFilters).flat(), 'page', 'search', 'other']))
    fc.assert(
      fc.property(fc.constantFrom(...viewScreens), fc.dictionary(name, fc.string({ unit: 'binary-ascii', maxLength: 300 })), (screen, query) => {
        const kept = keptQuery(screen, query)
        expect(notKept(screen, kept)).toEqual([])
        expect(keptQuery(screen, Object.fromEntries(new URLSearchParams(kept)))).toBe(kept)
      }),
    )
  })
})
