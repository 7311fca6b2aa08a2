import { describe, expect, it } from 'vitest'
import { isIsoDate } from '../../src/dates.ts'
import { denialReasons } from '../../src/adjudication/catalogue.ts'
import { isNpi, npiOf } from '../../src/synthetic/npi.ts'
import { collect, recordsOf } from './collect.ts'

const { records } = collect({ claims: 4000 })

describe('provider numbers', () => {
  it('pass the check digit, and each belongs to one provider', () => {
    const numbers = recordsOf(records, 'provider').map(({ npi }) => npi ?? '')
    expect(numbers).toHaveLength(18)
    expect(numbers.every(isNpi)).toBe(true)
    expect(new Set(numbers).size).toBe(18)
  })

  it('are checked as the rule has it', () => {
    // 1234567893 is the worked example of the published rule.
    expect(isNpi('1234567893')).toBe(true)
    expect(isNpi('1234567890')).toBe(false)
    expect(isNpi('3234567893')).toBe(false)
    expect(isNpi('123456789')).toBe(false)
    expect(isNpi(npiOf(7).slice(0, 9) + ((Number(npiOf(7)[9]) + 1) % 10))).toBe(false)
  })
})

describe('patients', () => {
  it('come again as the same person, born on a day that exists', () => {
    const people = new Map<string, string>()
    for (const { patient } of recordsOf(records, 'claim')) {
      expect(isIsoDate(patient.dateOfBirth ?? '')).toBe(true)
      const text = JSON.stringify(patient)
      expect(people.get(patient.memberId ?? '') ?? text).toBe(text)
      people.set(patient.memberId ?? '', text)
    }
    expect(people.size).toBeLessThan(700)
  })
})

describe('portal objects', () => {
  const events = recordsOf(records, 'learning_event')
  const claims = new Map(recordsOf(records, 'claim').map(({ id, submissionDate }) => [id, submissionDate ?? '']))
  const labels = new Set(denialReasons.map(({ label }) => label))

  it('are eight policies, eight code references and about 200 events, with ids of their own', () => {
    const ids = (kind: 'policy' | 'code_reference' | 'learning_event') => new Set(recordsOf(records, kind).map(({ id }) => id)).size
    expect(ids('policy')).toBe(8)
    expect(ids('code_reference')).toBe(8)
    expect(ids('learning_event')).toBe(events.length)
    expect(events.length).toBeGreaterThan(170)
    expect(events.length).toBeLessThan(300)
  })

  it('speak of claims that were there and of reasons by their label', () => {
    const policies = new Set(recordsOf(records, 'policy').map(({ id }) => id))
    for (const { body } of events) {
      const { claimId, patternReason, policyId } = body.metadata as Record<string, string | undefined>
      if (claimId) expect((claims.get(claimId) ?? '9999') <= String(body.timestamp)).toBe(true)
      if (patternReason) expect(labels).toContain(patternReason)
      if (policyId) expect(policies).toContain(policyId)
    }
    expect(new Set(events.map(({ body }) => body.type)).size).toBeGreaterThanOrEqual(8)
  })
})
