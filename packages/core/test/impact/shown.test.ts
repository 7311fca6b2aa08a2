import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { together, type Part } from '../../src/impact/levels.ts'
import { inMoney, type Estimate } from '../../src/impact/rules.ts'
import { avoidedShown } from '../../src/impact/shown.ts'

const MEAN = 15_000
const PAID = 0.5
const entry = (denials: Estimate) => avoidedShown({ state: 'not_shown', denials, amount: inMoney(denials, MEAN, PAID) })
const part = (denials: Estimate, mean: number): Part => ({
  level: 'pattern',
  patternId: String(mean),
  reason: 'R',
  scoped: true,
  denials: 20,
  impact: { state: 'not_shown', avoided: denials },
  amount: inMoney(denials, mean, PAID),
})
const signs = ({ low, estimate, high }: Estimate) => [low, estimate, high].map(Math.sign)

describe('what is shown of denials avoided', () => {
  it.each([
    ['tenths', 5.26, 5.3],
    ['less than a tenth by its first digit', 0.0412, 0.04],
    ['the same below 0', -0.0412, -0.04],
    ['0 as 0', 0, 0],
    ['0 from below as 0', -0, 0],
  ])('has %s', (_, low, shown) => {
    expect(entry({ low, estimate: 6, high: 7 }).denials!.low).toBe(shown)
  })

  it('lies in denials on the same side of 0 as in dollars, however small', () => {
    const bound = fc.double({ min: -500, max: 500, noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.tuple(bound, bound, bound), (bounds) => {
        const [low, estimate, high] = bounds.toSorted((a, b) => a - b) as [number, number, number]
        const { denials, dollars } = entry({ low, estimate, high })
        expect(signs(dollars!)).toEqual(signs(denials!))
        expect(signs(denials!)).toEqual(signs({ low, estimate, high }).map((sign) => sign + 0))
      }),
    )
  })

  it('names an amount of a sum only where neither interval holds 0: what costs more weighs more in dollars', () => {
    const [cheap, dear] = [
      { low: -30, estimate: 0, high: 30 },
      { low: 9, estimate: 10, high: 11 },
    ]
    const inDollars = avoidedShown(together([part(cheap, 100), part(dear, 100_000)]))
    expect(inDollars).toMatchObject({ state: 'not_shown', amount: 0 })
    expect([Math.sign(inDollars.denials!.low), Math.sign(inDollars.dollars!.low)]).toEqual([-1, 1])
    const [many, few] = [
      { low: 90, estimate: 100, high: 110 },
      { low: -3, estimate: 0, high: 3 },
    ]
    const inDenials = avoidedShown(together([part(many, 100), part(few, 100_000)]))
    expect(inDenials).toMatchObject({ state: 'shown', amount: 0 })
    expect([Math.sign(inDenials.denials!.low), Math.sign(inDenials.dollars!.low)]).toEqual([1, -1])
  })
})
