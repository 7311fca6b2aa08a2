import { accessTable } from '@overturn/core/access/table'
import { operations } from '@overturn/core/operations'
import { describe, expect, it } from 'vitest'
import { aboutDetails } from '../../app/utils/audit-details.ts'
import { auditWords, changeWords, deedWords, lookWords, operationOf } from '../../app/utils/audit-words.ts'

const nameOf = (id: string) => (id === 'u-1' ? 'Ruth Alder' : id)

describe('what an event of the audit trail is called', () => {
  it('has words for every operation, looks apart from changes', () => {
    const known: Record<string, string> = { ...lookWords, ...changeWords }
    expect(Object.keys(accessTable).filter((name) => !(name in known))).toEqual([])
    const kinds = new Map<string, 'read' | 'write'>(operations.map(({ name, kind }) => [name, kind]))
    expect(Object.keys(lookWords).filter((name) => kinds.get(name) === 'write')).toEqual([])
    expect(Object.keys(changeWords).filter((name) => kinds.get(name) === 'read')).toEqual([])
    expect(new Set(Object.values(known)).size).toBe(Object.keys(known).length)
  })

  it.each([
    ['appeals.create', 'begun', 'Recorded an appeal'],
    ['appeals.create', 'failed', 'Tried to record an appeal'],
    ['imports.undo', 'refused', 'Tried to undo an import'],
    ['imports.undo', 'begun', 'Undid an import'],
    ['audit.verify', 'done', 'Verified the audit trail'],
    ['releases.takeBack', 'begun', 'Took back a version of the computation'],
    ['claims.list', 'done', 'Looked at a list of claims'],
    ['once.upon', 'done', 'once.upon'],
  ] as const)('%s, %s: %s', (operation, outcome, words) => expect(auditWords({ operation, outcome })).toBe(words))

  it('finds the operation by its words or its name', () => {
    for (const operation of Object.keys(accessTable)) expect(operationOf(deedWords(operation))).toBe(operation)
    expect(operationOf('record AN appeal')).toBe('appeals.create')
    expect(operationOf('appeals.create')).toBe('appeals.create')
  })
})

describe('what an event was about', () => {
  it('is said in words, without what only says where in a list somebody was', () => {
    const about = { page: 1, limit: 50, claimId: 'CL-1', userId: 'u-1', until: '2026-03-01', outcome: 'partially_overturned', identifiers: true, amount: 1200 }
    expect(aboutDetails(about, nameOf)).toEqual([
      { label: 'Person', text: 'Ruth Alder' },
      { label: 'Until', text: 'Mar 1, 2026' },
      { label: 'Outcome', text: 'partially overturned' },
      { label: 'With names of patients', text: 'yes' },
      { label: 'Amount', text: '1,200' },
    ])
  })

  it('tells a text that is not kept from a list of things, nothing from none, and parts by where they stand', () => {
    const about = { note: { length: 1 }, lines: { length: 1 }, letterhead: null, lineNumbers: [], settings: { tiers: { medium: { frequency: 5 } } } }
    expect(aboutDetails(about, nameOf)).toEqual([
      { label: 'Note', text: 'a text of 1 character, which is not kept' },
      { label: 'Lines', text: '1 entry' },
      { label: 'Letterhead', text: 'none' },
      { label: 'Line numbers', text: 'none' },
      { label: 'Settings: tiers: medium: frequency', text: '5' },
    ])
  })
})
