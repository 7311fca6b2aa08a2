import { describe, expect, it } from 'vitest'
import type { Condition } from '../../../src/patterns/scope/condition.ts'
import { linesInScope } from '../../../src/patterns/scope/meets.ts'
import { collect } from '../../synthetic/collect.ts'

const claim = collect({ claims: 500 })
  .histories.map((history) => history.claim)
  .find(({ procedureCodes }) => procedureCodes[0] === '99213' && procedureCodes[1] === '20610')

describe('conditions', () => {
  const example = structuredClone(claim)
  if (!example?.lines[0] || !example.lines[1]) throw new Error('The seed no longer gives a visit with 20610; choose another.')
  Object.assign(example, { payerId: 'northfield-health', serviceDate: '2026-01-01', submissionDate: '2026-02-15' })
  Object.assign(example.lines[0], { modifiers: ['25'], diagnosisCodes: ['M17.9'] })
  Object.assign(example.lines[1], { modifiers: ['LT'], diagnosisCodes: ['M17.9'] })

  it.each<[Condition['field'], Condition['op'], string | number, number]>([
    ['payer', 'is', 'northfield-health', 2],
    ['payer', 'not', 'northfield-health', 0],
    ['procedureCode', 'is', '20610', 1],
    ['procedureCode', 'has', '20610', 2],
    ['procedureCode', 'lacks', '20610', 0],
    ['procedureGroup', 'is', 'procedure', 1],
    ['procedureGroup', 'has', 'procedure', 2],
    ['modifier', 'has', 'LT', 1],
    ['modifier', 'lacks', '25', 1],
    ['diagnosis', 'startsWith', 'M17', 2],
    ['claimType', 'is', 'institutional', 0],
    ['daysToSubmission', 'above', 30, 2],
    ['daysToSubmission', 'above', 45, 0],
  ])('%s %s %s holds for %i lines', (field, op, value, lines) => {
    expect(linesInScope([{ field, op, value }], example)).toHaveLength(lines)
  })

  it('find the provider by clinician and by practice', () => {
    for (const value of [example.renderingProviderId, example.providerId]) {
      expect(linesInScope([{ field: 'provider', op: 'is', value: value ?? '' }], example)).toHaveLength(example.lines.length)
    }
  })
})
