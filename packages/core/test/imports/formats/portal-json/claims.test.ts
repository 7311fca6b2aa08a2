import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ImportRecord } from '../../../../src/imports/records.ts'
import { claimOutcome } from '../../../../src/adjudication/rules.ts'
import { issuesOf, ofKind, readPortal } from './read.ts'

const base = { id: 'A', status: 'denied', denialReason: 'Missing Modifier 25', billedAmount: 100, paidAmount: 0, processingDate: '2026-01-02' }
const read = (changes: object) => readPortal([{ ...base, ...changes }])
const claimOf = async (changes: object) => ofKind(await read(changes), 'claim')[0]
const decisionOf = async (changes: object) => ofKind(await read(changes), 'decision')[0]
const outcomeOf = async (changes: object) => {
  const decision = await decisionOf(changes)
  return decision ? claimOutcome(decision.verdict, decision.lines).outcome : 'pending'
}

describe('claims of the fixture', () => {
  let records: ImportRecord[]
  beforeAll(async () => {
    records = await readPortal(readFileSync(new URL('../../../fixtures/portal/claims.json', import.meta.url)))
  })

  it('become claims with exact amounts, lines and everything that has no column', () => {
    expect(ofKind(records, 'claim')[0]).toMatchObject({
      id: 'CL-1',
      providerId: 'PR-1',
      claimType: 'professional',
      patient: { name: 'Quill, Ada', dateOfBirth: '1981-02-03', sex: 'female', memberId: 'M-100', groupId: 'G-1' },
      serviceDate: '2025-11-03',
      submissionDate: '2025-11-05',
      billed: 21050,
      procedureCodes: ['99213', '36415'],
      policyIds: ['PO-1'],
      reportedStatus: 'denied',
      reportedReason: 'Missing Modifier 25',
      extra: { providerName: 'Willow Practice', billingProviderNPI: '1999999984', parIndicator: true },
      appeals: [{ level: 1, outcome: 'overturned', reportedStatus: 'approved', filedOn: null, decidedOn: null, recovered: null }],
      lines: [
        {
          lineNumber: 1,
          procedureCode: '99213',
          billed: 18050,
          units: 1,
          editsFired: ['Missing Modifier 25'],
          extra: { renderingProviderName: 'Dr. Bo Fern', status: 'denied' },
        },
        { lineNumber: 2, procedureCode: '36415', billed: 3000 },
      ],
    })
    expect(ofKind(records, 'claim').reduce((sum, { billed }) => sum + billed, 0)).toBe(301084)
  })

  it('and one decision each unless they are pending', () => {
    expect(
      ofKind(records, 'decision').map((decision) => [
        decision.claimId,
        decision.paid,
        decision.decidedOn,
        claimOutcome(decision.verdict, decision.lines).outcome,
        decision.verdict.reason,
      ]),
    ).toEqual([
      ['CL-1', 0, '2025-11-12', 'denied', 'Modifier missing or inconsistent'],
      ['CL-2', 12010, '2025-11-20', 'paid', null],
      ['CL-4', 0, '2025-11-30', 'denied', 'Sent on the blue form'],
      ['CL-5', 9999, '2025-11-25', 'paid', null],
      ['CL-6', 0, null, 'denied', 'Authorization absent'],
      ['CL-7', 18000, '2025-12-01', 'partially_denied', null],
      ['CL-8', 0, '2025-12-02', 'denied', 'Duplicate of an earlier claim'],
    ])
    expect(ofKind(records, 'decision')[0]?.lines.map(({ verdict }) => [verdict.denied, verdict.reason])).toEqual([
      [true, 'Modifier missing or inconsistent'],
      [true, 'Modifier missing or inconsistent'],
    ])
    expect(ofKind(records, 'decision')[5]?.lines.map(({ verdict }) => verdict.reason)).toEqual([null, 'Bundled into another service'])
  })

  it('tell their foreign words once, with how often they stand there', () => {
    expect(ofKind(records, 'word').map(({ field, word, readAs, occurrences }) => [field, word, readAs, occurrences])).toEqual([
      ['denialReason', 'Missing Modifier 25', 'Modifier missing or inconsistent', 1],
      ['claim.appealStatus', 'approved', 'overturned', 1],
      ['denialReason', 'Sent on the blue form', null, 1],
      ['claim.status', 'approved', 'paid', 1],
      ['claim.claimType', 'Vision', null, 1],
      ['denialReason', 'Prior Authorization Missing', 'Authorization absent', 1],
      ['claim.appealStatus', 'denied', 'upheld', 1],
      ['denialReason', 'Duplicate', 'Duplicate of an earlier claim', 1],
    ])
    expect(issuesOf(records)).toEqual([
      'warning portal.not-kept exportedAt',
      'warning portal.word-mapped claim.appealStatus',
      'warning portal.word-unknown denialReason',
      'warning portal.word-mapped claim.status',
      'warning portal.word-unknown claim.claimType',
      'warning portal.claim.no-decision-date processingDate',
      'warning portal.word-mapped claim.appealStatus',
    ])
  })
})

