import { describe, expect, it } from 'vitest'
import { eventContextWords, eventTypeWords } from '../../src/imports/formats/portal-json/vocabulary.ts'
import { recordLearningEventInput } from '../../src/learning/schemas.ts'
import { eventRules, learningContexts, learningEventTypes } from '../../src/learning/types.ts'

const problems = (input: object) => (recordLearningEventInput.safeParse(input).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)

describe('the vocabulary of learning', () => {
  it('is the one that imports know', () => {
    expect(eventTypeWords.own).toEqual(learningEventTypes)
    expect(eventContextWords.own).toEqual(learningContexts)
    expect(Object.keys(eventRules).sort()).toEqual([...learningEventTypes].sort())
  })
})

describe('an event that is recorded', () => {
  const practice = { type: 'practice-completed', patternId: 'P', outcomeType: 'correct' }

  it.each([
    { type: 'dashboard-viewed' },
    { type: 'dashboard-viewed', durationMs: 0, sessionId: 'S', context: 'dashboard', deviceType: 'tablet', timestamp: '2026-03-31T10:00:00-05:00' },
    { type: 'claim-submitted', claimId: 'C' },
    { type: 'claim-reviewed', claimId: 'C', patternId: 'P', durationMs: 86_400_000 },
    { type: 'insight-viewed', patternId: 'P' },
    { type: 'insight-dismissed', patternId: 'P' },
    { type: 'pattern-identified', patternId: 'P' },
    { type: 'code-lookup', metadata: { procedureCode: '99213' } },
    { type: 'policy-viewed', metadata: { policyId: 'POL 1' } },
    { type: 'practice-started', patternId: 'P', metadata: { practiceType: 'free-form' } },
    { ...practice, correctionApplied: true, durationMs: 5, metadata: { practiceType: 'guided' } },
    { ...practice, outcomeType: 'skipped' },
    { type: 'correction-applied', claimId: 'C', metadata: { action: 'added-modifier' } },
    { type: 'correction-applied', patternId: 'P' },
  ])('may be %j', (input) => expect(problems(input)).toEqual([]))

  it.each<[object, string]>([
    [{ type: 'claim-submitted' }, 'claimId is needed with claim-submitted'],
    [{ type: 'claim-reviewed', patternId: 'P' }, 'claimId is needed with claim-reviewed'],
    [{ type: 'insight-viewed' }, 'patternId is needed with insight-viewed'],
    [{ type: 'insight-dismissed' }, 'patternId is needed with insight-dismissed'],
    [{ type: 'pattern-identified' }, 'patternId is needed with pattern-identified'],
    [{ type: 'code-lookup', metadata: {} }, 'metadata.procedureCode is needed with code-lookup'],
    [{ type: 'policy-viewed' }, 'metadata.policyId is needed with policy-viewed'],
    [{ type: 'practice-started' }, 'patternId is needed with practice-started'],
    [{ ...practice, patternId: undefined }, 'patternId is needed with practice-completed'],
    [{ ...practice, outcomeType: undefined }, 'outcomeType is needed with practice-completed'],
    [{ type: 'correction-applied' }, 'claimId or patternId is needed with correction-applied'],
    [{ type: 'correction-applied', claimId: 'C', correctionApplied: false }, 'correctionApplied does not belong to correction-applied'],
    [{ type: 'practice-started', patternId: 'P', outcomeType: 'correct' }, 'outcomeType does not belong to practice-started'],
    [{ type: 'claim-reviewed', claimId: 'C', correctionApplied: true }, 'correctionApplied does not belong to claim-reviewed'],
    [{ type: 'dashboard-viewed', metadata: { policyId: 'POL' } }, 'metadata.policyId does not belong to dashboard-viewed'],
    [{ type: 'dashboard-viewed', metadata: { action: 'looked' } }, 'metadata.action does not belong to dashboard-viewed'],
    [{ type: 'correction-applied', claimId: 'C', metadata: { action: 'Called Jane Invented' } }, 'metadata.action must be lower-case words joined by hyphens'],
  ])('may not be %j', (input, problem) => expect(problems(input)).toEqual([problem]))

  it.each([
    {},
    { type: 'Practice-Completed' },
    { ...practice, outcomeType: 'won' },
    { ...practice, durationMs: -1 },
    { ...practice, durationMs: 86_400_001 },
    { ...practice, durationMs: 1.5 },
    { ...practice, durationMs: Number.NaN },
    { ...practice, timestamp: '2026-03-31' },
    { ...practice, timestamp: '2026-03-31T10:00:00' },
    { ...practice, timestamp: '2026-02-30T10:00:00Z' },
    { ...practice, patternId: '' },
    { ...practice, patternId: 'x'.repeat(501) },
    { ...practice, context: 'kitchen' },
    { ...practice, deviceType: 'watch' },
    { ...practice, correctionApplied: 'yes' },
    { ...practice, userId: 'somebody else' },
    { ...practice, metadata: { patientName: 'Testcase' } },
    { ...practice, metadata: { practiceType: `${'x'.repeat(31)}` } },
    { ...practice, metadata: ['x'] },
    { type: 'code-lookup', metadata: { procedureCode: '99213 for Testcase' } },
    { type: 'policy-viewed', metadata: { policyId: 'x'.repeat(201) } },
    { type: 'policy-viewed', metadata: { policyId: 'a\0' } },
  ])('may not be %j either', (input) => expect(problems(input)).toHaveLength(1))
})
