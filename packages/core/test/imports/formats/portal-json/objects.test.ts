import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalized } from '../../../../src/imports/formats/portal-json/elements.ts'
import { issuesOf, ofKind, readPortal } from './read.ts'

const fixture = (name: string) => readPortal(readFileSync(new URL(`../../../fixtures/portal/${name}`, import.meta.url)))
const bodyOf = async (object: object) => {
  const [record] = await readPortal([object])
  return record && 'body' in record ? record.body : null
}

describe('patterns', () => {
  it('keep texts, evidence, steps and relations; their numbers stand in what they reported', async () => {
    const records = await fixture('patterns.json')
    const [first, second] = ofKind(records, 'pattern')
    expect(first?.body).toMatchObject({
      title: 'Visits without modifier 25',
      category: 'modifier-missing',
      status: 'improving',
      tier: 'high',
      denialReason: 'Modifier missing or inconsistent',
      firstDetected: '2025-08-05',
      learningProgress: 40,
      affectedClaims: ['CL-1', 'OLD-1', 'OLD-2'],
      relatedCodes: ['99213', '99214'],
      evidence: [
        { claimReference: 'CL-1', lineNumber: 0, denialReason: 'Modifier missing or inconsistent', billed: 18050, modifiers: [] },
        { claimReference: 'OLD-1', billed: 23000, modifiers: ['59'] },
        { claimReference: 'OLD-2', denialReason: 'Sent on the blue form', diagnosisCode: 'I10' },
      ],
      steps: [
        { kind: 'practice_session', happenedOn: '2025-09-15', note: null, reported: { metric: 'frequency', before: 4 } },
        { kind: 'staff_training', happenedOn: '2025-10-01', note: 'Coders met' },
      ],
      reported: { score: { frequency: 3, impact: 640.5 }, totalAtRisk: 640.5, recoverableAmount: 410.5 },
    })
    expect(first?.body).not.toHaveProperty('score')
    expect(second?.body).toMatchObject({ category: 'unclassified', status: 'active', denialReason: null })
    expect(issuesOf(records)).toEqual([
      'warning portal.word-unknown denialReason',
      'warning portal.word-unknown pattern.category',
      'warning portal.word-unknown pattern.status',
    ])
  })

  it('keep two denials of one claim apart, and one that stands twice once', async () => {
    const evidence = [
      { claimId: 'A', procedureCode: '1' },
      { claimId: 'A', procedureCode: '2' },
      { claimId: 'A', procedureCode: '1' },
      { claimId: 'A', lineNumber: 7 },
      { procedureCode: '3' },
    ]
    const records = await readPortal([{ id: 'P', title: 'T', tier: 'low', evidence, improvements: [{ metric: 'x' }] }])
    expect(ofKind(records, 'pattern')[0]?.body).toMatchObject({ evidence: [{ lineNumber: 0 }, { lineNumber: 1 }, { lineNumber: 7 }], steps: [] })
    expect(issuesOf(records)).toEqual([
      'rejection portal.pattern.evidence-not-read evidence[4].claimId',
      'warning portal.pattern.step-without-date improvements[0]',
    ])
  })
})

describe('policies', () => {
  it('have their limits read and their lists as conditions; stated metrics are only reported', async () => {
    const records = await fixture('policies.json')
    const [first, second] = ofKind(records, 'policy')
    expect(first?.body).toMatchObject({
      mode: 'active',
      ageMin: 18,
      ageMax: null,
      frequencyLimitCount: 1,
      frequencyLimitPeriod: null,
      frequencyLimitDays: 90,
      procedureCodes: ['99213', '99214'],
      conditions: [
        { kind: 'modifier_required', code: '25' },
        { kind: 'place_of_service', code: '11' },
        { kind: 'claim_type', code: 'professional' },
        { kind: 'specialty', code: '01', label: 'General' },
        { kind: 'carc', code: '4', label: null },
        { kind: 'rarc', code: 'N519' },
        { kind: 'related_policy', code: 'PO-2' },
      ],
      reported: { hitRate: 45 },
    })
    expect(first?.body).not.toHaveProperty('hitRate')
    expect(second?.body).toMatchObject({ mode: 'observation', frequencyLimits: 'Only on Tuesdays', frequencyLimitCount: null })
    expect(issuesOf(records)).toEqual(['warning portal.policy.limit-not-read frequencyLimits', 'warning portal.word-unknown policy.mode'])
  })
})

