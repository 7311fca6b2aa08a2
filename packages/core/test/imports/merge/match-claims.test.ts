import { describe, expect, it } from 'vitest'
import { controlNumberOf, isOneClaim, matchDecision, type Candidate, type ClaimKey } from '../../../src/imports/merge/match/claims.ts'

const key = (more: Partial<ClaimKey> = {}): ClaimKey => ({
  patientControlNumber: 'PCN-1',
  payerControlNumber: null,
  payerId: 'harbor',
  memberId: 'M-1',
  serviceDate: '2026-01-10',
  billed: 18_000,
  ...more,
})
const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...key(),
  id,
  importId: 1,
  isSubmitted: true,
  isStandIn: false,
  frequencyCode: '1',
  submissionDate: '2026-01-12',
  procedureCodes: [],
  renderingProviderId: null,
  replacementCharges: [],
  ...more,
})

/** The claim and how it was found, those that fit equally well, or nothing. */
const found = (decision: Partial<ClaimKey>, ...candidates: Candidate[]) => {
  const match = matchDecision(key(decision), candidates)
  if (match === null) return 'alone'
  return 'claim' in match ? `${match.claim.id} by ${match.basis}` : `one of ${match.ambiguous.map(({ id }) => id).join(', ')}`
}

describe('the patient control number', () => {
  it.each([
    [' A-1 ', 'A-1'],
    ['', null],
    ['0', null],
    [null, null],
    ['00', '00'],
  ])('%j is %j', (text, expected) => expect(controlNumberOf(text)).toBe(expected))
})

describe('two keys of one patient control number are of one claim', () => {
  it.each<[string, Partial<ClaimKey>, Partial<ClaimKey>, boolean]>([
    ['the same day', {}, { billed: 1 }, true],
    ['another day', {}, { serviceDate: '2026-01-11' }, false],
    ['no day, the same charge', {}, { serviceDate: null }, true],
    ['no day, another charge', {}, { serviceDate: null, billed: 1 }, false],
    ['the same number of the payer, whatever else', { payerControlNumber: 'I' }, { payerControlNumber: 'I', serviceDate: '2025-01-01', billed: 1 }, true],
    ['other numbers, the same charge and day', { payerControlNumber: 'I' }, { payerControlNumber: 'J' }, true],
    ['other numbers, another charge', { payerControlNumber: 'I' }, { payerControlNumber: 'J', billed: 1 }, false],
    ['other numbers, another member of the same payer', { payerControlNumber: 'I' }, { payerControlNumber: 'J', memberId: 'M-2' }, false],
    ['other numbers, another member of another payer', { payerControlNumber: 'I' }, { payerControlNumber: 'J', memberId: 'Z-2', payerId: 'second' }, true],
    ['other numbers, one without a member', { payerControlNumber: 'I' }, { payerControlNumber: 'J', memberId: null }, true],
    ['other numbers, another day', { payerControlNumber: 'I' }, { payerControlNumber: 'J', serviceDate: '2026-01-11' }, false],
  ])('%s', (_, a, b, expected) => {
    expect(isOneClaim(key(a), key(b))).toBe(expected)
    expect(isOneClaim(key(b), key(a))).toBe(expected)
  })
})

describe('a decision is of', () => {
  it.each<[string, Partial<ClaimKey>, Candidate[], string]>([
    ['no claim', {}, [], 'alone'],
    ['the claim of its day and charge', {}, [candidate('A')], 'A by dates_and_charge'],
    ['the claim of its day', { billed: 1 }, [candidate('A')], 'A by dates'],
    ['the claim of its charge, where one has no day', { serviceDate: null }, [candidate('A')], 'A by charge'],
    [
      'the claim of its payer’s number',
      { payerControlNumber: 'I', billed: 1 },
      [candidate('A'), candidate('B', { payerControlNumber: 'I' })],
      'B by payer_control_number',
    ],
    ['the claim of its charge, of two of one day', { billed: 1 }, [candidate('A'), candidate('B', { billed: 1 })], 'B by dates_and_charge'],
    ['the claim of its member, of two of one day and charge', {}, [candidate('A', { memberId: 'M-2' }), candidate('B')], 'B by dates_and_charge'],
    ['neither of two that fit equally well', {}, [candidate('A'), candidate('B'), candidate('C', { memberId: 'M-2' })], 'one of A, B'],
    ['no claim that stands for another decision', {}, [candidate('A', { isStandIn: true })], 'alone'],
    ['one of the others, beside such a claim', {}, [candidate('A'), candidate('B'), candidate('C', { isStandIn: true })], 'one of A, B'],
    [
      'such a claim, by the payer’s number',
      { payerControlNumber: 'I' },
      [candidate('A'), candidate('B', { isStandIn: true, payerControlNumber: 'I' })],
      'B by payer_control_number',
    ],
    ['no claim of another day', { serviceDate: '2026-02-01' }, [candidate('A')], 'alone'],
  ])('%s', (_, decision, candidates, expected) => {
    expect(found(decision, ...candidates)).toBe(expected)
    expect(found(decision, ...candidates.toReversed())).toBe(expected.replace('A, B', 'B, A'))
  })

  it('one of however many', () => {
    const match = matchDecision(
      key(),
      Array.from({ length: 200_000 }, (_, at) => candidate(`${at}`)),
    )
    expect(match !== null && 'ambiguous' in match && match.ambiguous.length).toBe(200_000)
  })

  const nameless = { patientControlNumber: null }
  it.each<[string, Partial<ClaimKey>, Candidate, string]>([
    ['member, day and charge', nameless, candidate('A'), 'A by dates_and_charge'],
    [
      'the payer’s number',
      { ...nameless, payerControlNumber: 'I', serviceDate: null },
      candidate('A', { payerControlNumber: 'I', billed: 1 }),
      'A by payer_control_number',
    ],
    [
      'no number of another payer',
      { ...nameless, payerControlNumber: 'I', memberId: null },
      candidate('A', { payerControlNumber: 'I', payerId: 'second' }),
      'alone',
    ],
    ['no other charge', { ...nameless, billed: 1 }, candidate('A'), 'alone'],
    ['no other day', { ...nameless, serviceDate: '2026-02-01' }, candidate('A'), 'alone'],
    ['nothing, where it has no member', { ...nameless, memberId: null }, candidate('A', { memberId: null }), 'alone'],
    ['nothing, where it has no day', { ...nameless, serviceDate: null }, candidate('A', { serviceDate: null }), 'alone'],
  ])('a claim by %s, where it names none', (_, decision, claim, expected) => expect(found(decision, claim)).toBe(expected))
})
