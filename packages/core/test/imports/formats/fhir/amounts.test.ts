import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centsOfDecimal } from '../../../../src/imports/formats/fhir/amounts.ts'
import { decimalText } from '../../../../src/money.ts'
import { amount, benefit, item } from './resources.ts'
import { claimAndDecision } from './read.ts'

/** All that a file may state. */
const anyCents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })

describe('amounts of FHIR', () => {
  it('survive exactly, as number and as text', () => {
    fc.assert(
      fc.property(anyCents, (cents) => {
        const text = decimalText(cents)
        expect(centsOfDecimal(JSON.parse(text))).toBe(cents)
        expect(centsOfDecimal(text)).toBe(cents)
      }),
      { numRuns: 2000 },
    )
  })

  it('are refused when they are not exact to the cent, however large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 1, max: 99 }), (cents, thousandths) => {
        fc.pre(thousandths % 10 !== 0)
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}${thousandths % 10}`
        expect(centsOfDecimal(JSON.parse(text))).toBeNull()
      }),
    )
  })

  it.each([
    [0.1 + 0.2, 30],
    [1e5, 10_000_000],
    [-0, 0],
    ['1e5', null],
    ['--3', null],
    [1e21, null],
    [1_000_000_000, null],
    [-1_000_000_000, null],
    ['1000000000.00', null],
    [600_000.004, null],
    [null, null],
    [true, null],
    [{}, null],
  ])('reads %j as %j cents', (value, cents) => {
    expect(centsOfDecimal(value)).toBe(cents)
  })

  it('come through a whole resource to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ charge: fc.integer({ min: 1, max: 9_999_999_999 }), paid: fc.integer({ min: 0, max: 9_999_999_999 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (lines) => {
          const sum = (key: 'charge' | 'paid') => lines.reduce((total, line) => total + line[key], 0)
          const items = lines.map(({ charge, paid }, index) => item(index + 1, Number(decimalText(charge)), amount('benefit', Number(decimalText(paid)))))
          const { claim, decision, issues } = await claimAndDecision(
            benefit({ item: items, total: [amount('submitted', Number(decimalText(sum('charge')))), amount('benefit', Number(decimalText(sum('paid'))))] }),
          )
          expect(issues).toEqual([])
          expect([claim?.billed, decision?.charge, decision?.paid]).toEqual([sum('charge'), sum('charge'), sum('paid')])
          expect(decision?.lines.map(({ charge, paid }) => ({ charge, paid }))).toEqual(lines)
        },
      ),
      { numRuns: 50 },
    )
  })

  it.each([
    ['an amount with a third decimal', { value: 10.005, currency: 'USD' }, 'rejection fhir.amount total[0].amount'],
    ['another currency', { value: 10, currency: 'CAD' }, 'rejection fhir.currency total[0].amount'],
    ['words', { value: 'ten', currency: 'USD' }, 'rejection fhir.amount total[0].amount'],
    ['no Money', [1], 'rejection fhir.amount total[0].amount'],
    ['a charge below zero', { value: -1, currency: 'USD' }, 'rejection fhir.amount total'],
  ])('reject the resource that has %s', async (_name, money, issue) => {
    const { claim, decision, issues } = await claimAndDecision(benefit({ total: [{ ...amount('submitted', 1), amount: money }, amount('benefit', 1)] }))
    expect([claim, decision, issues]).toEqual([undefined, undefined, [issue]])
  })

  it('hands out what was rejected, so that it can be mended', async () => {
    const resource = benefit({ total: [amount('submitted', 'much')] })
    const { records } = await claimAndDecision(resource)
    const [issue] = records.flatMap((record) => (record.kind === 'issue' ? record : []))
    expect(JSON.parse(issue?.content ?? '')).toEqual(resource)
  })

  it('are unknown, not zero, where an extension says why there is none', async () => {
    const absent = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] }
    const { decision, issues } = await claimAndDecision(
      benefit({ total: [amount('submitted', 5), amount('benefit', 5), { ...amount('eligible', 0), amount: absent }] }),
    )
    expect([decision?.allowed, decision?.patientResponsibility, issues]).toEqual([null, null, []])
  })
})
