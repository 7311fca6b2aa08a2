import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveClaim } from '../../src/adjudication/derive.ts'
import type { DecisionFacts } from '../../src/adjudication/facts.ts'
import { lineageOf } from '../../src/claims/get-lineage.ts'

const decision = (id: number, facts: Partial<DecisionFacts> = {}): DecisionFacts => ({
  id,
  kind: 'original',
  rank: 'primary',
  payerId: 'P1',
  payerControlNumber: null,
  isStatement: false,
  decidedOn: '2026-01-10',
  charge: 10_000,
  paid: 8_000,
  patientResponsibility: null,
  allowed: null,
  outcome: 'paid',
  duplicate: false,
  denial: { group: null, carc: null, rarc: null, reason: null, deniedAmount: 0 },
  lines: [],
  ...facts,
})
const reversal = (id: number, facts: Partial<DecisionFacts> = {}) =>
  decision(id, { kind: 'reversal', rank: null, charge: -10_000, paid: -8_000, outcome: null, decidedOn: '2026-02-10', ...facts })

describe('lineage of the decisions of a claim', () => {
  it('pairs each reversal with the original it takes back', () => {
    const found = lineageOf([
      decision(1),
      reversal(2),
      decision(3, { paid: 9_000, decidedOn: '2026-02-10' }),
      reversal(4, { paid: -9_000, decidedOn: '2026-03-01' }),
    ])
    expect([...found.takesBack]).toEqual([
      [2, 1],
      [4, 3],
    ])
    expect(found).toMatchObject({ initial: 1, final: null })
    expect(found.cash).toEqual([
      { day: '2026-01-10', amount: 8_000 },
      { day: '2026-02-10', amount: 1_000 },
      { day: '2026-03-01', amount: -9_000 },
    ])
  })

  it('shows a reversal without its original as waiting, and takes no cash away for it', () => {
    const found = lineageOf([reversal(1)])
    expect([...found.waiting]).toEqual([1])
    expect(found).toMatchObject({ cash: [], initial: null, final: null })
  })

  it('tells a statement that a later one replaces', () => {
    const statement = (id: number) => decision(id, { isStatement: true })
    expect([...lineageOf([statement(1), statement(2)]).replaced]).toEqual([1])
  })

  it('says of any decisions what the claim derives from them', () => {
    const day = fc.constantFrom('2026-01-10', '2026-02-10', '2026-03-10', null)
    const facts = fc.record({
      kind: fc.constantFrom('original', 'reversal', 'not_our_claim', 'predetermination' as const),
      rank: fc.constantFrom('primary', 'secondary', null),
      payerId: fc.constantFrom('P1', 'P2'),
      decidedOn: day,
      paid: fc.integer({ min: -500, max: 500 }),
      outcome: fc.constantFrom('paid', 'denied', 'partially_denied' as const),
      isStatement: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 8 }), (told) => {
        const decisions = told.map(({ kind, outcome, isStatement, ...rest }, at) =>
          decision(at + 1, {
            ...rest,
            kind,
            isStatement: isStatement && kind === 'original',
            outcome: kind === 'original' ? outcome : null,
          } as Partial<DecisionFacts>),
        )
        const derived = deriveClaim({ id: 'C', lineNumbers: [], decisions, appeals: [] })
        const { initial, final, cash } = lineageOf(decisions)
        const named = (id: number | null) => decisions.find((one) => one.id === id)
        expect(cash.reduce((sum, { amount }) => sum + amount, 0)).toBe(derived.paid)
        expect([named(initial)?.outcome ?? null, named(initial)?.decidedOn ?? null]).toEqual([derived.initialOutcome, derived.firstDecidedOn])
        expect(named(final)?.outcome ?? null).toBe(derived.finalOutcome)
      }),
    )
  })
})
