import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, valueOf } from '../../../../src/imports/formats/policies-csv/cells.ts'

describe('the cells of a table of policies', () => {
  it.each([
    ['text', null, ''],
    ['text', '[draft]', '[draft]'],
    ['number', 45.5, '45.5'],
    ['number', 0, '0'],
    ['list', [], ''],
    ['list', ['99213', '99214'], '99213;99214'],
    ['list', ['a;b'], '["a;b"]'],
    ['list', [' a'], '[" a"]'],
    ['list', [''], '[""]'],
    ['list', ['[a'], '["[a"]'],
    ['list', [99213], '[99213]'],
    ['list', [{ code: '4', description: null }], '[{"code":"4","description":null}]'],
    ['value', { regions: [] }, '{"regions":[]}'],
    ['value', 'National', 'National'],
  ] as const)('%s %j is %j, both ways', (shape, value, cell) => {
    expect(cellOf(shape, value)).toBe(cell)
    expect(valueOf(shape, cell)).toEqual({ value, isClean: true })
  })

  it.each([
    ['text', '  ', null, true],
    ['list', ' a ; ;b;', ['a', 'b'], true],
    ['list', '[a;b', ['[a', 'b'], false],
    ['list', '{"a":1}', ['{"a":1}'], false],
    ['number', '007', 7, true],
    ['number', '1e5', '1e5', true],
    ['number', ' 12 ', 12, true],
  ] as const)('%s: %j is read as it is meant', (shape, cell, value, isClean) => expect(valueOf(shape, cell)).toEqual({ value, isClean }))

  it('lose nothing of any list', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer(), fc.dictionary(fc.string(), fc.string()))), (list) => {
        expect(valueOf('list', cellOf('list', list))).toEqual({ value: JSON.parse(JSON.stringify(list)), isClean: true })
      }),
    )
  })
})
