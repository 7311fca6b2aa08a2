import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denialReasons } from '../../src/adjudication/catalogue.ts'
import { changesOf } from '../../src/lab/changes.ts'
import { labClaim, type CaseClaim, type LabClaim, type LabLine } from '../../src/lab/claim.ts'
import { judgeEdit, type Rules } from '../../src/lab/judge.ts'
import { policiesOf, type PolicyRule } from '../../src/lab/policies.ts'
import { answerOf, optionsOf } from '../../src/lab/question.ts'
import { shownLines } from '../../src/lab/shown-lines.ts'
import { ratingOf, reviewed, type PracticeCard } from '../../src/lab/schedule.ts'
import { checkedOf } from '../../src/lab/claim.ts'
import { preventionOf } from '../../src/patterns/texts.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'

const line = (lineNumber: number, procedureCode: string, more: Partial<LabLine> = {}): LabLine => ({
  lineNumber,
  procedureCode,
  modifiers: [],
  diagnosisCodes: ['M17.9'],
  placeOfService: '11',
  provider: 'A',
  units: 1,
  billedAmount: 100,
  ...more,
})
const sent: LabClaim = { payer: 'P1', daysToSubmission: 40, hasAuthorization: false, lines: [line(1, '99213'), line(2, '20610')] }
const claim: CaseClaim = { id: 'C1', providerId: 'DR1', claimType: 'professional', serviceDate: '2026-02-10', sent, providers: ['DR1'], denied: [1] }
const scope: Condition[] = [
  { field: 'payer', op: 'is', value: 'P1' },
  { field: 'procedureGroup', op: 'has', value: 'procedure' },
  { field: 'modifier', op: 'lacks', value: '25' },
]
const own = { id: 'PTN-1', title: 'P1 denies visits', reason: 'Modifier missing or inconsistent', scope }
const rules: Rules = { own, patterns: [], checks: [], policies: [] }
const edit = (more: Partial<LabClaim>, first: Partial<LabLine> = {}): LabClaim => ({
  ...sent,
  lines: [{ ...sent.lines[0]!, ...first }, sent.lines[1]!],
  ...more,
})

