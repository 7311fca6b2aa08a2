import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFields, type FieldName } from '../../../src/imports/formats/csv/fields.ts'
import { maskedExample } from '../../../src/imports/mappings/masked.ts'

const WHO: FieldName[] = ['patientName', 'dateOfBirth', 'memberId', 'patientControlNumber', 'claimId', 'priorAuthorization', 'payerName']

describe('examples of columns', () => {
  it.each([
    ['serviceDate', '3/14/2026', '3/14/2026'],
    ['billed', '$1,234.50', '$1,234.50'],
    ['procedureCode', '99213', '99213'],
    ['modifiers', '25 59', '25 59'],
    ['carc', 'CO-50', 'CO-50'],
    ['rarc', 'N130', 'N130'],
    ['dateOfBirth', '3/14/1961', '9/99/9999'],
    ['patientName', 'Quill, Jordan', 'Xxxxx, Xxxxxx'],
    ['memberId', 'ABC123', 'XXX999'],
    ['serviceDate', 'Jordan Quill', 'Xxxxxx Xxxxx'],
    ['billed', 'Jordan', 'Xxxxxx'],
    ['modifiers', 'Quill', 'Xxxxx'],
    [null, 'Zoë Ωmega 12', 'Xxx Xxxxx 99'],
  ] as const)('of %s: %s is shown as %s', (field, value, shown) => {
    expect(maskedExample(field, value)).toBe(shown)
  })

  it('tell nothing but a shape of who somebody is', () => {
    fc.assert(
      fc.property(fc.constantFrom(null, ...WHO), fc.string({ unit: 'binary', maxLength: 60 }), (field, value) => {
        expect(maskedExample(field, value).replace(/[Xx9]/g, '')).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
  })

  it('knows those fields', () => {
    expect(WHO.every((field) => Object.hasOwn(csvFields, field))).toBe(true)
  })
})
