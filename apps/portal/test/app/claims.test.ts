import { describe, expect, it } from 'vitest'
import {
  appealActions,
  canAppeal,
  correctedAppeal,
  endedAppeal,
  endingOf,
  filingOf,
  linesInWords,
  newAppeal,
  type ClaimAppeal,
} from '../../app/utils/appeals.ts'
import { chosenColumns, claimColumns, namedColumns } from '../../app/utils/claim-columns.ts'
import { chipsOf, claimFilters, daysInWords, policyCountWords, rangeOf, withoutChip } from '../../app/utils/claim-filters.ts'
import { segmentsOf } from '../../app/utils/x12-words.ts'

describe('the columns of the claims list', () => {
  it('are the usual ones where the address names none, and then the address names none', () => {
    const usual = chosenColumns('')
    expect(usual).toEqual(claimColumns.filter(({ extra }) => !extra).map(({ key }) => key))
    expect(namedColumns(usual)).toBe('')
  })

  it('come back as they were chosen, in their own order, the claim always first', () => {
    const named = namedColumns(['diagnoses', 'status', 'no such column'])
    expect(chosenColumns(named)).toEqual(['id', 'status', 'diagnoses'])
    expect(chosenColumns(namedColumns([]))).toEqual(['id'])
  })
})

describe('segments of X12', () => {
  it('are named, and their elements by their place', () => {
    const [claim, adjustment] = segmentsOf('CLP*A-1*1*180*80\nCAS*CO*197*60')
    expect(claim).toMatchObject({ id: 'CLP', label: 'Claim payment' })
    expect(claim!.elements.map(({ word }) => word)).toEqual(['Account number', 'How it was processed', 'Charge', 'Paid'])
    expect(adjustment!.elements[1]).toEqual({ text: '197', word: 'Reason' })
  })

  it('are split by whatever separates their elements, and stay whole where nothing is known of them', () => {
    expect(segmentsOf('CLM|A|10\nZZZ|x||y')[1]).toEqual({
      id: 'ZZZ',
      label: '',
      separator: '|',
      elements: [
        { text: 'x', word: null },
        { text: '', word: null },
        { text: 'y', word: null },
      ],
    })
  })
})

const appeal = (values: Partial<ClaimAppeal>): ClaimAppeal => ({
  level: 1,
  appealDate: '2026-03-01',
  deadline: null,
  outcome: 'pending',
  decidedOn: null,
  withdrawnOn: null,
  recoveredAmount: null,
  lineNumbers: [],
  disputedAmount: null,
  note: null,
  closedBy: null,
  reportedStatus: null,
  recordedBy: 'ada',
  decidedBy: null,
  importId: null,
  ...values,
})

describe('what can be done to an appeal', () => {
  it.each([
    ['open', {}, true, { decide: true, correct: true, reopen: false, remove: true }],
    ['open, with a later one', {}, false, { decide: true, correct: true, reopen: false, remove: false }],
    ['ended by a person', { outcome: 'upheld', closedBy: 'person' }, true, { decide: true, correct: true, reopen: true, remove: true }],
    ['closed by a payment', { outcome: 'overturned', closedBy: 'remittance' }, true, { decide: false, correct: true, reopen: false, remove: true }],
    ['of a file', { importId: 3 }, true, { decide: true, correct: false, reopen: false, remove: false }],
    ['of a file that says how it ended', { importId: 3, outcome: 'upheld' }, true, { decide: false, correct: false, reopen: false, remove: false }],
  ] as const)('%s', (_name, values, isLatest, expected) => {
    expect(appealActions(appeal(values), isLatest)).toEqual(expected)
  })

  it('is filed for a claim that was denied and has none open', () => {
    const claim = { use: 'claim', initialOutcome: 'denied', finalOutcome: 'paid', appeals: [] } as const
    expect(canAppeal({ ...claim, appeals: [] })).toBe(true)
    expect(canAppeal({ ...claim, appeals: [appeal({ outcome: 'upheld' })] })).toBe(true)
    expect(canAppeal({ ...claim, appeals: [appeal({})] })).toBe(false)
    expect(canAppeal({ ...claim, appeals: [], initialOutcome: 'paid' })).toBe(false)
    expect(canAppeal({ ...claim, appeals: [], use: 'preauthorization' })).toBe(false)
  })

  it.each([
    [[2], 'line 2'],
    [[1, 2], 'lines 1, 2'],
    [[0], 'the claim as a whole'],
    [[], 'the claim as a whole'],
    [[0, 3], 'line 3'],
  ])('about %j is about %s', (lines, words) => expect(linesInWords(lines)).toBe(words))
})

