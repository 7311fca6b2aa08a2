import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf, noFigures, numbersOf } from '../../src/snapshots/numbers.ts'
import { stepsOf } from '../../src/snapshots/steps.ts'
import { partsOf } from '../../src/snapshots/targets.ts'
import { windowOf } from '../../src/snapshots/window.ts'

const change = (cause: string, day: string, value: number, appeared = false) => ({
  cause,
  day,
  at: new Date(`${day}T12:00:00Z`),
  column: 'any',
  change: String(value),
  appeared,
})

describe('steps', () => {
  it('come in order of time, one for each cause of a day, without those that move nothing', () => {
    const steps = stepsOf('denialRate', { figures: { ...noFigures(), denied: 1, adjudicated: 2 }, known: true }, [
      {
        figure: 'denied',
        isOwn: false,
        changes: [change('import:2', '2026-03-02', 1), change('import:1', '2026-03-01', 1), change('import:3', '2026-03-03', 0)],
      },
      {
        figure: 'adjudicated',
        isOwn: false,
        changes: [change('import:1', '2026-03-01', 1), change('import:2', '2026-03-02', 1), change('import:1', '2026-03-04', 4)],
      },
    ])
    expect(steps.map(({ cause, day, changes, value, change }) => [cause, day, changes, value, change])).toEqual([
      ['import:1', '2026-03-01', { deniedClaims: 1, adjudicatedClaims: 1 }, 66.67, 16.67],
      ['import:2', '2026-03-02', { deniedClaims: 1, adjudicatedClaims: 1 }, 75, 8.33],
      ['import:1', '2026-03-04', { adjudicatedClaims: 4 }, 37.5, -37.5],
    ])
  })

  it('of a thing have no number until a row of its own appears', () => {
    const steps = stepsOf('deniedClaims', { figures: noFigures(), known: false }, [
      {
        figure: 'denied',
        isOwn: true,
        changes: [change('import:1', '2026-03-01', 0), change('pattern:new', '2026-03-02', 0, true), change('import:2', '2026-03-03', 2)],
      },
    ])
    expect(steps.map(({ cause, changes, value, change }) => [cause, changes, value, change])).toEqual([
      ['pattern:new', {}, 0, null],
      ['import:2', { deniedClaims: 2 }, 2, 2],
    ])
  })

  it('add up in whatever order the database gives them', () => {
    const figure = fc.constantFrom('deniedAmount' as const, 'adjudicatedAmount' as const)
    const one = fc.record({
      figure,
      cause: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: 10, max: 19 }),
      cents: fc.integer({ min: -99_999, max: 99_999 }),
    })
    fc.assert(
      fc.property(fc.array(one), (all) => {
        const changes = (of: string) => all.filter(({ figure }) => figure === of).map(({ cause, day, cents }) => change(cause, `2026-03-${day}`, cents / 100))
        const start = { ...noFigures(), deniedAmount: 1000, adjudicatedAmount: 5000 }
        const end = { ...start }
        for (const { figure, cents } of all) end[figure] += cents
        const steps = stepsOf('dollarDenialRate', { figures: start, known: true }, [
          { figure: 'deniedAmount', isOwn: false, changes: changes('deniedAmount') },
          { figure: 'adjudicatedAmount', isOwn: false, changes: changes('adjudicatedAmount') },
        ])
        expect(steps.at(-1)?.value ?? 20).toBe(steps.length === 0 ? 20 : numbersOf(end).dollarDenialRate)
        const days = steps.map(({ day }) => day)
        expect(days).toEqual(days.toSorted())
      }),
    )
  })
})

describe('parts', () => {
  it('of a rate are the figures it divides; a population that is the organization’s has no subject', () => {
    expect([...partsOf('lineDenialRate', { payer: 'P1' }).of]).toEqual([
      ['deniedLines', { source: 'submission', column: 'denied_line_count', isOwn: false, subject: 'P1' }],
      ['lines', { source: 'submission', column: 'line_count', isOwn: false, subject: 'P1' }],
    ])
    expect([...partsOf('denialRate', { pattern: 'PTN-1' }).of]).toEqual([
      ['denied', { source: 'pattern', column: 'denied_count', isOwn: true, subject: 'PTN-1' }],
      ['adjudicated', { source: 'service', column: 'adjudicated_count', isOwn: false, subject: undefined }],
    ])
    expect([...partsOf('adjudicatedClaims', { policy: 'POL-1' }).of.values()]).toEqual([
      { source: 'policy', column: 'hit_count', isOwn: true, subject: 'POL-1' },
    ])
    expect([...partsOf('paidAmount', { provider: 'DR1' }).of.values()]).toEqual([{ source: 'provider', column: 'paid_amount', isOwn: true, subject: 'DR1' }])
  })

  it('that a target does not have are named', () => {
    expect(() => partsOf('paidAmount', { policy: 'POL-1' })).toThrow(
      'metric: a policy has adjudicatedClaims, deniedClaims, deniedAmount, denialRate, approvalRate; not paidAmount.',
    )
  })
})

describe('a window', () => {
  it.each([
    [{ asOf: '2026-03-31', days: 30 }, '2026-03-02', '2026-04-01'],
    [{ asOf: '2026-03-31', days: 1 }, '2026-03-31', '2026-04-01'],
    [{ asOf: '2026-03-31', days: 30, to: '2026-02-28' }, '2026-01-30', '2026-03-01'],
    [{ asOf: '2026-03-31', days: 30, from: '2026-01-01' }, '2026-01-01', '2026-04-01'],
    [{ asOf: '2026-03-31', days: 30, from: '2026-01-01', to: '2026-01-01' }, '2026-01-01', '2026-01-02'],
  ])('%j is [%s, %s)', (input, start, end) => {
    expect(windowOf(input)).toEqual({ start, end })
  })
})

describe('a difference', () => {
  it('is exact, and unknown with either side', () => {
    expect(differenceOf(0.1, 0.3)).toBe(0.2)
    expect(differenceOf(33.33, 25)).toBe(-8.33)
    expect(differenceOf(null, 1)).toBeNull()
    expect(differenceOf(1, null)).toBeNull()
  })
})