describe('a claim', () => {
  it.each([
    ['pending', {}, 'pending'],
    ['in review', {}, 'pending'],
    ['Approved', { paidAmount: 80, denialReason: null }, 'paid'],
    ['rejected', {}, 'denied'],
    ['appealed', {}, 'denied'],
    ['overturned', { paidAmount: 80 }, 'paid'],
    ['quux', { paidAmount: 80 }, 'paid'],
    ['quux', {}, 'denied'],
    ['quux', { denialReason: null }, 'pending'],
    [null, { paidAmount: 1 }, 'paid'],
  ])('of status %j with %j is %s', async (status, changes, outcome) => {
    expect(await outcomeOf({ ...changes, status })).toBe(outcome)
  })

  it.each([
    ['approved', 'overturned', 'approved'],
    ['denied', 'upheld', 'denied'],
    ['Pending', 'pending', 'Pending'],
    ['upheld', 'upheld', null],
    ['with the ombudsman', 'pending', 'with the ombudsman'],
  ])('with appeal %j has one that is %s', async (appealStatus, outcome, reportedStatus) => {
    expect((await claimOf({ appealStatus }))?.appeals).toMatchObject([{ level: 1, outcome, reportedStatus }])
  })

  it('has no appeal where none is told', async () => {
    for (const appealStatus of [null, '', 'none', 'Not appealed']) expect((await claimOf({ appealStatus }))?.appeals).toEqual([])
    expect((await claimOf({ status: 'appealed' }))?.appeals).toMatchObject([{ outcome: 'pending' }])
  })

  it.each([
    [{ id: null }, 'rejection portal.no-id id'],
    [{ id: ' ' }, 'rejection portal.no-id id'],
    [{ billedAmount: null }, 'rejection portal.claim.amount billedAmount'],
    [{ billedAmount: 12.345 }, 'rejection portal.claim.amount billedAmount'],
    [{ billedAmount: '$12' }, 'rejection portal.claim.amount billedAmount'],
    [{ billedAmount: -5 }, 'rejection portal.claim.amount billedAmount'],
    [{ paidAmount: 'some' }, 'rejection portal.claim.amount paidAmount'],
    [{ status: 'paid', paidAmount: null }, 'rejection portal.claim.amount paidAmount'],
    [{ lineItems: 'two' }, 'rejection portal.claim.lines lineItems'],
    [{ lineItems: [{ billedAmount: 5 }, { billedAmount: 'x' }] }, 'rejection portal.claim.lines lineItems[1].billedAmount'],
    [{ lineItems: [7] }, 'rejection portal.claim.lines lineItems[0]'],
  ])('with %j is refused as a whole', async (changes, issue) => {
    const records = await read(changes)
    expect(ofKind(records, 'claim')).toEqual([])
    expect(ofKind(records, 'decision')).toEqual([])
    expect(issuesOf(records).filter((told) => told.startsWith('rejection'))).toEqual([issue])
  })

  it.each([
    [{ paidAmount: null }, 'portal.claim.no-payment-stated paidAmount'],
    [{ paidAmount: 5 }, 'portal.claim.denied-but-paid paidAmount'],
    [{ status: 'pending', paidAmount: 5 }, 'portal.claim.pending-but-paid paidAmount'],
    [{ processingDate: null }, 'portal.claim.no-decision-date processingDate'],
    [{ lineItems: [{ lineNumber: 1, billedAmount: 90 }] }, 'portal.claim.lines-out-of-balance lineItems'],
    [
      {
        lineItems: [
          { lineNumber: 1, billedAmount: 60 },
          { lineNumber: 1, billedAmount: 40 },
        ],
      },
      'portal.claim.line-numbers lineItems',
    ],
    [{ dateOfService: '07/12/2025' }, 'portal.field-not-read dateOfService'],
    [{ patientDOB: '2025-02-30' }, 'portal.field-not-read patientDOB'],
    [{ modifiers: [{ code: '25' }] }, 'portal.field-not-read modifiers'],
  ])('with %j is taken in with a doubt', async (changes, issue) => {
    const records = await read(changes)
    expect(ofKind(records, 'claim')).toHaveLength(1)
    expect(issuesOf(records)).toContain(`warning ${issue}`)
  })

  it('keeps what it cannot read, and what a pending claim says of a payment', async () => {
    expect(await claimOf({ dateOfService: '07/12/2025', mood: 'fine' })).toMatchObject({
      serviceDate: null,
      extra: { dateOfService: '07/12/2025', mood: 'fine' },
    })
    expect((await claimOf({ status: 'pending', paidAmount: 5, processingDate: '2026-01-02' }))?.extra).toEqual({ paidAmount: 5, processingDate: '2026-01-02' })
  })

  it('decides its lines only where each says what it was paid', async () => {
    const lines = [
      { lineNumber: 1, billedAmount: 60, status: 'paid' },
      { lineNumber: 2, billedAmount: 40, paidAmount: 0, status: 'denied' },
    ]
    expect((await decisionOf({ status: 'paid', paidAmount: 60, lineItems: lines }))?.lines).toEqual([])
    expect((await decisionOf({ lineItems: lines.map((line) => ({ ...line, status: null })) }))?.lines.map(({ verdict }) => verdict.deniedAmount)).toEqual([
      6000, 4000,
    ])
  })

  it('never quotes a patient or a value in an issue', async () => {
    const records = await read({
      patientName: 'Quill, Ada',
      memberId: 'M-100',
      patientDOB: 'Secret 1',
      billedAmount: 'Secret 2',
      lineItems: [{ billedAmount: 'Secret 3' }],
    })
    expect(JSON.stringify(ofKind(records, 'issue'))).not.toMatch(/Secret|Quill|M-100/)
  })
})
