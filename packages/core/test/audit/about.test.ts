import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aboutOf } from '../../src/audit/about.ts'
import { email } from '../../src/identity/email.ts'
import { isoDate, text, wholeNumber } from '../../src/schemas.ts'

const schema = z.strictObject({
  id: text(100).optional(),
  payer: text(100).optional(),
  claimId: text(100).optional(),
  importId: wholeNumber(1, 9).optional(),
  search: text(100).optional(),
  content: text(1000).optional(),
  password: text(100).optional(),
  email: email.optional(),
  scopes: z.array(z.string()).optional(),
  day: isoDate.optional(),
  status: z.enum(['all', 'denied']).default('all'),
  range: z.union([z.literal('all'), wholeNumber(1, 9)]).optional(),
  identifiers: z.boolean().optional(),
  lines: z.array(wholeNumber(1, 99)).optional(),
  claims: z.array(z.strictObject({ payer: text(100) })).optional(),
  metadata: z.strictObject({ policyId: text(20).optional(), note: text(20).optional() }).optional(),
})
const about = (input: Record<string, unknown>) => aboutOf(schema, schema.parse(input))

describe('what a record holds of an input', () => {
  it.each([
    ['an id', { id: 'C-1' }, { id: 'C-1' }],
    ['a name of a payer', { payer: 'PAY-03' }, { payer: 'PAY-03' }],
    ['a sentence where an id should be', { claimId: 'Invented Person' }, { claimId: { length: 15 } }],
    ['numbers, choices, dates and switches', { importId: '7', day: '2026-02-03', identifiers: true }, { importId: 7, day: '2026-02-03', identifiers: true }],
    ['one of several choices', { range: 'all' }, { range: 'all' }],
    ['the number instead', { range: 3 }, { range: 3 }],
    ['of words only their length', { search: 'person' }, { search: { length: 6 } }],
    ['of a date among words only its length', { search: '1980-01-01' }, { search: { length: 10 } }],
    ['of a piece of a file only its length', { content: 'NM1*IL*1*PERSON' }, { content: { length: 15 } }],
    ['of a secret nothing', { password: 'correct horse' }, { password: null }],
    ['the address of who is invited', { email: 'New@practice.example' }, { email: 'new@practice.example' }],
    ['of an address among words only its length', { search: 'a@practice.example' }, { search: { length: 18 } }],
    ['what a token may', { scopes: ['*', 'claims.read', 'Person'] }, { scopes: ['*', 'claims.read', { length: 6 }] }],
    ['lists', { lines: [1, 2] }, { lines: [1, 2] }],
    ['how many objects there are in a list', { claims: [{ payer: 'P1' }, { payer: 'P2' }] }, { claims: { length: 2 } }],
    ['objects by the same rules', { metadata: { policyId: 'POL-1', note: 'a person' } }, { metadata: { policyId: 'POL-1', note: { length: 8 } } }],
  ])('is %s', (_what, input, told) => {
    expect(about(input)).toEqual({ status: 'all', ...told })
  })

  it('is no text of a field that is neither an id nor a choice', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 90, unit: fc.constantFrom('ä', '§', 'Q', 'z', ' ') }), (words) => {
        expect(JSON.stringify(about({ search: words, content: words, metadata: { note: words.slice(0, 20) } }))).not.toContain(words)
      }),
    )
  })
})
