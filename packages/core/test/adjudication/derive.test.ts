import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveClaim, type DerivedClaim, type DerivedLine } from '../../src/adjudication/derive.ts'
import type { AppealFacts, DecisionFacts } from '../../src/adjudication/facts.ts'
import { decision, decisions, denialOf, line, reversal, shuffled, statement } from './facts.ts'

const derive = (facts: readonly DecisionFacts[], { lineNumbers = [] as number[], appeals = [] as AppealFacts[] } = {}) =>
  deriveClaim({ id: 'C1', lineNumbers, decisions: facts, appeals })

const denied = decision(1, '2026-01-10', 0)
const partial = decision(1, '2026-01-10', 8_000)
const secondary = { rank: 'secondary', payerId: 'second' } as const
const appeal: AppealFacts = { level: 1, filedOn: '2026-02-01', outcome: 'pending', decidedOn: null }

const claims: [string, DecisionFacts[], Partial<DerivedClaim>][] = [
  ['nothing was decided', [], { status: 'pending', paid: 0, initialOutcome: null, finalOutcome: null, processingDate: null, denied: 0 }],
  ['it is paid', [decision(1, '2026-01-10', 13_000)], { status: 'paid', paid: 13_000, firstDeniedOn: null, denied: 0, denialReason: null }],
  ['it is denied', [denied], { status: 'denied', firstDeniedOn: '2026-01-10', denied: 13_000, openDenied: 13_000, denialCarc: '197', denialGroup: 'CO' }],
  ['a part is denied', [partial], { status: 'partially_denied', paid: 8_000, denied: 5_000, openDenied: 5_000 }],
  [
    'a denial is paid later: initial stays, final is paid',
    [denied, decision(2, '2026-03-01', 13_000)],
    {
      status: 'overturned',
      initialOutcome: 'denied',
      finalOutcome: 'paid',
      firstDecidedOn: '2026-01-10',
      processingDate: '2026-03-01',
      denied: 13_000,
      openDenied: 0,
    },
  ],
  ['a denial is denied again', [denied, decision(2, '2026-03-01', 0)], { status: 'denied', paid: 0, openDenied: 13_000 }],
  ['a denial is paid in part', [denied, decision(2, '2026-03-01', 8_000)], { status: 'overturned', paid: 8_000, openDenied: 5_000 }],
  [
    'a payment is denied later',
    [decision(1, '2026-01-10', 13_000), reversal(2, '2026-03-01', 13_000), decision(3, '2026-03-01', 0)],
    { status: 'denied', paid: 0, firstDeniedOn: null, denied: 0, openDenied: 13_000 },
  ],
  [
    'a payment is taken back and not decided again',
    [partial, reversal(2, '2026-03-01', 8_000)],
    { status: 'pending', paid: 0, initialOutcome: 'partially_denied', finalOutcome: null, processingDate: '2026-03-01' },
  ],
  [
    'a part is corrected: restated, not added',
    [partial, reversal(2, '2026-03-01', 8_000), decision(3, '2026-03-01', 13_000)],
    { status: 'overturned', paid: 13_000, openDenied: 0 },
  ],
  [
    'the correction arrived before the reversal of its day',
    [partial, decision(2, '2026-03-01', 13_000), reversal(3, '2026-03-01', 8_000)],
    { status: 'overturned', paid: 13_000, openDenied: 0 },
  ],
  ['a reversal waits for its original', [reversal(1, '2026-03-01', 8_000)], { status: 'pending', paid: 0, processingDate: null, firstDecidedOn: null }],
  [
    'another payer pays its share',
    [partial, decision(2, '2026-02-01', 3_000, secondary)],
    { status: 'partially_denied', paid: 11_000, initialOutcome: 'partially_denied', openDenied: 5_000 },
  ],
  [
    'another payer decided first',
    [decision(1, '2026-01-10', 0, secondary), decision(2, '2026-02-01', 13_000)],
    { status: 'paid', initialOutcome: 'paid', firstDecidedOn: '2026-02-01' },
  ],
  ['only another payer decided', [decision(1, '2026-01-10', 0, secondary)], { status: 'denied', initialOutcome: 'denied', denied: 13_000 }],
  [
    'what the primary payer took back is not the other one to decide',
    [partial, reversal(2, '2026-02-01', 8_000), decision(3, '2026-03-01', 3_000, secondary)],
    { status: 'pending', paid: 3_000, finalOutcome: null },
  ],
  [
    'it was promised or is another payer’s: no decision, no cash',
    [decision(1, '2026-01-10', 13_000, { kind: 'predetermination', outcome: null }), decision(2, '2026-01-10', 0, { kind: 'not_our_claim', outcome: null })],
    { status: 'pending', paid: 0, initialOutcome: null, processingDate: null },
  ],
  ['it is a duplicate', [{ ...denied, duplicate: true, denial: { ...denialOf(), carc: '18' } }], { status: 'denied', isDuplicate: true, denialCarc: '18' }],
  [
    'an export said how it stands, twice',
    [statement(1, '2026-01-10', 4_000), statement(2, '2026-03-01', 8_000)],
    { paid: 8_000, processingDate: '2026-03-01' },
  ],
  ['payments of two days add up', [decision(1, '2026-01-10', 4_000), decision(2, '2026-02-01', 2_000)], { paid: 6_000 }],
  ['an undated decision follows', [partial, decision(2, null, 13_000)], { processingDate: '2026-01-10', paid: 21_000 }],
]

