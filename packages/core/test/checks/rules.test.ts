import { describe, expect, it } from 'vitest'
import { driftOf, evidenceOf, missingForRelease, mostSpecific, type Performance } from '../../src/checks/rules.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { performance } from '../factories/patterns.ts'

/** 100 alerts of 1,000 claims, 40 of them denied: 40 %; of the other 900 claims 18, 2 %. */
const backTest = performance()
const since = (alerts: number, denied: number, restDenied = 18): Performance => performance({ alerts, denied, restDenied })

describe('evidence', () => {
  it.each([
    ['the back-test while nothing was counted', null, backTest],
    ['the back-test under twenty alerts', since(19, 10), backTest],
    ['what it said since, from twenty alerts on', since(20, 10), since(20, 10)],
  ])('is %s', (_, latest, expected) => {
    expect(evidenceOf(backTest, latest)).toEqual(expected)
  })
})

describe('drift', () => {
  it.each([
    // Upper bounds by Wilson: 0 of 15 is 20.4 %, 0 of 16 is 19.4 %.
    ['none before there is an alert', since(0, 0), null],
    ['none while the upper bound is above half of the back-test', since(15, 0), null],
    [
      'below half of the back-test',
      since(16, 0),
      /^0 of 16 claims with an alert were denied for its reason \(95 % interval 0\.0 % to 19\.4 %\), less than half of the 40\.0 % of the back-test$/,
    ],
    ['none where the rate is as it was', since(100, 40), null],
    // 30 of 100 is at most 39.6 %; elsewhere 450 of 900.
    ['below the rate elsewhere', since(100, 30, 450), /less than the 50\.0 % of claims without one$/],
  ])('%s', (_, latest, expected) => {
    const drift = driftOf(backTest, latest)
    if (expected === null) expect(drift).toBeNull()
    else expect(drift).toMatch(expected)
  })

  it.each([0.05, 0.2, 0.4, 0.8])('is hardly ever called of a check whose precision stays %d, though it is looked at every day of a year', (precision) => {
    const before = performance({ alerts: 10_000, denied: 10_000 * precision, restDenied: 0 })
    const random = generator(42)
    const ended = Array.from({ length: 1_000 }, () => {
      let alerts = 0
      let denied = 0
      for (let day = 0; day < 365; day++) {
        for (let claim = 0; claim < 2; claim++) {
          alerts++
          if (random() < precision) denied++
        }
        if (driftOf(before, performance({ alerts, denied, restDenied: 0 })) !== null) return 1
      }
      return 0
    }).reduce<number>((sum, one) => sum + one, 0)
    expect(ended).toBeLessThan(10)
  })

  it('is called of one that is no better than chance any more', () => {
    expect(driftOf(backTest, since(200, 4))).not.toBeNull()
  })
})

describe('release', () => {
  it.each([
    ['nothing was counted', null, /^0 claims of the shadow period with an alert are decided; 20 are needed$/],
    ['too few alerts', since(19, 19), /^19 claims/],
    // 1 of 20 is at least 0.9 %, elsewhere 18 of 980.
    ['no better than elsewhere', since(20, 1), /the lower bound must be above the 1\.8 % of claims without one$/],
    ['better than elsewhere', since(20, 8), null],
  ])('%s', (_, latest, expected) => {
    const missing = missingForRelease(latest)
    if (expected === null) expect(missing).toBeNull()
    else expect(missing).toMatch(expected)
  })
})

describe('checks that speak of one line', () => {
  const payer: Condition = { field: 'payer', op: 'is', value: 'P1' }
  const code: Condition = { field: 'procedureCode', op: 'is', value: '99213' }
  const check = (id: string, reason: string, scope: Condition[], denied = 40) => ({ id, reason, scope, evidence: performance({ denied }) })

  it('are the most specific of each reason; of equals the one with the higher rate, then the first', () => {
    const checks = [
      check('A', 'Authorization absent', [payer]),
      check('B', 'Authorization absent', [payer, code]),
      check('C', 'Filing time limit passed', [payer], 30),
      check('E', 'Filing time limit passed', [code], 50),
      check('D', 'Filing time limit passed', [code], 50),
    ]
    expect(mostSpecific(checks).map(({ id }) => id)).toEqual(['B', 'D'])
    expect(mostSpecific([])).toEqual([])
  })
})

/** Mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
