import { describe, expect, it } from 'vitest'
import { actorWords } from '../../app/utils/actor-words.ts'
import { leftOpenBy, meaningOf, missingIn, tableOfMapping, withMeaning, type Mapping } from '../../app/utils/column-mapping.ts'

const mapping: Mapping = {
  delimiter: ',',
  header: ['Claim', 'Charge', 'Mod 1', 'Mod 2', 'Total'],
  fields: { claimId: ['Claim'], billed: ['Charge'], modifiers: ['Mod 2'] },
  rows: 'claim',
  dateFormat: 'month-first',
  amountFormat: 'us',
}

describe('what a column means', () => {
  it('moves from one column to another where a field takes one', () => {
    const changed = withMeaning(mapping, 'Total', 'billed')
    expect(changed.fields).toEqual({ claimId: ['Claim'], billed: ['Total'], modifiers: ['Mod 2'] })
    expect([meaningOf(changed, 'Charge'), meaningOf(changed, 'Total')]).toEqual(['none', 'billed'])
  })

  it('is added in the order of the table where a field takes several', () => {
    expect(withMeaning(mapping, 'Mod 1', 'modifiers').fields['modifiers']).toEqual(['Mod 1', 'Mod 2'])
  })

  it('can be nothing, and what is missing then is said', () => {
    const without = withMeaning(mapping, 'Charge', 'none')
    expect(without.fields).toEqual({ claimId: ['Claim'], modifiers: ['Mod 2'] })
    expect([missingIn(mapping), missingIn(without)]).toEqual([[], ['Say which column tells the billed amount.']])
    expect(missingIn(withMeaning(mapping, 'Claim', 'payerName'))).toHaveLength(1)
  })

  it('is shown again as it was confirmed, without values', () => {
    const { columns, ...table } = tableOfMapping('claims.csv', mapping)
    expect(table).toMatchObject({ files: ['claims.csv'], mapping, confirmed: true, undecided: [] })
    expect(columns.map(({ column, fields, label, examples }) => [column, fields, label, examples])).toEqual([
      ['Claim', ['claimId'], 'Claim id', []],
      ['Charge', ['billed'], 'Billed amount', []],
      ['Mod 1', [], null, []],
      ['Mod 2', ['modifiers'], 'Modifiers', []],
      ['Total', [], null, []],
    ])
  })

  it('says what stays open without a day of service or a payment', () => {
    expect(leftOpenBy(mapping)).toHaveLength(2)
    expect(leftOpenBy(withMeaning(mapping, 'Total', 'paid'))).toEqual([expect.stringContaining('date of service')])
    expect(leftOpenBy(withMeaning(withMeaning(mapping, 'Total', 'paid'), 'Mod 1', 'serviceDate'))).toEqual([])
  })
})

it.each([
  ['cf5b7617-ed54', 'you'],
  ['aaaaaaaa-ed54', 'another member'],
  ['token:f80e', 'a program with a token'],
  ['cli', 'the command line'],
  ['schedule', 'schedule'],
])('%s is %s', (id, words) => expect(actorWords(id, 'cf5b7617-ed54')).toBe(words))
