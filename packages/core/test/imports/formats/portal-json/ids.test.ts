import { describe, expect, it } from 'vitest'
import { issuesOf, ofKind, readPortal } from './read.ts'

const LONG = 'x'.repeat(6000)
const claim = { id: 'A', status: 'denied', billedAmount: 100, paidAmount: 0, processingDate: '2026-01-02' }

describe('ids longer than the database can find things by', () => {
  it.each([
    ['id', { id: LONG }],
    ['id', { id: 'é'.repeat(251) }],
    ['payerId', { payerId: LONG }],
    ['patientControlNumber', { patientControlNumber: LONG }],
    ['denialReason', { denialReason: LONG }],
    ['procedureCodes', { procedureCodes: ['99213', LONG] }],
    ['policyIds', { policyIds: LONG }],
    ['lineItems[0].procedureCode', { lineItems: [{ procedureCode: LONG, billedAmount: 100 }] }],
    ['lineItems[0].modifiers', { lineItems: [{ modifiers: [LONG], billedAmount: 100 }] }],
  ])('refuse the claim: %s', async (field, change) => {
    const records = await readPortal({ claims: [{ ...claim, ...change }, claim] })
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['A'])
    expect(issuesOf(records)).toContainEqual(`rejection portal.id-too-long ${field}`)
  })

  it.each([
    ['patterns', { id: LONG, title: 'T' }, 'id'],
    ['patterns', { id: 'P', title: 'T', affectedClaims: [LONG] }, 'affectedClaims'],
    ['patterns', { id: 'P', title: 'T', evidence: [{ claimId: LONG }] }, 'evidence[0].claimId'],
    ['policies', { id: 'P', name: 'N', carcCodes: [{ code: LONG }] }, 'carcCodes'],
    ['providers', { id: 'P', name: 'N', npi: LONG }, 'npi'],
    ['learningEvents', { id: 'E', type: 'x', timestamp: '2026-01-01', metadata: { claimId: LONG } }, 'metadata.claimId'],
    ['codeIntelligence', { code: LONG }, 'code'],
  ])('refuse an object of the %s', async (list, object, field) => {
    const records = await readPortal({ [list]: [object] })
    expect(issuesOf(records)).toContainEqual(`rejection portal.id-too-long ${field}`)
  })

  it('do not hold for titles, and 500 bytes are an id', async () => {
    const records = await readPortal({ patterns: [{ id: 'x'.repeat(500), title: LONG }] })
    expect(ofKind(records, 'pattern')).toHaveLength(1)
    expect(issuesOf(records)).toEqual([])
  })

  it('are no words of the mapping report', async () => {
    const records = await readPortal({ claims: [{ ...claim, status: LONG }] })
    expect(ofKind(records, 'word')).toEqual([])
    expect(issuesOf(records)).toContainEqual('warning portal.words-not-listed')
  })
})

it('an amount of a billion dollars is refused, and the message says so', async () => {
  const [issue] = ofKind(await readPortal({ claims: [{ ...claim, billedAmount: 1e9 }] }), 'issue')
  expect(issue).toMatchObject({ code: 'portal.claim.amount', message: expect.stringContaining('below a billion dollars') })
})
