import { describe, expect, it } from 'vitest'
import { judge } from '../../../../scripts/benches/truth/mining/judge.ts'
import type { Planted } from '../../../../scripts/benches/truth/mining/plant.ts'
import { differenceOf, PlantedTally } from '../../../../scripts/benches/truth/mining/planted-tally.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { several, simulated } from './claims.ts'

const payer = (value: string): Condition => ({ field: 'payer', op: 'is', value })
const code = (value: string): Condition => ({ field: 'procedureCode', op: 'is', value })
const place = (value: string): Condition => ({ field: 'placeOfService', op: 'is', value })

/** Claims 0 to 9: payer-01 denies 99213 as a whole; 10 to 13: it denies 97110 too, on the line; 14 to 19: payer-02 denies 99213; 20 to 29 pay. */
const claims = [
  ...several(10, () => simulated({ reason: 'Late' })),
  ...several(4, () => simulated({}, { procedureCode: '97110', reason: 'Late' })),
  ...several(6, () => simulated({ payer: 'payer-02', reason: 'Late' })),
  ...several(10, () => simulated({ payer: 'payer-03' })),
]
const planted: Planted = {
  reason: 'Late',
  scope: [payer('payer-01'), code('99213')],
  population: new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
  ratio: 2,
  excess: 5,
  wanted: { conditions: 2, ratio: 2, excess: [1, 9] },
}
const said = (...scope: Condition[]) => ({ reason: 'Late', scope })
const judged = (...sayings: { reason: string; scope: Condition[] }[]) => {
  const { planted: verdicts, said: truths } = judge(claims, [planted], sayings)
  return { found: verdicts[0]!.by !== null, exact: verdicts[0]!.exact, truths }
}

describe('judge', () => {
  it('takes the planted conditions for exact, in any order', () => {
    expect(judged(said(code('99213'), payer('payer-01')))).toEqual({ found: true, exact: true, truths: [true] })
  })

  it('takes a wider scope for found when at least half of its denials are planted ones', () => {
    // 10 of 14 denials of the payer, 10 of 16 of the code, 10 of 20 of all.
    expect(judged(said(payer('payer-01')))).toEqual({ found: true, exact: false, truths: [true] })
    expect(judged(said(code('99213')))).toEqual({ found: true, exact: false, truths: [true] })
    expect(judged(said())).toEqual({ found: true, exact: false, truths: [true] })
  })

  it('takes what shares too little, names another reason or another place for false', () => {
    expect(judged(said(payer('payer-02')))).toEqual({ found: false, exact: false, truths: [false] })
    expect(judged(said(code('97110')))).toEqual({ found: false, exact: false, truths: [false] })
    expect(judged({ reason: 'Other', scope: [payer('payer-01')] })).toEqual({ found: false, exact: false, truths: [false] })
    expect(judged(said(place('22')))).toEqual({ found: false, exact: false, truths: [false] })
  })

  it('takes a scope of the very same claims for exact, whatever its conditions', () => {
    const others = claims.map((claim, index) => (index < 10 ? simulated({ reason: 'Late' }, { placeOfService: '22' }) : claim))
    expect(judge(others, [planted], [said(place('22'))]).planted[0]).toEqual({ by: said(place('22')), agreement: 1, exact: true })
  })

  it('tells how far the claims of both scopes agree', () => {
    const agreements = (...scope: Condition[]) => judge(claims, [planted], [said(...scope)]).planted[0]!.agreement
    expect(agreements(payer('payer-01'))).toBeCloseTo(10 / 14, 9)
    expect(agreements(code('99213'), payer('payer-01'))).toBe(1)
    expect(agreements(payer('payer-02'))).toBe(0)
  })

  it('counts what was said and found over data sets', () => {
    const tally = new PlantedTally()
    tally.add([planted], judge(claims, [planted], [said(code('99213')), said(payer('payer-01')), said(payer('payer-02'))]))
    tally.add([planted], judge(claims, [planted], [said(code('99213'), payer('payer-01'))]))
    tally.add([planted], judge(claims, [planted], []))
    expect(tally).toMatchObject({ planted: 3, found: 2, exact: 1, said: 4, true: 3, repeats: 1 })
    // 10 planted denials are covered by both; the one that was said first stays.
    expect(tally.outcomes.map(({ by }) => by?.scope)).toEqual([[code('99213')], [code('99213'), payer('payer-01')], undefined])
    expect(tally.outcomes.map(differenceOf)).toEqual(['a condition too few', 'exact', 'not found'])
  })
})
