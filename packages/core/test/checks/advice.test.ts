import { describe, expect, it } from 'vitest'
import { fixesOf, whyOf } from '../../src/checks/advice.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { performance } from '../factories/patterns.ts'

const plain = { hasAuthorization: null }
const first = (condition: Condition) => fixesOf('Filing time limit passed', [condition], plain)[0]

describe('what to fix', () => {
  it.each<[Condition, string]>([
    [{ field: 'modifier', op: 'lacks', value: '25' }, 'Add modifier 25 if the record supports it.'],
    [{ field: 'modifier', op: 'has', value: '59' }, 'Check whether modifier 59 is right here.'],
    [{ field: 'diagnosis', op: 'startsWith', value: 'M54' }, 'Check whether the record supports a diagnosis that does not begin with M54.'],
    [{ field: 'diagnosis', op: 'lacks', value: 'Z00.00' }, 'Add diagnosis Z00.00 if the record supports it.'],
    [{ field: 'placeOfService', op: 'is', value: '11' }, 'Check whether place of service 11 is right.'],
    [{ field: 'procedureCode', op: 'has', value: '93000' }, 'Check whether this may be billed with 93000 on the same claim.'],
    [{ field: 'procedureGroup', op: 'has', value: 'cardiac-test' }, 'Check whether this may be billed with a code for cardiac tests on the same claim.'],
    [
      { field: 'daysToSubmission', op: 'above', value: 90 },
      'It is sent more than 90 days after the service: send within that time, or with proof of why it is late.',
    ],
  ])('%j', (condition, expected) => {
    expect(first(condition)).toBe(expected)
  })

  it.each<Condition>([
    { field: 'payer', op: 'is', value: 'P1' },
    { field: 'provider', op: 'is', value: 'DR1' },
    { field: 'claimType', op: 'is', value: 'professional' },
    { field: 'procedureCode', op: 'is', value: '99213' },
  ])('nothing of what nobody would change: %j', (condition) => {
    expect(fixesOf('Filing time limit passed', [condition], plain)).toEqual([
      'Watch filing limits and benefit limits when scheduling and when sending, and send while there is time to correct.',
    ])
  })

  it('says first what is missing', () => {
    const scope: Condition[] = [
      { field: 'procedureGroup', op: 'has', value: 'procedure' },
      { field: 'modifier', op: 'lacks', value: '25' },
    ]
    expect(fixesOf('Modifier missing or inconsistent', scope, plain).slice(0, 2)).toEqual([
      'Add modifier 25 if the record supports it.',
      'Check whether this may be billed with a code for procedures on the same claim.',
    ])
  })

  it('says of a reason what its category does not', () => {
    expect(fixesOf('Bundled into another service', [], plain)).toEqual([expect.stringMatching(/bundling edits/)])
    expect(fixesOf('Claim lacks information', [], plain)).toEqual([expect.stringMatching(/wrong or missing/)])
  })

  it('asks for the authorization by whether the claim has one', () => {
    const of = (hasAuthorization: boolean | null) => fixesOf('Authorization absent', [], { hasAuthorization })
    expect(of(true)[0]).toMatch(/covers this service/)
    expect(of(false)[0]).toMatch(/there is none on it/)
    expect(of(null)).toHaveLength(1)
  })

  it('is said also for a reason that nobody knows', () => {
    expect(fixesOf('Adjustment reason 999', [], plain)).toHaveLength(1)
  })
})

describe('why', () => {
  it('leaves out what is not known', () => {
    expect(whyOf('Title', 'Reason', performance({ claims: 100 }))).toBe(
      'Title. Of 100 such claims 40 were denied for “Reason” (40.0 %, 95 % interval 30.9 to 49.8 %).',
    )
    expect(whyOf('Title', 'Reason', performance({ alerts: 0, denied: 0 }))).toBe('Title. Of 0 such claims 0 were denied for “Reason”; of other claims 1.8 %.')
  })
})
