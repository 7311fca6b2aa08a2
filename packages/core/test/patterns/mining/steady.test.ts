import { beforeAll, describe, expect, it } from 'vitest'
import { makeDataSet } from '../../../../../scripts/benches/truth/mining/data-set.ts'
import { plant } from '../../../../../scripts/benches/truth/mining/plant.ts'
import { Sample } from '../../../src/patterns/mining/sample.ts'
import { searchPatterns, searchPatternsInTurns } from '../../../src/patterns/mining/search.ts'

/**
 * What the first version of the search, which held every line's conditions by itself and counted claim by claim, found in these claims: however claims are
 * held and counted, the findings are the same.
 */
const FOUND = [
  ['Authorization absent', 'placeOfService is 11, daysToSubmission above 14', [1358, 92, 10642, 143], [359, 18, 2663, 29]],
  ['Claim lacks information', 'payer is payer-01, placeOfService is 11', [2775, 149, 9225, 99], [725, 34, 2297, 29]],
  ['Diagnosis invalid or not specific enough', 'payer is payer-01, placeOfService is 11', [2775, 80, 9225, 53], [725, 22, 2297, 11]],
]
const SEARCHED = 1_514_343

describe('the search of a fixed practice', () => {
  const sample = new Sample()

  beforeAll(() => {
    const { claims, random } = makeDataSet(102, 7, 12_000)
    plant(claims, 3, () => ({ conditions: random.between(1, 3), ratio: 5, excess: [60, 200] }), random)
    for (const claim of claims) sample.add(claim)
  }, 60_000)

  it('finds the scopes and counts that it always found', { timeout: 60_000 }, () => {
    const { findings, searched } = searchPatterns(sample)
    expect(
      findings.map(({ reason, scope, counts, confirmation }) => [
        reason,
        scope.map(({ field, op, value }) => `${field} ${op} ${value}`).join(', '),
        Object.values(counts),
        Object.values(confirmation!.counts),
      ]),
    ).toEqual(FOUND)
    expect(searched).toBe(SEARCHED)
  })

  it('lets others have their turn, and finds the same', { timeout: 60_000 }, async () => {
    let turns = 0
    const others = setInterval(() => turns++, 1)
    const result = await searchPatternsInTurns(sample)
    clearInterval(others)
    expect(turns).toBeGreaterThan(3)
    expect(result).toEqual(searchPatterns(sample))
  })
})
