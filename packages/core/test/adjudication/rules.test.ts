import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  adjudicate,
  claimOutcome,
  decideClaimLevel,
  decideLine,
  decideReported,
  imbalanceOf,
  isDenying,
  NOT_DENIED,
  type AdjustmentFacts,
} from '../../src/adjudication/rules.ts'

/** `CO-45:60` is the adjustment CO, CARC 45, 60 dollars. */
const cas = (...items: string[]): AdjustmentFacts[] =>
  items.map((item) => {
    const [group = '', carc = '', amount = '0'] = item.split(/[-:](?=[^-])/)
    return { group, carc, amount: Number(item.slice(item.indexOf(':') + 1)) * 100 || Number(amount) * 100 }
  })
const line = (charge: number, paid: number, ...items: string[]) =>
  decideLine({ charge: charge * 100, paid: paid * 100, adjustments: cas(...items), remarks: [] })

describe('what a denied line is', () => {
  it.each([
    ['denied for authorization', 100, 0, ['CO-197:100'], '197'],
    ['denied beside the contractual reduction', 100, 0, ['CO-45:60', 'CO-97:40'], '97'],
    ['the larger of two reasons', 100, 0, ['CO-16:30', 'CO-50:70'], '50'],
    ['the first of two equal reasons', 100, 0, ['CO-16:50', 'CO-50:50'], '16'],
    ['not covered, billed to the patient', 100, 0, ['PR-204:100'], '204'],
    ['provider not eligible, group PR', 100, 0, ['PR-B7:100'], 'B7'],
    ['a duplicate', 100, 0, ['OA-18:100'], '18'],
  ])('%s', (_, charge, paid, items, carc) => expect(line(charge, paid, ...items)).toMatchObject({ denied: true, carc, deniedAmount: charge * 100 }))

  it.each([
    ['paid in part', 100, 40, ['CO-45:60']],
    ['paid although something was denied', 100, 40, ['CO-97:60']],
    ['deductible explains the zero', 100, 0, ['CO-45:60', 'PR-1:40']],
    ['coinsurance and copay', 100, 0, ['PR-2:60', 'PR-3:40']],
    ['a lone contractual reduction', 100, 0, ['CO-45:100']],
    ['sequestration', 100, 0, ['CO-253:100']],
    ['a negotiated discount', 100, 0, ['CO-131:100']],
    ['what an earlier payer paid', 100, 0, ['OA-23:100']],
    ['no charge', 0, 0, ['CO-97:0']],
    ['no adjustment explains it', 100, 0, []],
    ['a reason that takes nothing', 100, 0, ['CO-45:100', 'CO-16:0']],
    ['a negative adjustment', 100, 0, ['CO-45:120', 'CO-16:-20']],
  ])('not: %s', (_, charge, paid, items) => expect(line(charge, paid, ...items)).toEqual(NOT_DENIED))

  it('marks duplicates', () => {
    expect(line(100, 0, 'OA-18:100').duplicate).toBe(true)
    expect(line(100, 0, 'CO-16:100').duplicate).toBe(false)
  })

  it('lets the remark decide where the CARC says little', () => {
    const decide = (carc: string, ...remarks: string[]) => decideLine({ charge: 100, paid: 0, adjustments: [{ group: 'CO', carc, amount: 100 }], remarks })
    expect(decide('16', 'N290')).toMatchObject({ reason: 'Provider identification missing or invalid', rarc: 'N290' })
    expect(decide('16', 'MA130', 'M76')).toMatchObject({ reason: 'Claim lacks information', rarc: 'MA130' })
    expect(decide('16')).toMatchObject({ reason: 'Claim lacks information', rarc: null })
    expect(decide('97', 'N290')).toMatchObject({ reason: 'Bundled into another service', rarc: 'N290' })
    expect(decide('999')).toMatchObject({ reason: 'Adjustment reason 999' })
  })

  it('is never denied when something was paid, nor for more than the charge', () => {
    const adjustment = fc.record({
      group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
      carc: fc.constantFrom('1', '2', '45', '97', '197', '18', '23', '16'),
      amount: fc.integer({ min: -500, max: 500 }),
    })
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 1000 }), fc.integer({ min: -100, max: 1000 }), fc.array(adjustment), (charge, paid, adjustments) => {
        const verdict = decideLine({ charge, paid, adjustments, remarks: [] })
        expect(verdict.denied).toBe(charge > 0 && paid === 0 && adjustments.some(isDenying))
        expect(verdict.deniedAmount).toBe(verdict.denied ? charge : 0)
      }),
    )
  })
})

