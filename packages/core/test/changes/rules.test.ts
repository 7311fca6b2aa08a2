import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareChanges, FALSE_ALARMS_PER_YEAR, isNews, yearsBetween, type KnownChange } from '../../src/changes/rules.ts'

const change = (signalledOn: string, { onsetLow = '2026-01-01', subjectKey = 'A', direction = 'up' as const } = {}): KnownChange => ({
  subjectKey,
  direction,
  onsetLow,
  signalledOn,
})

describe('the run length of a series', () => {
  it('leaves the organization at most one false alarm a year, and not much less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (series) => {
        const perYear = (2 * series) / yearsBetween(series)
        expect(perYear).toBeLessThanOrEqual(FALSE_ALARMS_PER_YEAR)
        if (series > 25) expect(perYear).toBeGreaterThan(FALSE_ALARMS_PER_YEAR / 2)
      }),
    )
  })

  it('stays as it is when a few series come', () => {
    expect([1, 25].map(yearsBetween)).toEqual([50, 50])
    expect([26, 50, 51].map(yearsBetween)).toEqual([100, 100, 200])
  })
})

describe('finding changes again', () => {
  it('knows the same call, whatever else moved', () => {
    const stored = [{ ...change('2026-02-01'), id: 7 }]
    expect(compareChanges(stored, [change('2026-02-01', { onsetLow: '2026-01-20' })])).toMatchObject({ again: [{ id: 7 }], fresh: [], gone: [] })
  })

  it('knows a call that late decisions moved, and prefers the same day', () => {
    const stored = [
      { ...change('2026-02-01'), id: 1 },
      { ...change('2026-02-10', { onsetLow: '2026-02-02' }), id: 2 },
    ]
    const { again, gone } = compareChanges(stored, [change('2026-02-03', { onsetLow: '2026-01-05' }), change('2026-02-10', { onsetLow: '2026-02-02' })])
    expect(again.map(({ id, signalledOn }) => [id, signalledOn])).toEqual([
      [1, '2026-02-03'],
      [2, '2026-02-10'],
    ])
    expect(gone).toEqual([])
  })

  it('tells another subject, direction or time apart', () => {
    const stored = [{ ...change('2026-02-01'), id: 7 }]
    for (const other of [
      change('2026-02-01', { subjectKey: 'B' }),
      { ...change('2026-02-01'), direction: 'down' as const },
      change('2026-05-01', { onsetLow: '2026-04-01' }),
    ])
      expect(compareChanges(stored, [other])).toMatchObject({ again: [], fresh: [other], gone: [7] })
  })

  it('finds each of its own finds again', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`)
    const some = fc.uniqueArray(
      fc.record({ subjectKey: fc.constantFrom('A', 'B'), direction: fc.constantFrom('up', 'down'), onsetLow: fc.constant('2026-01-01'), signalledOn: days }),
      {
        selector: ({ subjectKey, direction, signalledOn }) => `${subjectKey} ${direction} ${signalledOn}`,
      },
    )
    fc.assert(
      fc.property(some, (found) => {
        const stored = found.map((one, id) => ({ ...(one as KnownChange), id }))
        const compared = compareChanges(stored, found.toReversed() as KnownChange[])
        expect(compared.fresh).toEqual([])
        expect(compared.gone).toEqual([])
        for (const { id, ...one } of compared.again) expect(one).toEqual(found[id])
      }),
    )
  })
})

describe('news', () => {
  it('is what holds and was called of late', () => {
    expect(isNews({ endedOn: null, signalledOn: '2026-03-01' }, '2026-03-31')).toBe(true)
    expect(isNews({ endedOn: '2026-03-20', signalledOn: '2026-03-01' }, '2026-03-31')).toBe(false)
    expect(isNews({ endedOn: null, signalledOn: '2025-06-01' }, '2026-03-31')).toBe(false)
  })
})