describe('an edit', () => {
  it.each([
    ['nothing', edit({}), 'denied', []],
    ['the modifier', edit({}, { modifiers: ['25'] }), 'open', ['modifiers']],
    ['another modifier', edit({}, { modifiers: ['59'] }), 'denied', ['modifiers']],
    ['the charge', edit({}, { billedAmount: 90, units: 2 }), 'denied', ['units', 'charge']],
    ['the modifier, and a lower charge', edit({}, { modifiers: ['25'], billedAmount: 90 }), 'evaded', ['modifiers', 'charge']],
    ['the modifier, and a cent more', edit({}, { modifiers: ['25'], billedAmount: 100.01 }), 'evaded', ['modifiers', 'charge']],
    ['the modifier, and no charge', edit({}, { modifiers: ['25'], billedAmount: null }), 'evaded', ['modifiers', 'charge']],
    ['the modifier, and more units', edit({}, { modifiers: ['25'], units: 2 }), 'evaded', ['modifiers', 'units']],
    [
      'the modifier, and the charge of another line',
      edit({ lines: [line(1, '99213', { modifiers: ['25'] }), line(2, '20610', { billedAmount: 10 })] }),
      'evaded',
      ['modifiers', 'charge'],
    ],
    ['no such line', edit({ lines: [sent.lines[1]!] }), 'evaded', ['lineRemoved']],
    ['nothing but the line', edit({ lines: [sent.lines[0]!] }), 'evaded', ['lineRemoved']],
    ['another payer', edit({ payer: 'P2' }), 'evaded', ['payer']],
    ['what was done besides', edit({ lines: [sent.lines[0]!, line(2, '99395')] }), 'evaded', ['procedure']],
    ['the modifier and another payer', edit({ payer: 'P2' }, { modifiers: ['25'] }), 'evaded', ['payer', 'modifiers']],
    ['the modifier and another clinician', edit({}, { modifiers: ['25'], provider: 'B' }), 'evaded', ['modifiers', 'provider']],
    ['the modifier, and no diagnosis', edit({}, { modifiers: ['25'], diagnosisCodes: [] }), 'evaded', ['modifiers', 'diagnoses']],
    ['the modifier, and sent sooner', edit({ daysToSubmission: 2 }, { modifiers: ['25'] }), 'evaded', ['daysToSubmission', 'modifiers']],
    [
      'the modifier, and one service more',
      edit({ lines: [line(1, '99213', { modifiers: ['25'] }), sent.lines[1]!, line(3, '36415')] }),
      'evaded',
      ['modifiers', 'lineAdded'],
    ],
    ['the modifier, and another diagnosis', edit({}, { modifiers: ['25'], diagnosisCodes: ['M17.11'] }), 'open', ['modifiers', 'diagnoses']],
    ['diagnoses in another order', edit({}, { diagnosisCodes: ['M17.9', 'M17.9'] }), 'denied', []],
  ] as const)('of %s', (_, edited, verdict, kinds) => {
    const judged = judgeEdit(claim, edited, rules)
    expect(judged.verdict).toBe(verdict)
    expect(judged.changes.map(({ kind }) => kind)).toEqual(kinds)
    expect(judged.because.length > 0).toBe(verdict !== 'open')
  })

  it('says what else was changed of the money', () => {
    const { because } = judgeEdit(claim, edit({}, { modifiers: ['25'], billedAmount: 90, units: 3 }), rules)
    expect(because).toEqual([
      'Also changed: the units of line 1. On the real claim that would be another claim.',
      'Also changed: the charge of line 1. On the real claim that would be another claim.',
    ])
  })

  it('says what another family of services would be', () => {
    const [change] = changesOf(sent, edit({ lines: [sent.lines[0]!, line(2, '99395')] }))
    expect(change!.evades).toBe('It was procedures, not preventive visits: a claim says what was done.')
  })

  it('is no fix when another pattern speaks of the line then', () => {
    const other = {
      id: 'PTN-2',
      title: 'P1 denies modifier 25 in place 11',
      reason: 'Bundled into another service',
      scope: [{ field: 'modifier', op: 'has', value: '25' } as const],
    }
    const judged = judgeEdit(claim, edit({}, { modifiers: ['25'] }), { ...rules, patterns: [other] })
    expect(judged).toMatchObject({ verdict: 'denied', because: ['Line 1 is now denied otherwise: P1 denies modifier 25 in place 11.'] })
    expect(judged.lines[0]!.after).toMatchObject([{ id: 'PTN-2', own: false }])
  })

  it('answers a want of authorization by an authorization, which no scope asks about', () => {
    const wanting = { ...rules, own: { ...own, reason: 'Authorization absent', scope: scope.slice(0, 1) } }
    expect(judgeEdit(claim, sent, wanting).verdict).toBe('denied')
    expect(judgeEdit(claim, { ...sent, hasAuthorization: true }, wanting).verdict).toBe('open')
  })

  it('is never a fix while the line is as it was sent, or while it evades', () => {
    const codes = fc.subarray(['25', '59', 'LT'])
    const edits = fc.record({
      payer: fc.constantFrom('P1', 'P2'),
      daysToSubmission: fc.constantFrom(40, 3),
      hasAuthorization: fc.boolean(),
      lines: fc
        .subarray([1, 2, 3])
        .chain((numbers) =>
          fc.tuple(...numbers.map((number) => fc.record({ number: fc.constant(number), modifiers: codes, code: fc.constantFrom('99213', '20610') }))),
        ),
    })
    fc.assert(
      fc.property(edits, ({ lines, ...more }) => {
        const edited = labClaim.parse({ ...more, lines: lines.map(({ number, code, ...said }) => line(number, code, said)) })
        const { verdict, changes, lines: results } = judgeEdit(claim, edited, rules)
        const first = edited.lines.find(({ lineNumber }) => lineNumber === 1)
        if (verdict === 'open') {
          expect(first?.modifiers).toContain('25')
          expect(changes.filter(({ evades }) => evades !== null)).toEqual([])
          expect(edited.lines.map(({ lineNumber, procedureCode, units, billedAmount }) => [lineNumber, procedureCode, units, billedAmount])).toEqual([
            [1, '99213', 1, 100],
            [2, '20610', 1, 100],
          ])
        }
        expect(results.map(({ lineNumber }) => lineNumber)).toEqual([...new Set([1, 2, ...edited.lines.map((one) => one.lineNumber)])].sort())
      }),
    )
  })
})

describe('what paid lines can show of an edit', () => {
  const both = (first: Partial<LabLine>, second: Partial<LabLine>): LabClaim => ({ ...sent, lines: [line(1, '99213', first), line(2, '20610', second)] })
  it.each([
    ['the denied line', both({ modifiers: ['25'] }, {}), [1], []],
    ['the other line too', both({ modifiers: ['25'] }, { modifiers: ['59'] }), [1], [2]],
    ['only the other line', both({}, { placeOfService: '22' }), [], [2]],
    ['the diagnosis on every line', both({ diagnosisCodes: ['M17.11'] }, { diagnosisCodes: ['M17.11'] }), [1], []],
    ['another diagnosis on each', both({ diagnosisCodes: ['M17.11'] }, { diagnosisCodes: ['M17.12'] }), [1], [2]],
    ['the diagnosis on the line that was not denied', both({ modifiers: ['25'] }, { diagnosisCodes: ['M17.11'] }), [1], [2]],
    ['the diagnosis on both, and more on the other', both({ diagnosisCodes: ['M17.11'] }, { diagnosisCodes: ['M17.11'], modifiers: ['LT'] }), [1], [2]],
    ['nothing', sent, [], []],
  ] as const)('%s', (_, edited, denied, beyond) => {
    const shown = shownLines(claim, edited, { ...own, scope: scope.filter(({ op }) => op !== 'has') })
    expect(shown.denied.map((one) => one.sent.lineNumber)).toEqual(denied)
    expect(shown.beyond).toEqual(beyond)
  })

  it('are all lines that were denied for the reason', () => {
    const two: CaseClaim = { ...claim, denied: [1, 2] }
    const edited = both({ modifiers: ['25'] }, { modifiers: ['25'] })
    expect(shownLines(two, edited, { ...own, scope: [scope[2]!] })).toMatchObject({
      denied: [{ sent: { lineNumber: 1 } }, { sent: { lineNumber: 2 } }],
      beyond: [],
    })
  })
})

