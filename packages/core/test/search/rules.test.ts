import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankOf, withoutGroup, wordsOf } from '../../src/search/rules.ts'

describe('how well something fits', () => {
  it.each([
    ['197', ['197'], [], 0],
    [' ptn-1 ', ['PTN-1', 'Title'], [], 0],
    ['auth', ['Authorization absent'], [], 1],
    ['absent auth', ['Authorization absent'], [], 2],
    ['imaging', ['POL-1'], ['Advanced imaging'], 2],
    ['imaging', ['POL-1'], [null], null],
    ['', ['POL-1'], [], null],
    ['  ', ['POL-1'], [], null],
    ['%', ['POL-1'], [], null],
  ] as const)('%j in %j and %j is %j', (query, names, texts, rank) => {
    expect(rankOf(query, names, texts)).toBe(rank)
  })

  it.each([
    ['CO-197', '197'],
    ['pr 1', '1'],
    ['OAA1', 'A1'],
    ['CO', 'CO'],
    ['N130', 'N130'],
    ['COB', 'COB'],
    ['PI', 'PI'],
  ])('takes the group off a denial code: %s', (query, code) => {
    expect(withoutGroup(query)).toBe(code)
  })

  it('is best for the name itself, and there for each of its beginnings and words', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (name, length) => {
        fc.pre(name.trim() === name && name !== '')
        expect(rankOf(name, [name])).toBe(0)
        const start = name.slice(0, 1 + (length % name.length))
        if (start.trim() === start) expect(rankOf(start, [name])).toBeLessThanOrEqual(1)
        for (const word of wordsOf(name)) expect(rankOf(word, ['id'], [name])).not.toBeNull()
      }),
    )
  })
})
