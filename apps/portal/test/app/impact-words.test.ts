import type { LedgerEntry } from '@overturn/core/impact/schemas'
import { describe, expect, it } from 'vitest'
import {
  backdatedOf,
  bestProven,
  cannotSay,
  canSay,
  comparedInWords,
  countedFromInWords,
  denialsRange,
  differInWords,
  dollarsRange,
  doneInWords,
  formatEstimate,
  impactStateWords,
  mayBeChance,
  othersInWords,
} from '../../app/utils/impact-words.ts'

const entry = (patternId: string, state: LedgerEntry['avoided']['state'], low: number | null, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  level: 'pattern',
  patternId,
  title: patternId,
  denialReason: 'Authorization absent',
  scope: [],
  interventions: [{ kind: 'staff_training', on: '2026-02-16', recordedOn: '2026-02-16' }],
  intervention: '2026-02-16',
  verified: { amount: 0, payments: 0 },
  avoided: {
    state,
    amount: 0,
    denials: low === null ? null : { low, estimate: low + 3.25, high: low + 10 },
    dollars: low === null ? null : { low: low * 100, estimate: low * 100 + 325, high: low * 100 + 1000 },
  },
  enoughOn: null,
  counted: true,
  ...changes,
})

describe('what an entry of the ledger says', () => {
  it('names an estimate with its interval, and more denials as more', () => {
    expect(canSay(entry('a', 'shown', 2))).toBe('About 5.3 denials did not come that comparable claims let expect (95% interval 2 to 12).')
    expect(canSay(entry('a', 'not_shown', -1))).toContain('that may be chance (95% interval -1 to 9)')
    expect(canSay(entry('a', 'worse', -13.25))).toMatch(/^About 10 more denials came/)
    expect(denialsRange({ denials: null })).toBe('–')
  })

  it.each([
    [0, '0'],
    [0.04, '0.04'],
    [-0.04, '-0.04'],
    [0.1, '0.1'],
    [15.06, '15.1'],
  ])('shows %d as %s: nothing that is above 0 as 0', (count, shown) => expect(formatEstimate(count)).toBe(shown))

  it('shows dollars that are less than one in cents, for 0 would say that it may be chance', () => {
    expect(dollarsRange({ dollars: { low: 0.3, estimate: 40, high: 1234.5 } })).toBe('$0.30 to $1,235')
    expect(dollarsRange({ dollars: { low: 0, estimate: 40, high: 90 } })).toBe('$0 to $90')
  })

  it('says of a sum why denials and dollars disagree, and only then', () => {
    const [below, holding, above] = [
      { low: -3, estimate: -2, high: -1 },
      { low: -1, estimate: 1, high: 3 },
      { low: 1, estimate: 2, high: 3 },
    ]
    expect([below, holding, above].map(mayBeChance)).toEqual([false, true, false])
    for (const denials of [below, holding, above])
      for (const dollars of [below, holding, above]) expect(differInWords({ denials, dollars }) === null).toBe(denials === dollars)
    expect(differInWords({ denials: null, dollars: above })).toBeNull()
    expect(differInWords({ denials: above, dollars: null })).toBeNull()
  })

  it('says when there will be enough, or that nobody can say', () => {
    expect(canSay(entry('a', 'not_enough_yet', null, { enoughOn: '2027-01-04' }))).toContain('on Jan 4, 2027')
    expect(canSay(entry('a', 'not_enough_yet', null))).toContain('a year would not bring enough')
  })

  it('says in every state what it can and what it cannot say', () => {
    for (const state of Object.keys(impactStateWords) as LedgerEntry['avoided']['state'][]) {
      const measured = ['shown', 'not_shown', 'worse'].includes(state)
      const sentences = [canSay(entry('a', state, measured ? 1 : null)), cannotSay({ state })]
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('lists what was done in words', () => {
    const interventions: LedgerEntry['interventions'] = [
      { kind: 'workflow_update', on: '2026-02-16', recordedOn: '2026-02-20' },
      { kind: 'practice_session', on: '2026-03-01', recordedOn: '2026-03-01' },
    ]
    expect(doneInWords({ interventions })).toBe('Workflow update, Feb 16, 2026 (recorded Feb 20, 2026); Practice, Mar 1, 2026')
  })

  it('says from which day on cash is counted, and what was recorded later than on its day', () => {
    const done = (title: string, ...days: [string, string][]) => ({
      ...entry(title, 'shown', 1),
      title,
      interventions: days.map(([on, recordedOn]) => ({ kind: 'staff_training' as const, on, recordedOn })),
    })
    const entries = [done('B', ['2026-03-01', '2026-03-01']), done('A', ['2026-02-16', '2026-04-01'], ['2026-03-02', '2026-03-02'])]
    expect(countedFromInWords(entries)).toBe(
      'Counted from Feb 16, 2026, the day that was recorded for the first action; it was recorded on Apr 1, 2026; of each pattern from the day of its own.',
    )
    expect(countedFromInWords(entries.slice(0, 1))).not.toContain('it was recorded')
    expect(countedFromInWords([])).toBe('')
    expect(backdatedOf(entries)).toEqual([{ kind: 'staff_training', on: '2026-02-16', recordedOn: '2026-04-01', title: 'A' }])
  })

  it('puts before and after beside the comparable claims, or says nothing', () => {
    const side = (denialRate: number) => ({ claims: 100, denied: 1, denialRate })
    const before = { weeks: 4, treated: side(10), control: side(5) }
    expect(comparedInWords({ before, after: { weeks: 4, treated: side(4), control: side(6) } })).toBe(
      'The denial rate of the pattern went from 10.00% to 4.00%; that of comparable claims from 5.00% to 6.00%.',
    )
    expect(comparedInWords({ before, after: null })).toBeNull()
  })
})

describe('the best proven', () => {
  it('are those in the sums that are shown to work, by what they brought at the least', () => {
    const patterns = [entry('little', 'shown', 1), entry('much', 'shown', 5), entry('held', 'shown', 9, { counted: false }), entry('unsure', 'not_shown', -1)]
    const lessons = [entry('lesson', 'shown', 3, { level: 'lesson' })]
    expect(bestProven({ patterns, lessons }).map(({ patternId }) => patternId)).toEqual(['much', 'lesson', 'little'])
  })
})

describe('the entries beside the best proven', () => {
  it('counts each once, and those whose denials are in the sum already apart', () => {
    const entries = [
      entry('best', 'shown', 2),
      entry('also', 'shown', 1),
      entry('chance', 'not_shown', -1),
      entry('early', 'not_enough_yet', null, { counted: false }),
      entry('alone', 'no_control', null, { counted: false }),
      entry('new', 'no_baseline', null, { counted: false }),
      entry('best', 'shown', 3, { level: 'lesson', counted: false }),
      entry('chance', 'not_shown', -2, { level: 'lesson', counted: false }),
    ]
    expect(othersInWords(entries, 1)).toBe(
      '1 more shown to work, 1 not shown to work, 1 too early to tell, 2 not measurable, 2 whose denials another entry already counts',
    )
    const told = [...othersInWords(entries, 1).matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0)
    expect(told).toBe(entries.length - 1)
  })

  it('says nothing where there is no other', () => {
    expect(othersInWords([entry('best', 'shown', 2)], 5)).toBe('')
    expect(othersInWords([], 5)).toBe('')
  })
})
