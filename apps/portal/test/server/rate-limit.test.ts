import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRateLimit } from '../../server/utils/rate-limit'

describe('the limit of requests', () => {
  it('lets a minute’s worth through at once, then says how long to wait', () => {
    const limit = createRateLimit({ perMinute: 60 })
    for (let at = 0; at < 60; at++) expect(limit.take('a', 1000)).toBe(0)
    expect(limit.take('a', 1000)).toBe(1)
    expect(limit.take('a', 1999)).toBe(1)
    expect(limit.take('a', 2001)).toBe(0)
    expect(limit.take('a', 2001)).toBe(1)
  })

  it('counts each caller apart', () => {
    const limit = createRateLimit({ perMinute: 1 })
    expect([limit.take('a', 0), limit.take('b', 0), limit.take('a', 0)]).toEqual([0, 0, 60])
  })

  it('forgets who has been silent longest', () => {
    const limit = createRateLimit({ perMinute: 1, remembered: 2 })
    for (const caller of ['a', 'b', 'c']) limit.take(caller, 0)
    expect([limit.take('c', 0), limit.take('a', 0)]).toEqual([60, 0])
  })

  it('never lets through more than a minute’s worth and what was earned since, and always keeps its word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 }), (perMinute, gaps) => {
        const limit = createRateLimit({ perMinute })
        let [now, passed] = [0, 0]
        for (const gap of gaps) {
          now += gap
          const wait = limit.take('a', now)
          if (wait === 0) passed++
          else if (limit.take('a', now + wait * 1000) !== 0) return false
          else {
            now += wait * 1000
            passed++
          }
        }
        return passed <= perMinute + (now / 60_000) * perMinute + 1e-6
      }),
    )
  })
})
