import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toldApart, type Known } from '../../src/names/told-apart.ts'

const known = (id: string, name: string, npi: string | null = null): Known => ({ id, name, npi })
const marks = (...all: Known[]) => toldApart(all).map(({ toldApartBy }) => toldApartBy)

describe('names that several have', () => {
  it.each([
    ['stand alone where there is one of each', [known('1', 'Alder', '11'), known('2', 'Birch')], [null, null]],
    ['come with the NPI', [known('1', 'Alder', '11'), known('2', 'Alder', '22')], ['NPI 11', 'NPI 22']],
    ['come with the id where there is no NPI', [known('1', 'Alder', '11'), known('2', 'Alder')], ['NPI 11', 'ID 2']],
    ['come with the id where the NPI is one', [known('1', 'Alder', '11'), known('2', 'Alder', '11'), known('3', 'Alder', '33')], ['ID 1', 'ID 2', 'NPI 33']],
    ['are the same in capitals and with other blanks', [known('1', 'Alder  Health'), known('2', ' ALDER health ')], ['ID 1', 'ID 2']],
    ['leave the others as they are', [known('1', 'Alder'), known('2', 'Birch'), known('3', 'Alder')], ['ID 1', null, 'ID 3']],
  ] as const)('%s', (_, all, expected) => {
    expect(marks(...all)).toEqual(expected)
  })

  it('never read alike, whoever has them, and stay in their order', () => {
    const some = fc.constantFrom('A', 'a', ' A ', 'B', 'NPI 1')
    const one = fc.record({ id: fc.string({ minLength: 1 }), name: some, npi: fc.option(fc.constantFrom('1', '2', '3')) })
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (all) => {
        const named = toldApart(all)
        expect(named.map(({ id, name }) => [id, name])).toEqual(all.map(({ id, name }) => [id, name]))
        expect(new Set(named.map(({ name, toldApartBy }) => JSON.stringify([name.trim().toLowerCase(), toldApartBy]))).size).toBe(all.length)
      }),
    )
  })
})
