import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeAppeals } from '../../src/adjudication/appeals.ts'
import type { AppealFacts, DecisionFacts } from '../../src/adjudication/facts.ts'
import { decisionsInForce } from '../../src/adjudication/in-force.ts'
import { decision, decisions, reversal, shuffled, statement } from './facts.ts'

const close = (appeals: readonly AppealFacts[], facts: readonly DecisionFacts[]) => closeAppeals(appeals, decisionsInForce(facts))
const appeal = (level: number, filedOn: string | null, more: Partial<AppealFacts> = {}): AppealFacts => ({
  level,
  filedOn,
  outcome: 'pending',
  decidedOn: null,
  ...more,
})

const first = appeal(1, '2026-02-01')
const denied = decision(1, '2026-01-10', 0)
const partial = decision(1, '2026-01-10', 8_000)
const secondary = { rank: 'secondary', payerId: 'second' } as const
const won = (decidedOn: string, recovered: number, level = 1) => [{ level, outcome: 'overturned', decidedOn, recovered }]
const inPart = (decidedOn: string, recovered: number) => [{ level: 1, outcome: 'partially_overturned', decidedOn, recovered }]

const cases: [string, AppealFacts[], DecisionFacts[], object[]][] = [
  ['a payment after it', [first], [denied, decision(2, '2026-03-01', 13_000)], won('2026-03-01', 13_000)],
  ['a payment on its day', [first], [denied, decision(2, '2026-02-01', 13_000)], won('2026-02-01', 13_000)],
  ['a payment of a part', [first], [denied, decision(2, '2026-03-01', 8_000)], inPart('2026-03-01', 8_000)],
  ['nothing before it', [first], [denied, decision(2, '2026-01-20', 13_000)], []],
  ['nothing without a day', [first], [denied, decision(2, null, 13_000)], []],
  ['no second denial', [first], [denied, decision(2, '2026-03-01', 0)], []],
  ['the first of two payments', [first], [denied, decision(2, '2026-03-01', 4_000), decision(3, '2026-04-01', 9_000)], inPart('2026-03-01', 4_000)],
  ['what a correction adds', [first], [partial, reversal(2, '2026-03-01', 8_000), decision(3, '2026-03-01', 13_000)], won('2026-03-01', 5_000)],
  [
    'the same, the correction having arrived first',
    [first],
    [partial, decision(2, '2026-03-01', 13_000), reversal(3, '2026-03-01', 8_000)],
    won('2026-03-01', 5_000),
  ],
  ['no correction that pays the same', [first], [partial, reversal(2, '2026-03-01', 8_000), decision(3, '2026-03-01', 8_000)], []],
  ['no payment that was taken back', [first], [denied, decision(2, '2026-03-01', 13_000), reversal(3, '2026-03-05', 13_000)], []],
  ['no payment of another payer', [first], [denied, decision(2, '2026-03-01', 13_000, secondary)], []],
  ['the other payer, where he denied', [first], [{ ...denied, ...secondary }, decision(2, '2026-03-01', 13_000, secondary)], won('2026-03-01', 13_000)],
  ['what an export says more than before', [first], [statement(1, '2026-01-10', 4_000), statement(2, '2026-03-01', 13_000)], won('2026-03-01', 9_000)],
  ['nothing, where nothing was denied', [first], [decision(1, '2026-01-10', 13_000), decision(2, '2026-03-01', 13_000)], []],
  ['a payment after the denial, where it has no day', [appeal(1, null)], [denied, decision(2, '2026-01-20', 13_000)], won('2026-01-20', 13_000)],
  [
    'a payment after the level before, where it has no day',
    [appeal(1, '2026-02-01', { outcome: 'upheld', decidedOn: '2026-03-01' }), appeal(2, null)],
    [denied, decision(2, '2026-03-01', 4_000), decision(3, '2026-05-01', 9_000)],
    [{ level: 2, outcome: 'partially_overturned', decidedOn: '2026-05-01', recovered: 9_000 }],
  ],
  ['nothing, where somebody closed it', [appeal(1, '2026-02-01', { outcome: 'upheld' })], [denied, decision(2, '2026-03-01', 13_000)], []],
  [
    'each level by what it brought',
    [first, appeal(2, '2026-04-01')],
    [denied, decision(2, '2026-03-01', 4_000), reversal(3, '2026-05-01', 4_000), decision(4, '2026-05-01', 13_000)],
    [...inPart('2026-03-01', 4_000), ...won('2026-05-01', 9_000, 2)],
  ],
]

describe('an open appeal', () => {
  it.each(cases)('is won by %s', (_, appeals, facts, expected) => expect(close(appeals, facts)).toEqual(expected))

  const appeals = [first, appeal(2, '2026-02-15'), appeal(3, null)]

  it('brings money when it is won, and never more than was paid', () => {
    fc.assert(
      fc.property(decisions, (facts) => {
        const most = facts.reduce((sum, { paid }) => sum + Math.max(0, paid), 0)
        for (const { recovered } of close(appeals, facts)) {
          expect(recovered).toBeGreaterThan(0)
          expect(recovered).toBeLessThanOrEqual(most)
        }
      }),
    )
  })

  it('ends the same in whatever order decisions are told', () => {
    fc.assert(
      fc.property(
        decisions.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
        ([facts, others]) => {
          expect(close(appeals, others)).toEqual(close(appeals, facts))
        },
      ),
    )
  })
})
