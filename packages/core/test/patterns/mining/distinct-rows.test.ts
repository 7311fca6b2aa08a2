import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DistinctRows } from '../../../src/patterns/mining/distinct-rows.ts'

describe('distinct rows', () => {
  it('are numbered as a map by their text numbers them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: 4 }), { maxLength: 200 }), (rows) => {
        const known = new Map<string, number>()
        const held = new DistinctRows()
        for (const row of rows) {
          const key = row.join()
          if (!known.has(key)) known.set(key, known.size)
          expect(held.numberOf(row)).toBe(known.get(key))
        }
        expect(held.length).toBe(known.size)
      }),
    )
  })

  it('are found again when there are many', () => {
    const held = new DistinctRows()
    const row = (n: number) => [n % 97, n, -n]
    for (let n = 0; n < 20_000; n++) expect(held.numberOf(row(n))).toBe(n)
    for (let n = 0; n < 20_000; n++) expect(held.numberOf(row(n))).toBe(n)
    const { starts, values } = held.rows
    expect([...values.subarray(starts[1234], starts[1235])]).toEqual(row(1234))
  })
})
