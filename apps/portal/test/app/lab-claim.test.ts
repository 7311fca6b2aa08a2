import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimOf, codesOf, daysApartInWords, draftOf, type LabClaim } from '../../app/utils/lab-claim.ts'

describe('a claim in the fields of a form', () => {
  it.each([
    ['25, 59', ['25', '59']],
    [' 25;lt  25 ', ['25', 'LT']],
    ['m17.11', ['M17.11']],
    [' , ', []],
  ])('reads %j as %j', (text, codes) => expect(codesOf(text)).toEqual(codes))

  it('holds nothing where a field is empty or no number', () => {
    const [line] = claimOf({
      payer: '',
      daysToSubmission: 'soon',
      hasAuthorization: false,
      lines: [{ lineNumber: 1, procedureCode: ' ', modifiers: '', diagnosisCodes: '', placeOfService: '', provider: '', units: '', billedAmount: 'x' }],
    }).lines
    expect(line).toEqual({
      lineNumber: 1,
      procedureCode: null,
      modifiers: [],
      diagnosisCodes: [],
      placeOfService: null,
      provider: null,
      units: null,
      billedAmount: null,
    })
  })

  it('is the same after it was shown and read', () => {
    const code = fc.stringMatching(/^[A-Z0-9]{2,5}$/)
    const codes = fc.uniqueArray(code, { maxLength: 4 })
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
    const line = fc.record({
      lineNumber: fc.integer({ min: 1, max: 50 }),
      procedureCode: maybe(code),
      modifiers: codes,
      diagnosisCodes: codes,
      placeOfService: maybe(code),
      provider: maybe(fc.constantFrom('A', 'B')),
      units: maybe(fc.integer({ min: 1, max: 99 })),
      billedAmount: maybe(fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100)),
    })
    const claim: fc.Arbitrary<LabClaim> = fc.record({
      payer: maybe(fc.stringMatching(/^[a-z-]{1,20}$/)),
      daysToSubmission: maybe(fc.integer({ min: 0, max: 400 })),
      hasAuthorization: fc.boolean(),
      lines: fc.array(line, { maxLength: 5 }),
    })
    fc.assert(
      fc.property(claim, (given) => {
        expect(claimOf(draftOf(given))).toEqual(given)
      }),
    )
  })

  it.each([
    [0, 'the same day'],
    [-1, '1 day before'],
    [3, '3 days after'],
  ])('says %i days as %j', (days, words) => expect(daysApartInWords(days)).toBe(words))
})
