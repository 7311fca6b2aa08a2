import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionFacts } from '../../src/adjudication/facts.ts'
import { decisionsInForce } from '../../src/adjudication/in-force.ts'
import { decision, decisions, reversal, shuffled, statement } from './facts.ts'

/** Ids in order; an original that was taken back in brackets, a statement that is no payment with a star. */
const inForce = (facts: readonly DecisionFacts[]) =>
  decisionsInForce(facts).map(({ id, isReversed, isPayment }) => `${isReversed ? `(${id})` : id}${isPayment ? '' : '*'}`)

const statements: [string, DecisionFacts[], string[]][] = [
  ['the later of one day', [statement(1, '2026-01-10', 0), statement(2, '2026-01-10', 8_000)], ['2']],
  ['the dated over the undated before it', [statement(1, null, 0), statement(2, '2026-01-10', 8_000)], ['2']],
  ['the undated over all before it', [statement(1, '2026-01-10', 0), statement(2, null, 8_000)], ['2']],
  ['those after an undated one', [statement(1, '2026-01-10', 0), statement(2, null, 0), statement(3, '2026-01-20', 8_000)], ['3']],
  ['each of its day, the latest as the payment', [statement(1, '2026-01-10', 4_000), statement(2, '2026-03-01', 8_000)], ['1*', '2']],
  ['the day, not the arrival, for the payment', [statement(1, '2026-03-01', 8_000), statement(2, '2026-01-10', 4_000)], ['2*', '1']],
  ['one of each payer', [statement(1, '2026-01-10', 8_000), statement(2, '2026-01-10', 2_000, { rank: 'secondary' })], ['1', '2']],
  [
    'no payment beside those of remittances',
    [decision(1, '2026-01-10', 4_000), statement(2, '2026-01-10', 8_000), decision(3, '2026-01-10', 100)],
    ['1', '2*', '3'],
  ],
]

const first = decision(1, '2026-01-10', 8_000)
const reversals: [string, DecisionFacts[], string[]][] = [
  ['its original', [first, reversal(2, '2026-02-01', 8_000)], ['(1)', '2']],
  ['its original, not the correction of that day', [first, reversal(2, '2026-02-01', 8_000), decision(3, '2026-02-01', 13_000)], ['(1)', '2', '3']],
  ['the same where the correction arrived first', [first, decision(2, '2026-02-01', 13_000), reversal(3, '2026-02-01', 8_000)], ['(1)', '3', '2']],
  ['the same where the original arrived last', [reversal(1, '2026-02-01', 8_000), decision(2, '2026-02-01', 13_000), { ...first, id: 3 }], ['(3)', '1', '2']],
  ['the same where all are of one day', [decision(1, '2026-01-10', 13_000), reversal(2, '2026-01-10', 8_000), { ...first, id: 3 }], ['(3)', '2', '1']],
  ['nothing while its original has not arrived', [reversal(1, '2026-02-01', 8_000)], []],
  [
    'nothing later, and no correction of its day',
    [reversal(1, '2026-02-01', 8_000), decision(2, '2026-02-01', 13_000), decision(3, '2026-03-01', 8_000)],
    ['2', '3'],
  ],
  ['nothing of another payer', [decision(1, '2026-01-10', 8_000, { payerId: 'second', rank: 'secondary' }), reversal(2, '2026-02-01', 8_000)], ['1']],
  ['nothing of another rank, where it says one', [first, reversal(2, '2026-02-01', 8_000, { rank: 'secondary' })], ['1']],
  ['the one of its amount', [first, decision(2, '2026-01-20', 4_000), reversal(3, '2026-02-01', 4_000)], ['1', '(2)', '3']],
  [
    'the one of its number, where amounts are the same',
    [first, decision(2, '2026-01-20', 8_000, { payerControlNumber: 'ICN-2' }), reversal(3, '2026-02-01', 8_000, { payerControlNumber: 'ICN-2' })],
    ['1', '(2)', '3'],
  ],
  [
    'each one of its own',
    [first, decision(2, '2026-01-20', 8_000), reversal(3, '2026-02-01', 8_000), reversal(4, '2026-02-02', 8_000)],
    ['(1)', '(2)', '3', '4'],
  ],
  ['no original twice', [first, reversal(2, '2026-02-01', 8_000), reversal(3, '2026-02-02', 8_000)], ['(1)', '2']],
  ['an earlier one without its amount, where there is no better', [first, reversal(2, '2026-02-01', 5_000)], ['(1)', '2']],
]

describe('decisions in force', () => {
  it.each(statements)('of statements: %s', (_, facts, expected) => expect(inForce(facts)).toEqual(expected))

  it.each(reversals)('a reversal takes back %s', (_, facts, expected) => expect(inForce(facts)).toEqual(expected))

  it('gives a reversal the rank of what it takes back', () => {
    const second = decision(1, '2026-01-10', 8_000, { payerId: 'second', rank: 'secondary' })
    expect(decisionsInForce([second, reversal(2, '2026-02-01', 8_000, { payerId: 'second' })]).map(({ payer }) => payer)).toEqual(['secondary', 'secondary'])
  })

  it('stand in the order of their days, those without a day last', () => {
    expect(inForce([decision(1, null, 1), decision(2, '2026-03-01', 1), decision(3, '2026-01-10', 1)])).toEqual(['3', '2', '1'])
  })

  it('take back one original for each reversal, whatever comes', () => {
    fc.assert(
      fc.property(decisions, (facts) => {
        const found = decisionsInForce(facts)
        expect(found.filter(({ isReversed }) => isReversed)).toHaveLength(found.filter(({ kind }) => kind === 'reversal').length)
        expect(found.filter(({ kind, isReversed }) => isReversed && kind !== 'original')).toEqual([])
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      }),
    )
  })

  it('are the same in whatever order they are given', () => {
    fc.assert(
      fc.property(
        decisions.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
        ([facts, others]) => {
          expect(decisionsInForce(others)).toEqual(decisionsInForce(facts))
        },
      ),
    )
  })
})