const numbers: [string, DecisionFacts[], string | null][] = [
  ['of its payer', [partial], 'ICN-1'],
  ['that it gave last', [partial, decision(2, '2026-02-01', 0, { payerControlNumber: 'ICN-0' })], 'ICN-0'],
  ['of the payer who leads', [partial, decision(2, '2026-02-01', 0, { ...secondary, payerControlNumber: 'ZZZ' })], 'ICN-1'],
  ['of a reversal that waits', [reversal(1, '2026-02-01', 8_000)], 'ICN-1'],
  ['that nobody gave', [decision(1, '2026-01-10', 0, { payerControlNumber: null })], null],
]

const two = { lineNumbers: [1, 2] }
const decided = (id: number, on: string, lines: DecisionFacts['lines'], more: Partial<DecisionFacts> = {}) =>
  decision(
    id,
    on,
    lines.reduce((sum, { paid }) => sum + paid, 0),
    { lines, ...more },
  )

describe('a claim whose', () => {
  it.each(claims)('%s', (_, facts, expected) => expect(derive(facts)).toMatchObject(expected))

  it.each(numbers)('number is that %s', (_, facts, expected) => expect(derive(facts).payerControlNumber).toBe(expected))

  it('denial is appealed says so until it is won', () => {
    expect(derive([denied], { appeals: [appeal] })).toMatchObject({ status: 'appealed', appealStatus: 'pending', closedAppeals: [] })
    expect(derive([denied, decision(2, '2026-03-01', 13_000)], { appeals: [appeal] })).toMatchObject({
      status: 'overturned',
      appealStatus: 'overturned',
      closedAppeals: [{ level: 1, outcome: 'overturned', decidedOn: '2026-03-01', recovered: 13_000 }],
    })
  })

  it('lines were decided one by one counts them', () => {
    const duplicate = { ...line(3, 0), duplicate: true, carc: '18' }
    expect(derive([decided(1, '2026-01-10', [line(1, 8_000), line(2, 0), duplicate])], { lineNumbers: [1, 2, 3, 4] })).toMatchObject({
      lineCount: 4,
      deniedLineCount: 1,
      duplicateLineCount: 1,
    })
  })
})

const cases: [string, DecisionFacts[], Partial<DerivedLine>[]][] = [
  ['undecided', [denied], [{ status: 'pending', paid: 0, firstDecidedOn: null }, { status: 'pending' }]],
  [
    'paid and denied',
    [decided(1, '2026-01-10', [line(1, 8_000), line(2, 0)])],
    [
      { status: 'paid', paid: 8_000 },
      { status: 'denied', denialCarc: '197', denialDate: '2026-01-10' },
    ],
  ],
  [
    'not named by a later decision',
    [decided(1, '2026-01-10', [line(1, 0), line(2, 0)]), decided(2, '2026-03-01', [line(1, 8_000)])],
    [
      { status: 'overturned', initiallyDenied: true, finallyDenied: false },
      { status: 'denied', finallyDenied: true },
    ],
  ],
  [
    'split and paid in part: not denied',
    [decided(1, '2026-01-10', [line(1, 0), line(1, 3_000), line(2, 0)])],
    [{ status: 'paid', paid: 3_000, initiallyDenied: false, denialCarc: null }, { status: 'denied' }],
  ],
  [
    'split and denied in every part',
    [decided(1, '2026-01-10', [line(1, 0), line(1, 0)])],
    [{ status: 'denied', initiallyDenied: true, denialCarc: '197' }, { status: 'pending' }],
  ],
  [
    'taken back',
    [decided(1, '2026-01-10', [line(1, 8_000)]), reversal(2, '2026-02-01', 8_000, { lines: [line(1, -8_000, false)] })],
    [{ status: 'pending', paid: 0, firstDecidedOn: '2026-01-10' }, { status: 'pending' }],
  ],
  [
    'paid by two payers',
    [decided(1, '2026-01-10', [line(1, 0)]), decided(2, '2026-02-01', [line(1, 2_000)], secondary)],
    [{ status: 'denied', paid: 2_000 }, { status: 'pending' }],
  ],
  [
    'not matched to any',
    [decided(1, '2026-01-10', [line(null, 8_000)])],
    [
      { status: 'pending', paid: 0 },
      { status: 'pending', paid: 0 },
    ],
  ],
]

