import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/dates.ts'
import { SPANS, spansOf } from '../../src/patterns/spans.ts'

const weeksOf = (claims: readonly number[], open = 0) =>
  claims.map((count, at) => ({ week: addDays('2026-01-05', at * 7), claims: count, denied: 0, mature: at < claims.length - open }))
const shape = (claims: readonly number[], open = 0) => {
  const { weeks, spans } = spansOf(weeksOf(claims, open))
  return [weeks, spans.map((span) => span.map((week) => week.claims))]
}

describe('spans of a rate over time', () => {
  it.each<[why: string, claims: number[], open: number, weeks: number, spans: number[][]]>([
    ['weeks that say enough stay weeks', [6, 7, 8], 0, 1, [[6], [7], [8]]],
    ['a few thin weeks among full ones stay', [9, 1, 9, 9], 0, 1, [[9], [1], [9], [9]]],
    ['thin weeks are joined two by two, the latest pair whole', [3, 3, 3, 3, 3], 0, 2, [[3], [3, 3], [3, 3]]],
    [
      'open weeks are never joined with mature ones',
      [3, 3, 3, 3, 3, 3],
      2,
      2,
      [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
    ],
    ['where nothing is enough, weeks', [1, 0, 1], 0, 1, [[1], [0], [1]]],
    ['nothing at all', [], 0, 1, []],
  ])('%s', (_, claims, open, weeks, spans) => {
    expect(shape(claims, open)).toEqual([weeks, spans])
  })

  it('keeps every week once and in order, and open ones apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 60 }), fc.nat(10), (claims, open) => {
        const given = weeksOf(claims, Math.min(open, claims.length))
        const { weeks, spans } = spansOf(given)
        expect(spans.flat()).toEqual(given)
        expect(SPANS).toContain(weeks)
        for (const span of spans) {
          expect(span.length).toBeLessThanOrEqual(weeks)
          expect(new Set(span.map(({ mature }) => mature)).size).toBe(1)
        }
      }),
    )
  })
})