it.each([-71_000, 46_000])('a claim whose days were typed wrong is a claim to practice on, sent %i days after the service', (daysToSubmission) => {
  expect(labClaim.parse({ ...sent, daysToSubmission })).toEqual({ ...sent, daysToSubmission })
})

describe('policies of a line', () => {
  const rule = (more: Partial<PolicyRule> = {}): PolicyRule => ({
    id: 'POL',
    name: 'Policy',
    effectiveDate: null,
    endDate: null,
    codes: ['99213'],
    required: [],
    forbidden: [],
    places: [],
    claimTypes: [],
    diagnoses: [],
    denialRate: null,
    asksMore: false,
    metBefore: false,
    ...more,
  })
  const of = (more: Partial<PolicyRule>, first: Partial<LabLine> = {}) => {
    const checked = checkedOf(claim, edit({}, first))
    return policiesOf([rule(more)], checked, checked.lines[0]!).map(({ hasModifier }) => hasModifier)
  }
  it.each([
    [{}, {}, [null]],
    [{ codes: ['99214'] }, {}, []],
    [{ required: ['25'] }, {}, [false]],
    [{ required: ['25', '57'] }, { modifiers: ['57'] }, [true]],
    [{ forbidden: ['25'] }, { modifiers: ['25'] }, []],
    [{ places: ['22'] }, {}, []],
    [{ places: ['11', '22'] }, {}, [null]],
    [{ claimTypes: ['dental'] }, {}, []],
    [{ diagnoses: ['M17*'] }, {}, [null]],
    [{ diagnoses: ['M179'] }, {}, [null]],
    [{ diagnoses: ['M16*'] }, {}, []],
    [{ effectiveDate: '2026-02-11' }, {}, []],
    [{ endDate: '2026-02-10' }, {}, [null]],
    [{ asksMore: true }, {}, []],
    [{ asksMore: true, metBefore: true }, {}, [null]],
  ] satisfies [Partial<PolicyRule>, Partial<LabLine>, (boolean | null)[]][])('%j and %j', (more, first, expected) => {
    expect(of(more, first)).toEqual(expected)
  })
})

describe('a question', () => {
  const asked = denialReasons.map(({ label }) => label)
  it('has the right answer once, among others that are not of its category, and is the same each time', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...asked), (id, reason) => {
        const options = optionsOf(id, reason)
        expect(options.map((one) => one.id)).toEqual(['A', 'B', 'C', 'D'])
        expect(new Set(options.map(({ text }) => text)).size).toBe(4)
        expect(options.filter(({ text }) => text === preventionOf(reason)).map((one) => one.id)).toEqual([answerOf(id, reason)])
        expect(optionsOf(id, reason)).toEqual(options)
      }),
    )
  })

  it('has its answer in any place', () => {
    const places = Array.from({ length: 60 }, (_, at) => answerOf(`case ${at}`, 'Filing time limit passed'))
    expect([...new Set(places)].sort()).toEqual(['A', 'B', 'C', 'D'])
  })
})

describe('the card', () => {
  it.each([
    [{ correct: true, attempts: 0, hintsTaken: 0 }, 'good'],
    [{ correct: true, attempts: 2, hintsTaken: 0 }, 'good'],
    [{ correct: true, attempts: 3, hintsTaken: 0 }, 'hard'],
    [{ correct: true, attempts: 1, hintsTaken: 1 }, 'hard'],
    [{ correct: false, attempts: 1, hintsTaken: 0 }, 'again'],
  ] as const)('%j is %s', (given, rating) => expect(ratingOf(given)).toBe(rating))

  it('is due later after every right answer, whenever that is given, and soon after a wrong one', () => {
    const answers = fc.array(fc.record({ days: fc.integer({ min: 0, max: 400 }), correct: fc.boolean(), hintsTaken: fc.integer({ min: 0, max: 1 }) }), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(answers, (given) => {
        let card: PracticeCard | null = null
        let now = new Date('2026-03-31T12:00:00Z')
        for (const { days, correct, hintsTaken } of given) {
          now = new Date(now.getTime() + days * 86_400_000 + 60_000)
          const next: PracticeCard = reviewed(card, ratingOf({ correct, attempts: 1, hintsTaken }), now)
          expect(next.dueAt.getTime()).toBeGreaterThan(now.getTime())
          if (correct && card) expect(next.dueAt.getTime()).toBeGreaterThan(card.dueAt.getTime())
          if (correct && card) expect(next.stability).toBeGreaterThanOrEqual(card.stability)
          if (!correct && card) expect(next.stability).toBeLessThanOrEqual(card.stability)
          expect(next.scheduledDays).toBeLessThanOrEqual(365)
          expect(next.reviews).toBe((card?.reviews ?? 0) + 1)
          card = next
        }
      }),
    )
  })
})
