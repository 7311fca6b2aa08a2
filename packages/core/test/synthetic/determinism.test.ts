import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateGroup } from '../../src/synthetic/group.ts'
import { AS_OF, collect, recordsOf } from './collect.ts'

const small = { claims: 60, months: 4 }

describe('a seed', () => {
  it('gives the same records again, whatever the batches', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 300 }), (seed, batchSize) => {
        const once = collect({ ...small, seed })
        const again = collect({ ...small, seed, batchSize })
        expect(again.records).toEqual(once.records)
        expect(again.truth).toEqual(once.truth)
      }),
      { numRuns: 15 },
    )
  })

  it('differs from another, beyond 32 bits too', () => {
    fc.assert(
      fc.property(fc.nat(), fc.maxSafeNat(), (one, other) => {
        fc.pre(one !== other)
        expect(recordsOf(collect({ ...small, seed: one }).records, 'claim')).not.toEqual(recordsOf(collect({ ...small, seed: other }).records, 'claim'))
      }),
      { numRuns: 15 },
    )
    expect(collect({ ...small, seed: 5 }).records).not.toEqual(collect({ ...small, seed: 5 + 2 ** 32 }).records)
  })

  it('can be read twice from one group', () => {
    const group = generateGroup({ ...small, seed: 3, asOf: AS_OF })
    const first = [...group.records()].flat()
    expect([...group.records()].flat()).toEqual(first)
  })
})

describe('batches', () => {
  it('hold as many records as asked, the last one the rest', () => {
    const sizes = [...generateGroup({ ...small, seed: 3, asOf: AS_OF, batchSize: 50 }).records()].map((batch) => batch.length)
    expect(sizes.slice(0, -1).every((size) => size === 50)).toBe(true)
    expect(sizes.at(-1)).toBeLessThanOrEqual(50)
  })
})

describe('options', () => {
  it.each([{ claims: 0 }, { claims: 1.5 }, { claims: 10_000_001 }, { seed: -1 }, { months: 0 }, { months: 121 }, { asOf: '2026-02-30' }, { batchSize: 0 }])(
    'refuses %o',
    (wrong) => {
      expect(() => generateGroup({ seed: 1, claims: 10, asOf: AS_OF, ...wrong })).toThrow(expect.objectContaining({ code: 'invalid_input' }))
    },
  )

  it('has no truth before the records were read', () => {
    const group = generateGroup({ seed: 1, claims: 10, asOf: AS_OF, batchSize: 5 })
    expect(() => group.truth()).toThrow(expect.objectContaining({ code: 'conflict' }))
    group.records().next()
    expect(() => group.truth()).toThrow(expect.objectContaining({ code: 'conflict' }))
  })
})
