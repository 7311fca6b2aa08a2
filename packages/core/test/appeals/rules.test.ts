import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineOf, decisionProblems, filingProblems, isDenied, nextLevel, type AppealedClaim, type Decision } from '../../src/appeals/rules.ts'
import { addDays, daysBetween } from '../../src/dates.ts'

const today = '2026-03-31'
const claim: AppealedClaim = {
  initialOutcome: 'partially_denied',
  finalOutcome: 'partially_denied',
  firstDeniedOn: '2026-01-20',
  billed: 180_00,
  lines: [
    { lineNumber: 1, isDenied: false },
    { lineNumber: 2, isDenied: true },
  ],
  appeals: [],
  appealWindowDays: 60,
}
const filing = { filedOn: '2026-02-01', lineNumbers: [2], amount: 60_00 }
const fieldsOf = (problems: readonly { field: string }[]) => problems.map(({ field }) => field)

describe('what can be appealed', () => {
  it.each([
    ['denied', 'denied', true],
    ['partially_denied', 'paid', true],
    ['paid', 'denied', true],
    ['paid', 'paid', false],
    [null, null, false],
  ] as const)('first %s, at last %s: %s', (initialOutcome, finalOutcome, expected) => expect(isDenied({ initialOutcome, finalOutcome })).toBe(expected))

  it('is of the level after the highest one', () => {
    expect(nextLevel([])).toBe(1)
    expect(nextLevel([{ level: 4 }, { level: 2 }])).toBe(5)
  })
})

describe('the filing of an appeal', () => {
  it.each<[string, Partial<typeof filing> & { endedOn?: string }, string[]]>([
    ['as it should be', {}, []],
    ['of the whole claim', { lineNumbers: [], amount: 180_00 }, []],
    ['on the day of the denial', { filedOn: '2026-01-20' }, []],
    ['today', { filedOn: today }, []],
    ['tomorrow', { filedOn: '2026-04-01' }, ['filedOn']],
    ['before the denial', { filedOn: '2026-01-19' }, ['filedOn']],
    ['after its end', { endedOn: '2026-01-31' }, ['filedOn']],
    ['of a line that was paid', { lineNumbers: [1, 2] }, ['lineNumbers']],
    ['of a line that is not there', { lineNumbers: [3] }, ['lineNumbers']],
    ['for more than was billed', { amount: 180_01 }, ['amount']],
    ['wrong in everything', { filedOn: '2027-01-01', lineNumbers: [1, 9], amount: 999_00 }, ['filedOn', 'lineNumbers', 'lineNumbers', 'amount']],
  ])('%s', (_, given, expected) => expect(fieldsOf(filingProblems({ ...filing, ...given }, claim, today))).toEqual(expected))

  it('knows no earliest day while the denial has none', () =>
    expect(filingProblems({ ...filing, filedOn: '2020-01-01' }, { ...claim, firstDeniedOn: null }, today)).toEqual([]))
})

describe('the end of an appeal', () => {
  it.each<[Decision, string | null, string[]]>([
    [{ outcome: 'overturned', on: '2026-03-01', amount: 60_00 }, '2026-02-01', []],
    [{ outcome: 'overturned', on: '2026-03-01', amount: null }, null, []],
    [{ outcome: 'withdrawn', on: '2026-02-01', amount: null }, '2026-02-01', []],
    [{ outcome: 'upheld', on: '2026-01-31', amount: null }, '2026-02-01', ['on']],
    [{ outcome: 'upheld', on: '2026-04-01', amount: null }, '2026-02-01', ['on']],
    [{ outcome: 'upheld', on: '2026-03-01', amount: 1 }, '2026-02-01', ['amount']],
    [{ outcome: 'withdrawn', on: '2026-03-01', amount: 1 }, '2026-02-01', ['amount']],
    [{ outcome: 'partially_overturned', on: '2026-03-01', amount: 180_01 }, '2026-02-01', ['amount']],
  ])('%o, filed %s', (decision, filedOn, expected) => expect(fieldsOf(decisionProblems(decision, { filedOn }, 180_00, today))).toEqual(expected))
})

describe('the deadline of an appeal', () => {
  const first = { level: 1, filedOn: '2026-02-01', outcome: 'upheld', decidedOn: '2026-03-10' } as const
  it.each([
    ['of the first level: the window after the denial', [], 1, '2026-03-21'],
    ['of the second: after the first was decided', [first], 2, '2026-05-09'],
    ['of a level below: after the denial', [first], 1, '2026-03-21'],
    ['of the second, the first without a day: after the denial', [{ ...first, decidedOn: null }], 2, '2026-03-21'],
  ] as const)('%s', (_, appeals, level, expected) => expect(deadlineOf({ ...claim, appeals }, level)).toBe(expected))

  it('is unknown without a day to count from', () => expect(deadlineOf({ ...claim, firstDeniedOn: null }, 1)).toBeNull())

  it('is the window after some day that is known, and the later the longer the window', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-06-01', days))
    const appeals = fc.array(
      fc.record({ level: fc.integer({ min: 1, max: 5 }), filedOn: fc.constant(null), outcome: fc.constant('upheld' as const), decidedOn: fc.option(day) }),
    )
    fc.assert(
      fc.property(day, appeals, fc.integer({ min: 1, max: 6 }), fc.nat(400), (firstDeniedOn, appeals, level, appealWindowDays) => {
        const found = deadlineOf({ firstDeniedOn, appeals, appealWindowDays }, level)!
        expect([firstDeniedOn, ...appeals.map(({ decidedOn }) => decidedOn)]).toContain(addDays(found, -appealWindowDays))
        expect(daysBetween(found, deadlineOf({ firstDeniedOn, appeals, appealWindowDays: appealWindowDays + 1 }, level)!)).toBe(1)
      }),
    )
  })
})
