import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitionKeys, type DefinitionKey } from '../../../src/measures/bridge/definitions.ts'
import { periodOf } from '../../../src/measures/bridge/period.ts'
import { reasonKeys, reasonsBetween } from '../../../src/measures/bridge/reasons.ts'
import { addTallies, stepsBetweenUnits, totalsOf, waterfallOf } from '../../../src/measures/bridge/rules.ts'
import type { Fractions, Tally } from '../../../src/measures/bridge/sql.ts'

type Pairs = Partial<Record<DefinitionKey, [number, number]>>
const fractions = (given: Pairs): Fractions =>
  Object.fromEntries(
    definitionKeys.map((key) => {
      const [numerator, denominator] = given[key] ?? [0, 0]
      return [key, { numerator, denominator }]
    }),
  ) as Fractions
const tally = (reason: Tally['reason'], claims: number, given: Pairs): Tally => ({ reason, claims, fractions: fractions(given) })

describe('the waterfall', () => {
  const tallies = [
    tally(null, 90, { status_denied: [9, 90], initial_or_partial: [9, 90], lines: [12, 200], dollars: [9000, 50_000] }),
    tally('denied_in_part', 4, { status_denied: [0, 4], initial_or_partial: [4, 4], lines: [4, 10], dollars: [100, 2000] }),
    tally('pending', 6, { status_denied: [0, 6], initial_or_partial: [0, 0] }),
  ]

  it('goes by claims in the order of the reasons, then into the unit', () => {
    expect(waterfallOf(tallies, 'status_denied', 'lines')).toEqual({
      from: { unit: 'claims', numerator: 9, denominator: 100 },
      steps: [
        { key: 'pending', claims: 6, change: { numerator: 0, denominator: -6 }, unit: 'claims', numerator: 9, denominator: 94 },
        { key: 'denied_in_part', claims: 4, change: { numerator: 4, denominator: 0 }, unit: 'claims', numerator: 13, denominator: 94 },
        { key: 'by_line', claims: 13, change: null, unit: 'lines', numerator: 16, denominator: 210 },
      ],
      to: { unit: 'lines', numerator: 16, denominator: 210 },
    })
  })

  it('goes out of a unit first', () => {
    const { steps } = waterfallOf([tallies[0]!], 'dollars', 'lines')
    expect(steps.map(({ key, unit, numerator, denominator }) => [key, unit, numerator, denominator])).toEqual([
      ['by_claim', 'claims', 9, 90],
      ['by_line', 'lines', 12, 200],
    ])
    expect(stepsBetweenUnits('dollars', 'dollars')).toEqual({ out: null, in: null })
    expect(stepsBetweenUnits('initial', 'submitted_dollars')).toEqual({ out: null, in: 'by_dollar' })
  })

  it('is the same however the period was cut, and ends where its target is', () => {
    const pair = fc.integer({ min: 0, max: 50 }).chain((whole) => fc.integer({ min: 0, max: whole }).map((part): [number, number] => [part, whole]))
    const some = fc.record({
      reason: fc.constantFrom(...reasonsBetween('status_denied', 'final')),
      claims: fc.nat(50),
      status_denied: pair,
      final: pair,
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (rows) => {
        const parts = rows.map(({ reason, claims, status_denied, final }) => tally(reason, claims, { status_denied, final }))
        const whole = addTallies(parts)
        expect(totalsOf(whole)).toEqual(totalsOf(parts))
        expect(new Set(whole.map(({ reason }) => reason)).size).toBe(whole.length)
        const { from, steps, to } = waterfallOf(whole, 'status_denied', 'final')
        const last = steps.at(-1) ?? from
        expect([last.numerator, last.denominator]).toEqual([to.numerator, to.denominator])
        expect(steps.reduce((sum, { claims }) => sum + claims, 0)).toBe(parts.reduce((sum, { claims }) => sum + claims, 0))
      }),
    )
  })
})

describe('reasons', () => {
  it('of one definition alone explain nothing between two others', () => {
    const own = ['no_primary_decision', 'no_remittance', 'other_code', 'code_4_not_denied', 'under_appeal']
    expect(reasonsBetween('initial', 'final')).toEqual(reasonKeys.filter((key) => !own.includes(key)))
    expect(reasonsBetween('final', 'primary')).toContain('no_primary_decision')
    expect(reasonsBetween('status_denied', 'clp02_4')).toEqual(reasonKeys.filter((key) => key !== 'no_primary_decision'))
  })
})

describe('a period', () => {
  const today = '2026-03-31'

  it('is the last days, or from a start until before an end', () => {
    expect(periodOf({ days: 90 }, today)).toEqual({ start: '2026-01-01', end: '2026-04-01' })
    expect(periodOf({ days: 90, start: '2025-01-01', end: '2026-01-02' }, today)).toEqual({ start: '2025-01-01', end: '2026-01-02' })
  })

  it.each([
    [{ start: '2026-01-01' }, 'end'],
    [{ end: '2026-01-01' }, 'start'],
    [{ start: '2026-01-01', end: '2026-01-01' }, 'end'],
    [{ start: '2026-01-02', end: '2026-01-01' }, 'end'],
    [{ start: '2025-01-01', end: '2026-01-03' }, 'end'],
  ])('is refused: %j', (given, field) => {
    expect(() => periodOf({ days: 90, ...given }, today)).toThrow(
      expect.objectContaining({ code: 'invalid_input', fields: [expect.objectContaining({ field })] }),
    )
  })
})
