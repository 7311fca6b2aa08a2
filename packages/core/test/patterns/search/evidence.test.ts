import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/patterns/mining/finding.ts'
import { evidenceFor, laterEvidence } from '../../../src/patterns/search/evidence.ts'

const period = { window: { start: '2024-01-01', end: '2026-01-01' }, laterStart: '2025-07-01' }
const counts = { population: 50, denied: 20, restPopulation: 1000, restDenied: 20 }
const confirmation: Finding['confirmation'] = { counts, p: 1e-9, confirmed: true }
const nothing = () => {
  throw new Error('nobody asks')
}

describe('what later claims say', () => {
  it.each<[string, Partial<typeof counts>, boolean | null]>([
    ['denied far more often', {}, true],
    ['as often as elsewhere', { denied: 1 }, false],
    ['less often', { denied: 0 }, false],
    ['few claims, nearly all denied', { population: 8, denied: 7 }, true],
    ['too few claims to say no', { population: 19, denied: 1 }, null],
    ['just enough to say no', { population: 20, denied: 1 }, false],
    ['too few claims to say anything', { population: 4, denied: 4 }, null],
    ['no claim elsewhere', { restPopulation: 0, restDenied: 0 }, null],
  ])('%s', (_, more, confirmed) => {
    expect(laterEvidence({ ...counts, ...more }, '2025-07-01', '2026-01-01')?.confirmed ?? null).toBe(confirmed)
  })

  it('takes what the search kept apart, and remembers the earliest day', () => {
    const later = { start: '2025-07-01', end: '2026-01-01', ...counts, p: 1e-9, confirmed: true }
    expect(evidenceFor({ confirmation, alike: false }, period, null, nothing)).toEqual({ seenUntil: '2025-07-01', later })
    expect(evidenceFor({ confirmation, alike: false }, period, { seenUntil: '2025-03-01', later: null }, nothing)).toEqual({ seenUntil: '2025-03-01', later })
    expect(evidenceFor({ confirmation, alike: false }, period, { seenUntil: '2025-11-01', later: null }, nothing).seenUntil).toBe('2025-07-01')
  })

  it('does not call claims unseen that had a part in choosing the scope', () => {
    const alike = { confirmation, alike: true }
    expect(evidenceFor(alike, period, null, nothing)).toMatchObject({ seenUntil: '2026-01-01', later: { start: '2025-07-01', confirmed: true } })
    expect(evidenceFor(alike, period, { seenUntil: '2025-11-01', later: null }, nothing).seenUntil).toBe('2025-11-01')
  })

  it('has seen all claims of a scope that is new or moved', () => {
    expect(evidenceFor({ confirmation: null, alike: false }, period, null, nothing)).toEqual({ seenUntil: '2026-01-01', later: null })
  })

  it('looks at what came since for a scope that stayed, and keeps what was known until there is enough', () => {
    const before = { start: '2025-06-01', end: '2025-12-01', ...counts, p: 0.5, confirmed: false }
    const known = { seenUntil: '2025-11-01', later: before }
    expect(evidenceFor({ confirmation: null, alike: false }, period, known, () => counts)).toMatchObject({
      seenUntil: '2025-11-01',
      later: { start: '2025-11-01', end: '2026-01-01', confirmed: true },
    })
    expect(evidenceFor({ confirmation: null, alike: false }, period, known, () => ({ ...counts, population: 5, denied: 0 })).later).toBe(before)
    expect(evidenceFor({ confirmation: null, alike: false }, period, known, () => null).later).toBe(before)
  })
})
