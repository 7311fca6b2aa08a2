import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimShape, LineShape } from '../../../src/patterns/mining/claim-shape.ts'
import { countScope } from '../../../src/patterns/mining/count-scope.ts'
import type { ScopeCounts } from '../../../src/patterns/mining/finding.ts'
import type { Condition } from '../../../src/patterns/scope/condition.ts'
import { meetsScope } from '../../../src/patterns/scope/meets.ts'
import { anyClaim, anyCondition, claim, line, sampleOf } from './shapes.ts'

const REASON = 'Authorization absent'

/** The same by going through the claims one by one, with what scope/meets.ts says of each line. */
function oneByOne(shapes: readonly ClaimShape[], scope: readonly Condition[]): ScopeCounts {
  const counts = { population: 0, denied: 0, restPopulation: 0, restDenied: 0 }
  for (const shape of shapes) {
    const said = shape.lines.length > 0 ? shape.lines : [line({ procedureCode: null, diagnoses: [], placeOfService: null, renderingProvider: null })]
    const inScope = said.filter((each) => meets(scope, shape, each))
    const isDenied = (each: LineShape) => (each.reason ?? shape.reason) === REASON
    if (inScope.length > 0) counts.population += shape.count
    else counts.restPopulation += shape.count
    if (inScope.some(isDenied)) counts.denied += shape.count
    else if (inScope.length === 0 && said.some(isDenied)) counts.restDenied += shape.count
  }
  return counts
}

function meets(scope: readonly Condition[], shape: ClaimShape, each: LineShape): boolean {
  const days = shape.submittedLaterThan
  const asClaim = {
    payerId: shape.payer,
    providerId: shape.provider,
    renderingProviderId: null,
    claimType: shape.claimType as 'professional' | 'institutional',
    serviceDate: '2026-01-01',
    submissionDate: days === null ? null : new Date(Date.UTC(2026, 0, 2 + days)).toISOString().slice(0, 10),
    placeOfService: null,
    procedureCodes: shape.lines.flatMap(({ procedureCode }) => procedureCode ?? []),
    diagnosisCodes: [],
  }
  const asLine = { ...each, modifiers: [...each.modifiers], diagnosisCodes: [...each.diagnoses], renderingProviderId: each.renderingProvider }
  return meetsScope(scope, asClaim, asLine)
}

describe('the counts of a scope', () => {
  it('are of claims, not lines, and a denial elsewhere on a claim in the scope is none in it', () => {
    const visit = line({ reason: REASON })
    const sample = sampleOf([
      claim({ lines: [visit, visit], count: 3 }),
      claim({ lines: [line(), line({ procedureCode: '20610', reason: REASON })], count: 5 }),
      claim({ lines: [line({ procedureCode: '20610', reason: REASON })], count: 7 }),
      claim({ lines: [line({ procedureCode: '20610' })], count: 11 }),
      claim({ reason: REASON, later: true, count: 13 }),
    ])
    const scope: Condition[] = [{ field: 'procedureCode', op: 'is', value: '99213' }]
    expect(sample.claims).toBe(39)
    expect(countScope(sample, REASON, scope)).toEqual({ population: 21, denied: 16, restPopulation: 18, restDenied: 7 })
    expect(countScope(sample, REASON, scope, { later: true })).toEqual({ population: 13, denied: 13, restPopulation: 0, restDenied: 0 })
    expect(countScope(sample, REASON, scope, { later: false })).toEqual({ population: 8, denied: 3, restPopulation: 18, restDenied: 7 })
    expect(countScope(sample, 'unheard of', scope)).toEqual({ population: 21, denied: 0, restPopulation: 18, restDenied: 0 })
  })

  it('are those of going through the claims one by one', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 30 }), fc.array(anyCondition, { maxLength: 3 }), (shapes, scope) => {
        expect(countScope(sampleOf(shapes), REASON, scope)).toEqual(oneByOne(shapes, scope))
      }),
    )
  })
})