describe('learning events and code references', () => {
  it('have what the metadata says as columns, and keep the metadata whole', async () => {
    const records = await fixture('activity.json')
    expect(
      ofKind(records, 'learning_event').map(({ body }) => [body.durationMs, body.outcomeType, body.correctionApplied, body.patternId, body.claimId]),
    ).toEqual([
      [45000, null, false, null, 'CL-1'],
      [180000, 'correct', true, 'PT-1', null],
      [null, 'incorrect', false, 'PT-77', null],
      [null, null, true, 'PT-1', 'OLD-1'],
    ])
    expect(ofKind(records, 'learning_event')[1]?.body.metadata).toEqual({
      patternId: 'PT-1',
      success: true,
      duration: 180000,
      correctionsCount: 2,
      practiceType: 'guided',
    })
    expect(issuesOf(records)).toEqual(['warning portal.word-unknown event.context'])
  })

  it("keep lists in the guide's shapes beside the lists as they came", async () => {
    const [visit, injection] = ofKind(await fixture('activity.json'), 'code_reference')
    expect(visit?.body).toMatchObject({
      averageReimbursement: 7750,
      relatedCodes: ['99214'],
      commonDenialReasons: [{ reason: 'Missing Modifier 25', frequency: null, patternId: null }],
      extra: {
        payerRules: [{ payerId: 'PAY-1' }],
        usageHistory: [{ submissions: 10 }],
        relatedCodes: [{ relationship: 'alternative' }],
        yourApprovalRate: 89.5,
      },
    })
    expect(injection?.body).toMatchObject({ requiredModifiers: ['LT/RT'], extra: { requiredModifiers: [{ required: true }] } })
  })

  it.each([
    ['2025-01-02T03:04:05Z', '2025-01-02T03:04:05.000Z'],
    ['2025-01-02T03:04:05+02:00', '2025-01-02T01:04:05.000Z'],
    ['2025-01-02T03:04:05', '2025-01-02T03:04:05.000Z'],
    ['2025-01-02', '2025-01-02T00:00:00.000Z'],
  ])('read the moment %s', async (timestamp, moment) => {
    expect(await bodyOf({ id: 'E', type: 'code-lookup', timestamp })).toMatchObject({ timestamp: moment })
  })

  it.each(['yesterday', '01/02/2025', '', 5])('refuse the moment %j', async (timestamp) => {
    expect(issuesOf(await readPortal({ learningEvents: [{ id: 'E', type: 'code-lookup', timestamp }] }))).toEqual(['rejection portal.required-field timestamp'])
  })
})

describe('every reader', () => {
  const names = [
    'id',
    'title',
    'name',
    'code',
    'type',
    'timestamp',
    'status',
    'billedAmount',
    'paidAmount',
    'lineItems',
    'evidence',
    'improvements',
    'metadata',
    'score',
    'modifiers',
    'carcCodes',
    'requiredModifiers',
    '__proto__',
    'constructor',
  ]
  const object = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.constantFrom('1', 'paid', '2025-01-01', 5, null), fc.jsonValue({ maxDepth: 3 })))

  it('gives records or issues for any object, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('claims', 'patterns', 'policies', 'providers', 'learningEvents', 'codeIntelligence'), object, async (list, value) => {
        const records = await readPortal(`{"${list}":[${JSON.stringify(value)}]}`)
        expect(records.length).toBeGreaterThan(0)
        JSON.stringify(records)
      }),
      { numRuns: 400 },
    )
  })

  it('takes objects that another source made in the shape of the export', () => {
    const body = { id: 'P', name: 'Policy', mode: 'active', procedureCodes: ['1'] }
    expect(normalized({ kind: 'policy', id: 'P', body }).body).toMatchObject({ name: 'Policy', conditions: [], reported: body })
    expect(() => normalized({ kind: 'policy', id: 'P', body: { id: 'P' } })).toThrow('The policy P has not the shape')
  })
})