describe('lines that are', () => {
  it.each(cases)('%s', (_, facts, expected) => expect(derive(facts, two).lines).toMatchObject(expected))

  it('split add up what was allowed, where any part says it', () => {
    const [first] = derive(
      [
        decided(1, '2026-01-10', [
          { ...line(1, 100), allowed: 150 },
          { ...line(1, 200), allowed: null },
        ]),
      ],
      two,
    ).lines
    expect(first).toMatchObject({ paid: 300, allowed: 150 })
  })
})

describe('whatever was decided', () => {
  const some = { lineNumbers: [1, 2, 3], appeals: [appeal] }

  it('gives the same in whatever order it is told', () => {
    fc.assert(
      fc.property(
        decisions.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
        ([facts, others]) => {
          expect(derive(others, some)).toEqual(derive(facts, some))
        },
      ),
    )
  })

  it('gives the same in whatever order remittances of different days arrive', () => {
    const remittances = decisions.map((facts) => facts.filter((told) => !told.isStatement).map((told, at) => ({ ...told, decidedOn: `2026-01-${10 + at}` })))
    const arrivals = remittances.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts.map(({ id }) => id))))
    fc.assert(
      fc.property(arrivals, ([facts, ids]) => {
        const arrived = facts.map((told, at) => ({ ...told, id: ids[at] as number }))
        // Which row is no cash, is told by its id.
        const { cash: _, ...otherwise } = derive(arrived, some)
        const { cash: __, ...inTurn } = derive(facts, some)
        expect(otherwise).toEqual(inTurn)
      }),
    )
  })

  it('adds up the cash of payments', () => {
    fc.assert(
      fc.property(decisions, (facts) => {
        const payments = facts.filter(({ isStatement, kind }) => !isStatement && kind === 'original')
        expect(derive(payments).paid).toBe(payments.reduce((sum, { paid }) => sum + paid, 0))
      }),
    )
  })

  it('is left with the same cash by a payment that is taken back', () => {
    fc.assert(
      fc.property(decisions, (facts) => {
        // A reversal without a day could be the one of any payment.
        const dated = facts.filter(({ kind, decidedOn }) => kind !== 'reversal' || decidedOn !== null)
        expect(derive([...dated, decision(98, '2026-05-01', 777), reversal(99, '2026-05-02', 777)]).paid).toBe(derive(dated).paid)
      }),
    )
  })

  it('keeps the initial denial when more is decided later', () => {
    fc.assert(
      fc.property(decisions, fc.constantFrom(0, 8_000, 13_000), (facts, paid) => {
        const before = derive(facts)
        fc.pre(
          before.firstDecidedOn !== null && before.firstDecidedOn < '2026-06-01' && facts.some(({ rank, kind }) => kind === 'original' && rank !== 'secondary'),
        )
        const after = derive([...facts, decision(99, '2026-06-01', paid)])
        expect([after.initialOutcome, after.firstDecidedOn, after.denied]).toEqual([before.initialOutcome, before.firstDecidedOn, before.denied])
      }),
    )
  })

  it('is denied no more at its end than its decisions say', () => {
    fc.assert(
      fc.property(decisions, (facts) => {
        const { openDenied, denied: initially, status, finalOutcome } = derive(facts, some)
        expect(Math.max(openDenied, initially)).toBeLessThanOrEqual(13_000)
        expect(status === 'pending').toBe(finalOutcome === null)
      }),
    )
  })
})
