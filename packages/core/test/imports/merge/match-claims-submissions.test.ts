import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/imports/merge/match/claims.ts'
import { ofFirstPayer } from '../../../src/imports/merge/match/first-payer.ts'
import { matchSubmission, type SubmissionKey } from '../../../src/imports/merge/match/submissions.ts'
import type { ClaimPayerRecord, ClaimRecord } from '../../../src/imports/records.ts'

const submission = (more: Partial<SubmissionKey> = {}): SubmissionKey => ({
  patientControlNumber: 'PCN-1',
  payerControlNumber: null,
  payerId: 'harbor',
  memberId: 'M-1',
  serviceDate: '2026-01-10',
  billed: 18_000,
  frequencyCode: '1',
  submissionDate: '2026-01-12',
  payerRank: 'primary',
  procedureCodes: ['99213'],
  renderingProviderId: 'healer',
  ...more,
})
const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => {
  const { payerRank: _, ...key } = submission()
  return { ...key, id, importId: 1, isSubmitted: true, isStandIn: false, replacementCharges: [], ...more }
}
const found = (told: Partial<SubmissionKey>, ...candidates: Candidate[]) => {
  const match = matchSubmission(submission(told), candidates)
  return match === null ? 'new' : `${match.as} ${match.claim.id}`
}

const nameless = { patientControlNumber: null }
const later = '2026-03-01'
const replacement = { frequencyCode: '7', submissionDate: later }
const alone = (id: string, more: Partial<Candidate> = {}) => candidate(id, { isSubmitted: false, frequencyCode: null, submissionDate: null, ...more })

describe('a submission', () => {
  it.each<[string, Partial<SubmissionKey>, Candidate[], string]>([
    ['is new', {}, [], 'new'],
    ['is new beside another visit', {}, [candidate('A', { serviceDate: '2026-02-01' })], 'new'],
    ['is new beside another charge of the day', {}, [candidate('A', { billed: 1 })], 'new'],
    ['is new beside another patient', {}, [candidate('A', { memberId: 'M-2' })], 'new'],
    ['is known', {}, [candidate('A')], 'known A'],
    ['is known, whatever the order of its services', { procedureCodes: ['A', 'B'] }, [candidate('A', { procedureCodes: ['B', 'A'] })], 'known A'],
    ['is new beside other services of the same charge and day', { procedureCodes: ['97110'] }, [candidate('A')], 'new'],
    ['is new beside the same service of somebody else', { renderingProviderId: 'nurse' }, [candidate('A')], 'new'],
    ['is known of two that cost the same', { procedureCodes: ['97110'] }, [candidate('A'), candidate('B', { procedureCodes: ['97110'] })], 'known B'],
    ['is sent again of two that cost the same', { submissionDate: later }, [candidate('A'), candidate('B', { procedureCodes: ['97110'] })], 'again A'],
    ['is sent again with other services', { submissionDate: later, procedureCodes: ['97110'] }, [candidate('A')], 'again A'],
    ['is sent again', { submissionDate: later }, [candidate('A')], 'again A'],
    ['is what was sent first, though it came in later', {}, [candidate('A', { submissionDate: later })], 'precedes A'],
    ['joins a claim known by its remittance', {}, [alone('A')], 'joins A'],
    ['joins none of two', {}, [alone('A'), alone('B')], 'new'],
    ['joins none of another day', {}, [alone('A', { serviceDate: '2026-02-01' })], 'new'],
    ['joins the one of its day', {}, [alone('A', { serviceDate: '2026-02-01' }), alone('B')], 'joins B'],
    ['joins no claim that stands for a decision', {}, [alone('A', { isStandIn: true })], 'new'],
    ['joins the claim of a decision without its number', {}, [alone('A', { patientControlNumber: null })], 'joins A'],
    ['joins the claim of its number before one without', {}, [alone('A', { patientControlNumber: null }), alone('B')], 'joins B'],
    ['joins no claim without its number of another charge', {}, [alone('A', { patientControlNumber: null, billed: 1 })], 'new'],
    ['joins no claim without its number of another day', {}, [alone('A', { patientControlNumber: null, serviceDate: null })], 'new'],
    ['joins none of two without its number', {}, [alone('A', { patientControlNumber: null }), alone('B', { patientControlNumber: null })], 'new'],
    ['without a number is new where it names no member', { ...nameless, memberId: null }, [candidate('A', { ...nameless, memberId: null })], 'new'],
    ['without a number is new beside other services', { ...nameless, procedureCodes: ['97110'], submissionDate: later }, [candidate('A', nameless)], 'new'],
    ['without a number is known', nameless, [candidate('A', nameless)], 'known A'],
    ['without a number is sent again', { ...nameless, submissionDate: later }, [candidate('A', nameless)], 'again A'],
    ['without a number joins none that bears one', nameless, [alone('A')], 'new'],
    ['is of the claim that was sent before it joins another', { submissionDate: later }, [alone('A'), candidate('B')], 'again B'],
    ['replaces the claim', replacement, [candidate('A')], 'replaces A'],
    ['replaces a claim of another charge', { ...replacement, billed: 1 }, [candidate('A')], 'replaces A'],
    ['replaces a claim of another day', { ...replacement, serviceDate: '2026-01-11' }, [candidate('A')], 'replaces A'],
    ['replaces no other visit', { ...replacement, serviceDate: '2026-01-11', billed: 1 }, [candidate('A')], 'new'],
    ['replaces no other patient', { ...replacement, memberId: 'M-2' }, [candidate('A')], 'new'],
    [
      'replaces the one that it names',
      { ...replacement, payerControlNumber: 'I' },
      [candidate('A'), candidate('B', { payerControlNumber: 'I', serviceDate: '2025-12-01', billed: 1 })],
      'replaces B',
    ],
    ['replaces none of two', replacement, [candidate('A', { billed: 1 }), candidate('B')], 'new'],
    ['replaces what was sent on the same day', { ...replacement, submissionDate: '2026-01-12' }, [candidate('A')], 'replaces A'],
    ['joins as a replacement', { ...replacement, payerControlNumber: 'I', billed: 1 }, [alone('A', { payerControlNumber: 'I' })], 'joins A'],
    ['is what a replacement replaced', {}, [candidate('A', { ...replacement, billed: 1 })], 'precedes A'],
    ['is known as a replacement', replacement, [candidate('A', replacement)], 'known A'],
    ['voids the claim', { frequencyCode: '8', submissionDate: later }, [candidate('A')], 'voids A'],
    ['is what was voided', {}, [candidate('A', { frequencyCode: '8', submissionDate: later })], 'precedes A'],
    ['replaces what was voided later', replacement, [candidate('A', { frequencyCode: '8', submissionDate: '2026-04-01' })], 'precedes A'],
    ['goes to the next payer', { payerRank: 'secondary', submissionDate: later }, [candidate('A')], 'forwards A'],
    ['goes to the next payer on the same day', { payerRank: 'secondary' }, [candidate('A')], 'forwards A'],
    [
      'goes to the next payer without a word of the first',
      { payerRank: 'secondary', submissionDate: later, payerId: null, memberId: null },
      [candidate('A')],
      'forwards A',
    ],
    ['went to the first payer before', {}, [candidate('A', { payerId: null, memberId: null, submissionDate: later })], 'precedes A'],
  ])('%s', (_, told, candidates, expected) => {
    expect(found(told, ...candidates)).toBe(expected)
    expect(found(told, ...candidates.toReversed())).toBe(expected)
  })
})

