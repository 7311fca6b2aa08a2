import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonSplitter, type JsonElement } from '../../../../src/imports/json/splitter.ts'

function split(bytes: Uint8Array, cuts: readonly number[]) {
  const splitter = new JsonSplitter()
  const elements: JsonElement[] = []
  let from = 0
  for (const cut of [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    elements.push(...splitter.push(bytes.subarray(from, cut)))
    from = cut
  }
  splitter.end()
  return { elements, fault: splitter.fault }
}

const parsed = ({ bytes }: JsonElement): unknown => JSON.parse(Buffer.from(bytes).toString())
const anyText = fc.string({ unit: 'grapheme' })
const element = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
const cuts = fc.array(fc.nat(), { maxLength: 12 })
const indent = fc.constantFrom(undefined, 1, '\t')

describe('cutting JSON into elements', () => {
  it('gives the elements of an array, however the file is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 8 }), indent, cuts, (values, space, at) => {
        const bytes = Buffer.from(JSON.stringify(values, null, space))
        const { elements, fault } = split(bytes, at)
        expect(fault).toBeNull()
        expect(elements.map(parsed)).toEqual(JSON.parse(bytes.toString()))
        expect(elements.map(({ number }) => number)).toEqual(values.map((_, index) => index + 1))
        for (const { offset, bytes: own } of elements) expect(bytes.subarray(offset, offset + own.length).equals(own)).toBe(true)
      }),
    )
  })

  it('gives the elements of every list of an object under its name, and the other values as number 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.array(element, { maxLength: 4 }), fc.record({ a: element }), fc.integer(), anyText)), {
          maxLength: 5,
        }),
        cuts,
        (fields, at) => {
          const object = Object.fromEntries(fields)
          const { elements, fault } = split(Buffer.from(JSON.stringify(object)), at)
          expect(fault).toBeNull()
          const expected = Object.entries(object).flatMap(([list, value]) =>
            Array.isArray(value)
              ? value.map((item, index) => ({ list, number: index + 1, value: item as unknown }))
              : [{ list, number: 0, value: value as unknown }],
          )
          expect(elements.map((found) => ({ list: found.list, number: found.number, value: parsed(found) }))).toEqual(JSON.parse(JSON.stringify(expected)))
        },
      ),
    )
  })

  it('tells a file that ends anywhere before its end, and gives only whole elements', () => {
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 5 }), fc.nat(), (values, at) => {
        const whole = Buffer.from(JSON.stringify({ claims: values }))
        const { elements, fault } = split(whole.subarray(0, at % whole.length), [])
        expect(fault?.kind).toBe(at % whole.length === 0 ? 'not-json' : 'truncated')
        expect(elements.map(parsed)).toEqual(JSON.parse(JSON.stringify(values.slice(0, elements.length))))
      }),
    )
  })

  it.each([
    ['', 'not-json', 0],
    ['hello', 'not-json', 0],
    ['\ufffe', 'not-json', 0],
    ['{"claims":[{},]}', 'malformed', 14],
    ['{"claims":[{}}', 'malformed', 13],
    ['{"claims" 1}', 'malformed', 10],
    ['[{}] x', 'malformed', 5],
    [`[${'['.repeat(200)}`, 'malformed', 1],
  ])('names the byte where %j is broken', (text, kind, offset) => {
    const bytes = text === '\ufffe' ? Buffer.from([0xff, 0xfe, 0x7b, 0]) : Buffer.from(text)
    expect(split(bytes, []).fault).toMatchObject({ kind, offset })
  })

  it('passes over a byte-order mark', () => {
    expect(split(Buffer.from('\ufeff[1]'), [1, 2]).elements.map(parsed)).toEqual([1])
  })

  it('does not swallow the rest of a file when a quote is missing', () => {
    const splitter = new JsonSplitter()
    splitter.push(Buffer.from('[{"id": "CL-1'))
    const filler = Buffer.alloc(1024 * 1024, 'x')
    for (let megabytes = 0; megabytes < 18; megabytes++) splitter.push(filler)
    expect(splitter.fault).toMatchObject({ kind: 'malformed', offset: 1 })
  })
})
