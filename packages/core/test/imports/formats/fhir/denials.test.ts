import { describe, expect, it } from 'vitest'
import { claimOutcome } from '../../../../src/adjudication/rules.ts'
import { amount, benefit, claim, item, ndjson, reason, response } from './resources.ts'
import { claimAndDecision, ofKind, readFhir } from './read.ts'

const named = (code: string, text: string) => ({ category: { coding: [{ system: 'x', code }] }, reason: { text } })

/** Outcome, denied cents and CARC of an ExplanationOfBenefit with these lines; the totals are those of the lines. */
async function outcomeOf(items: object[], fields: object = {}) {
  const { decision } = await claimAndDecision(benefit({ item: items, ...fields }))
  if (!decision) throw new Error('no decision')
  const { outcome, denial, duplicate } = claimOutcome(decision.verdict, decision.lines)
  return [duplicate ? 'duplicate' : outcome, denial.deniedAmount, denial.carc]
}

describe('denials of FHIR', () => {
  it.each([
    ['a reason that states no amount', [item(1, 80, amount('benefit', 0), reason('CO', '197'))], ['denied', 8000, '197']],
    ['a reason that states its amount', [item(1, 80, amount('benefit', 0), reason('CO', '50', { value: 80 }))], ['denied', 8000, '50']],
    ['a reason alone, without a payment', [item(1, 80, reason('CO', '96', { value: 80 }))], ['denied', 8000, '96']],
    ['a reason of the patient that is no cost share', [item(1, 80, amount('benefit', 0), reason('PR', 'B7'))], ['denied', 8000, 'B7']],
    ['the deductible', [item(1, 80, amount('benefit', 0), reason('PR', '1'))], ['paid', 0, null]],
    ['the deductible without a group', [item(1, 80, amount('benefit', 0), reason(null, '1'))], ['paid', 0, null]],
    ['a price', [item(1, 80, amount('benefit', 0), reason('CO', '45'))], ['paid', 0, null]],
    ['a price beside a denying reason', [item(1, 80, amount('benefit', 0), reason('CO', '45'), reason('CO', '16'))], ['denied', 8000, '16']],
    ['what an earlier payer paid', [item(1, 80, amount('benefit', 0), reason('OA', '23'))], ['paid', 0, null]],
    ['a duplicate', [item(1, 80, amount('benefit', 0), reason('CO', '18'))], ['duplicate', 8000, '18']],
    ['one line of two', [item(1, 80, amount('benefit', 80)), item(2, 20, amount('benefit', 0), reason('CO', '97'))], ['partially_denied', 2000, '97']],
    ['nothing charged', [item(1, 0, amount('benefit', 0), reason('CO', '97'))], ['paid', 0, null]],
    ['a payment to the patient', [item(1, 80, amount('paidtoprovider', 0), amount('paidtopatient', 60), reason('CO', '45'))], ['paid', 0, null]],
    ['a category named denialreason', [item(1, 249.99, amount('benefit', 199.99), named('denialreason', 'N/A'))], ['paid', 0, null]],
    ['a category named denialreason on a line of 0.00', [item(1, 80, amount('benefit', 0), named('denialreason', 'N/A'))], ['paid', 0, null]],
    ['a padded CARC with its group before it', [item(1, 80, amount('benefit', 0), reason(null, 'CO-029'))], ['denied', 8000, '29']],
    // The payer says why, not how much: a line that it paid in part is not denied, but a part of the claim is.
    ['a part that the payer gives only a reason for', [item(1, 50.11, amount('benefit', 11.15), reason('PR', 'B7'))], ['partially_denied', 3896, 'B7']],
    ['a part that may be price', [item(1, 50, amount('benefit', 10), reason('CO', '45'), reason('CO', '97'))], ['paid', 0, null]],
    ['a part with its amount', [item(1, 50, amount('benefit', 10), reason('CO', '97', { value: 40 }))], ['paid', 0, null]],
  ])('%s', async (_name, items, expected) => {
    expect(await outcomeOf(items)).toEqual(expected)
  })

  it('gives the same reason once, and what is not covered as its amount', async () => {
    const { decision } = await claimAndDecision(
      benefit({ item: [item(1, 100, amount('benefit', 30), amount('noncovered', 25), reason('PR', '204'), reason('PR', '204'), reason('PR', '204'))] }),
    )
    expect(decision?.lines[0]?.adjustments).toEqual([{ group: 'PR', carc: '204', amount: 2500, quantity: null }])
    expect(decision?.verdict).toMatchObject({ denied: false, deniedAmount: 2500, carc: '204' })
  })

  it('leaves the patient its share before a reason takes the rest', async () => {
    const { decision, issues } = await claimAndDecision(benefit({ item: [item(1, 100, amount('benefit', 50), amount('copay', 20), reason('CO', '45'))] }))
    expect(decision?.lines[0]?.adjustments).toEqual([{ group: 'CO', carc: '45', amount: 3000, quantity: null }])
    expect([decision?.patientResponsibility, issues]).toEqual([2000, ['warning fhir.adjustment-without-amount adjudication.reason']])
  })

  it('keeps remarks beside the reason that they refine', async () => {
    const { decision } = await claimAndDecision(benefit({ item: [item(1, 80, amount('benefit', 0), reason('CO', '16', { remark: 'M51' }))] }))
    expect(decision?.lines[0]).toMatchObject({ remarks: ['M51'], verdict: { denied: true, carc: '16', rarc: 'M51' } })
  })

  it('decides a claim by its own reasons where the lines say nothing', async () => {
    const fields = { adjudication: [reason('CO', '27')], total: [amount('submitted', 90), amount('benefit', 0)] }
    expect(await outcomeOf([item(1, 90)], fields)).toEqual(['denied', 9000, '27'])
    expect(await outcomeOf([], fields)).toEqual(['denied', 9000, '27'])
  })

  it('tells reasons that are no CARC, and denies nothing by them', async () => {
    const { decision, issues } = await claimAndDecision(benefit({ item: [item(1, 80, amount('benefit', 0), named('denialreason', 'Plan limit reached'))] }))
    expect(decision).toMatchObject({ reportedReason: 'Plan limit reached', verdict: { denied: false } })
    expect(issues).toEqual(['warning fhir.reason-not-read adjudication.reason'])
  })

  it.each(['preauthorization', 'predetermination'])('keeps a %s out', async (use) => {
    const { claim, decision } = await claimAndDecision(benefit({ use, item: [item(1, 80, amount('benefit', 0), reason('CO', '50', { value: 80 }))] }))
    expect(claim?.use).toBe(use)
    expect(decision).toMatchObject({ decisionKind: 'predetermination', verdict: { denied: false } })
    expect(decision?.lines[0]?.verdict.denied).toBe(false)
    const answer = response({ use, total: [amount('submitted', 80), amount('benefit', 0)], adjudication: [reason('CO', '50')] })
    expect((await claimAndDecision(answer)).decision).toMatchObject({ decisionKind: 'predetermination', verdict: { denied: false } })
  })

  it('finds the denied charge in the claim that a response answers, or in its own reasons', async () => {
    const answer = response({ item: [{ itemSequence: 1, adjudication: [amount('benefit', 0), reason('CO', '97')] }], total: [amount('benefit', 0)] })
    const [decision] = ofKind(await readFhir(ndjson(claim(), answer)), 'decision')
    expect(decision?.lines[0]).toMatchObject({ charge: 12_000, procedureCode: 'D1110', verdict: { denied: true, deniedAmount: 12_000 } })
    const alone = response({ item: [{ itemSequence: 1, adjudication: [amount('benefit', 0), reason('CO', '97', { value: 120 })] }] })
    expect((await claimAndDecision(alone)).decision?.lines[0]).toMatchObject({ charge: 12_000, verdict: { denied: true } })
  })
})

describe('balances of FHIR', () => {
  const warning = 'warning fhir.out-of-balance adjudication'
  it.each([
    ['no adjustments at all', [item(1, 80, amount('benefit', 10))], 0, []],
    ['adjustments in full', [item(1, 80, amount('benefit', 10), reason('CO', '45', { value: 70 }))], 0, []],
    ['adjustments and a copayment', [item(1, 80, amount('benefit', 10), amount('copay', 20), reason('CO', '45', { value: 50 }))], 0, []],
    ['adjustments of another sum', [item(1, 80, amount('benefit', 10), reason('CO', '45', { value: 60 }))], 1000, [warning, warning]],
    ['adjustments of some lines only', [item(1, 80, amount('benefit', 80)), item(2, 50, amount('benefit', 10))], 0, []],
  ])('with %s', async (_name, items, imbalance, issues) => {
    const read = await claimAndDecision(benefit({ item: items }))
    expect([read.decision?.imbalance, read.issues]).toEqual([imbalance, issues])
  })
})