describe('the chips of the claims list', () => {
  const names = { payer: {}, provider: {} } as Parameters<typeof chipsOf>[1]

  it('name which count of a policy the claims are, as its page does', () => {
    const filters = { ...claimFilters, policy: 'POL-1', policyCount: 'without_modifier' }
    expect(chipsOf(filters, names).map(({ text }) => text)).toEqual(['Policy: POL-1', `Counted in its period as: ${policyCountWords.without_modifier}`])
  })

  it('go with what they make no sense without: a count of no policy is none', () => {
    expect({ policy: 'POL-1', policyCount: 'hit', ...withoutChip('policy') }).toEqual({ policy: '', policyCount: '' })
    expect(withoutChip('policyCount')).toEqual({ policyCount: '' })
  })

  it.each([
    ['none', 'None yet'],
    ['decided', 'Any, duplicates apart'],
    ['duplicate', 'Denied as a duplicate'],
    ['partially_denied', 'Partially denied'],
  ])('say what the first decision was: %s', (initial, words) => {
    expect(chipsOf({ ...claimFilters, initial }, names)).toEqual([{ name: 'initial', text: `First decision: ${words}` }])
  })
})

it('a period of the list in words, by days up to today or from one day to another', () => {
  expect(daysInWords('90')).toBe('in the last 90 days')
  expect(daysInWords(rangeOf({ start: '2026-01-01', end: '2026-02-01' }))).toBe('Jan 1, 2026 to Jan 31, 2026')
})

describe('an appeal that is taken back', () => {
  const given = appeal({ deadline: '2026-06-01', lineNumbers: [2, 3], disputedAmount: 60.1, note: 'sent by fax' })

  it('is entered as it stood', () => {
    expect(newAppeal(2, filingOf(given))).toEqual({
      level: 2,
      filedOn: '2026-03-01',
      lineNumbers: [2, 3],
      amount: 60.1,
      deadline: '2026-06-01',
      note: 'sent by fax',
    })
    expect(newAppeal(1, filingOf(appeal({})))).toEqual({ level: 1, filedOn: '2026-03-01', lineNumbers: [] })
  })

  it('is corrected to what it was, with nothing where there was nothing', () => {
    expect(correctedAppeal(1, filingOf(appeal({})))).toEqual({ level: 1, filedOn: '2026-03-01', lineNumbers: [], amount: null, deadline: null, note: null })
  })

  it('ends as it had ended, and not at all where it was open', () => {
    const lost = appeal({ outcome: 'upheld', decidedOn: '2026-04-02' })
    const withdrawn = appeal({ outcome: 'withdrawn', withdrawnOn: '2026-04-03' })
    const won = appeal({ outcome: 'overturned', decidedOn: '2026-04-02', recoveredAmount: 80 })
    expect(endedAppeal(1, endingOf(lost)!)).toEqual({ level: 1, outcome: 'upheld', on: '2026-04-02' })
    expect(endedAppeal(1, endingOf(withdrawn)!)).toEqual({ level: 1, outcome: 'withdrawn', on: '2026-04-03' })
    expect(endedAppeal(1, endingOf(won)!)).toEqual({ level: 1, outcome: 'overturned', on: '2026-04-02', amount: 80 })
    expect(endingOf(appeal({}))).toBeNull()
  })
})