describe('a claim of several payers', () => {
  const payer = (rank: ClaimPayerRecord['rank'], payerId: string): ClaimPayerRecord => ({
    rank,
    payerId,
    memberId: `M-${payerId}`,
    groupId: null,
    filingCode: null,
    paid: null,
    paidOn: null,
  })
  const sent = (to: string, payers: ClaimPayerRecord[]) => {
    const patient = { name: null, dateOfBirth: null, sex: null, memberId: `M-${to}`, groupId: 'G' }
    const { record, rank } = ofFirstPayer({ payerId: to, payers, patient } as unknown as ClaimRecord)
    return { rank, payer: record.payerId, member: record.patient.memberId, payers: record.payers?.map(({ payerId }) => payerId) }
  }

  it.each([
    ['as it is sent to the first', 'A', [payer('primary', 'A'), payer('secondary', 'B')], { rank: 'primary', payer: 'A', member: 'M-A', payers: ['A', 'B'] }],
    [
      'is that of the first, sent to the second',
      'B',
      [payer('primary', 'A'), payer('secondary', 'B')],
      { rank: 'secondary', payer: 'A', member: 'M-A', payers: ['A', 'B'] },
    ],
    ['leaves the first open where it is not named', 'B', [payer('secondary', 'B')], { rank: 'secondary', payer: null, member: null, payers: ['B'] }],
    [
      'has one of each rank',
      'A',
      [payer('primary', 'A'), payer('primary', 'B'), payer('tertiary', 'C'), payer('tertiary', 'D')],
      { rank: 'primary', payer: 'A', member: 'M-A', payers: ['A', 'C'] },
    ],
    ['may name none', 'A', [], { rank: 'primary', payer: 'A', member: 'M-A', payers: [] }],
  ])('%s', (_, to, payers, expected) => expect(sent(to, payers)).toEqual(expected))
})