describe('the outcome of a claim', () => {
  /** Lines of 10, 20, 30 dollars, each denied by the CARC named, or paid. */
  const lines = (...carcs: (string | null)[]) =>
    carcs.map((carc, index) => {
      const charge = 1000 * (index + 1)
      return { charge, verdict: carc ? decideLine({ charge, paid: 0, adjustments: [{ group: 'CO', carc, amount: charge }], remarks: [] }) : NOT_DENIED }
    })

  it('is denied when every charged line is, partially when some are', () => {
    expect(claimOutcome(NOT_DENIED, lines('97', '97'))).toMatchObject({ outcome: 'denied', duplicate: false, denial: { carc: '97', deniedAmount: 3000 } })
    expect(claimOutcome(NOT_DENIED, lines('97', null))).toMatchObject({
      outcome: 'partially_denied',
      duplicate: false,
      denial: { carc: '97', deniedAmount: 1000 },
    })
    expect(claimOutcome(NOT_DENIED, lines(null, null))).toMatchObject({ outcome: 'paid', denial: { deniedAmount: 0 } })
    expect(claimOutcome(NOT_DENIED, [...lines('97'), { charge: 0, verdict: NOT_DENIED }])).toMatchObject({ outcome: 'denied' })
  })

  it('leaves lines denied as duplicates out, unless there are no others', () => {
    expect(claimOutcome(NOT_DENIED, lines('18', null))).toMatchObject({ outcome: 'paid', duplicate: false, denial: { deniedAmount: 0 } })
    expect(claimOutcome(NOT_DENIED, lines('18', '97'))).toMatchObject({ outcome: 'denied', duplicate: false, denial: { carc: '97', deniedAmount: 2000 } })
    expect(claimOutcome(NOT_DENIED, lines('18', '97', null))).toMatchObject({ outcome: 'partially_denied', duplicate: false, denial: { deniedAmount: 2000 } })
    expect(claimOutcome(NOT_DENIED, lines('18', '18'))).toMatchObject({ outcome: 'denied', duplicate: true, denial: { carc: '18', deniedAmount: 3000 } })
  })

  it('follows the claim level where there are no lines', () => {
    const level = (paid: number, ...items: string[]) => claimOutcome(decideClaimLevel({ charge: 10_000, paid, adjustments: cas(...items), remarks: [] }), [])
    expect(level(0, 'CO-29:100')).toMatchObject({ outcome: 'denied', denial: { deniedAmount: 10_000 } })
    expect(level(4_000, 'CO-45:20', 'CO-50:40')).toMatchObject({ outcome: 'partially_denied', denial: { carc: '50', deniedAmount: 4_000 } })
    expect(level(8_000, 'CO-45:20')).toMatchObject({ outcome: 'paid' })
  })

  it.each([
    ['half of the charge', 5_000, ['OA-18:50'], { outcome: 'paid', duplicate: false, denial: NOT_DENIED }],
    ['beside a contractual reduction', 5_000, ['OA-18:30', 'CO-45:20'], { outcome: 'paid', duplicate: false, denial: NOT_DENIED }],
    [
      'beside a smaller denial',
      2_000,
      ['OA-18:60', 'CO-50:20'],
      { outcome: 'partially_denied', duplicate: false, denial: { carc: '50', deniedAmount: 2_000 } },
    ],
    ['the whole charge', 0, ['OA-18:100'], { outcome: 'denied', duplicate: true, denial: { carc: '18', deniedAmount: 10_000 } }],
  ])('makes a claim without lines a duplicate only as a whole: %s', (_, paid, items, expected) => {
    const claim = decideClaimLevel({ charge: 10_000, paid, adjustments: cas(...items), remarks: [] })
    expect(claimOutcome(claim, [])).toMatchObject(expected)
  })

  it('lets lines that are not denied decide against a duplicate at the claim level', () => {
    const claim = decideClaimLevel({ charge: 3_000, paid: 0, adjustments: cas('OA-18:30'), remarks: [] })
    expect(claimOutcome(claim, lines(null, null))).toEqual({ outcome: 'paid', duplicate: false, denial: NOT_DENIED })
  })
})

describe('a whole decision', () => {
  const decision = (decisionKind: string, adjustments: AdjustmentFacts[], ...lineAdjustments: AdjustmentFacts[][]) =>
    adjudicate({
      decisionKind,
      charge: 10_000,
      paid: 0,
      adjustments,
      remarks: [],
      lines: lineAdjustments.map((own) => ({ charge: 5_000, paid: 0, adjustments: own, remarks: [] })),
    })

  it('explains a line without adjustments by those of the claim', () => {
    expect(decision('original', cas('CO-29:100'), [], []).lineVerdicts.map(({ carc }) => carc)).toEqual(['29', '29'])
    expect(decision('original', cas('CO-29:50'), cas('CO-45:50'), []).lineVerdicts.map(({ carc }) => carc)).toEqual([null, '29'])
  })

  it.each(['reversal', 'not_our_claim', 'predetermination'])('a %s denies nothing', (kind) => {
    const { verdict, lineVerdicts } = decision(kind, cas('CO-29:100'), cas('CO-97:50'))
    expect([verdict, ...lineVerdicts]).toEqual([NOT_DENIED, NOT_DENIED])
  })
})

describe('reported decisions', () => {
  const report = (status: string, paid: number, reason: string | null) => decideReported({ status, charge: 10_000, paid, reason })
  it('takes a stated denial that paid nothing', () => {
    expect(report('denied', 0, 'Prior Authorization Missing')).toMatchObject({ denied: true, reason: 'Authorization absent', deniedAmount: 10_000 })
    expect(report('denied', 0, null)).toMatchObject({ denied: true, reason: 'Reason not stated' })
    expect(report('denied', 0, 'Möbius strip')).toMatchObject({ denied: true, reason: 'Möbius strip' })
    expect(report('denied', 500, 'x')).toEqual(NOT_DENIED)
    expect(report('paid', 0, 'x')).toEqual(NOT_DENIED)
  })
})

describe('balancing', () => {
  it('is charge less adjustments less payment', () => {
    expect(imbalanceOf(10_000, 4_000, cas('CO-45:60'))).toBe(0)
    expect(imbalanceOf(10_000, 4_000, cas('CO-45:50'))).toBe(1_000)
    expect(imbalanceOf(-10_000, -4_000, cas('CO-45:-60'))).toBe(0)
  })
})
