import fc from 'fast-check'
import { addDays, type IsoDate } from '../../src/dates.ts'
import type { ClaimSpec, LineSpec } from './claims.ts'

/** Days on which the claims of a random set are submitted and served: few, so that days hold several claims. */
export const firstDay: IsoDate = '2026-01-01'
export const randomDays: readonly IsoDate[] = Array.from({ length: 8 }, (_, day) => addDays(firstDay, day))

const day = fc.option(fc.constantFrom(...randomDays), { freq: 8 })
const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100)
const carc = fc.constantFrom('197', '50', '11', '18')

const line = fc
  .record({ billed: amount, carc: fc.option(carc, { nil: undefined }) })
  .map(({ billed, carc }) => (carc === undefined ? { billed } : { billed, carc }))

/** A later decision of any payer, a reversal or a payment, also on the day of the first decision. */
const later = fc.record({
  on: fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-20', days)),
  paid: fc.array(amount, { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom('original' as const, 'reversal' as const),
  rank: fc.constantFrom('primary' as const, 'secondary' as const),
})

const shape = fc.record({
  submitted: day,
  served: day,
  decided: fc.option(
    fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-01-10', days)),
    { nil: undefined, freq: 5 },
  ),
  payer: fc.constantFrom('P1', 'P2', null),
  use: fc.constantFrom('claim' as const, 'claim' as const, 'claim' as const, 'preauthorization' as const),
  body: fc.oneof(
    fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      billed: amount,
      outcome: fc.constantFrom('paid' as const, 'denied' as const),
      carc,
      lines: fc.constantFrom<LineSpec[] | undefined>([], undefined),
    }),
  ),
  later: fc.array(later, { maxLength: 2 }),
})

/** Sets of claims of every kind: pending, paid, denied by line or as a whole, duplicates, reversed, paid after all, without a date or a payer. */
export const arbitraryClaims: fc.Arbitrary<ClaimSpec[]> = fc.array(shape, { maxLength: 25 }).map((shapes) =>
  shapes.map(({ body, later, ...rest }, index) => ({
    ...rest,
    ...body,
    id: `C${String(index).padStart(3, '0')}`,
    later: later.map(({ paid, ...decision }) => ({ ...decision, paid: decision.kind === 'reversal' ? paid.map((one) => -one) : paid })),
  })),
)

const codesOfLine = fc.record({
  procedure: fc.constantFrom('99213', '20610', '9921', undefined),
  modifiers: fc.subarray(['25', 'LT']),
  diagnoses: fc.subarray(['M17.9', 'E11.9']),
  placeOfService: fc.constantFrom('11', '22', undefined),
})
const codesOfClaim = fc.record({
  submitted: fc.constantFrom(...randomDays, addDays(firstDay, 14), null),
  lines: fc.array(codesOfLine, { minLength: 3, maxLength: 3 }),
})

/** The same sets with codes, modifiers, diagnoses and places on most lines, for what looks at them. */
export const claimsWithCodes: fc.Arbitrary<ClaimSpec[]> = fc
  .tuple(arbitraryClaims, fc.array(codesOfClaim, { minLength: 25, maxLength: 25 }))
  .map(([claims, codes]) =>
    claims.map((claim, index) => {
      const { submitted, lines } = codes[index]!
      return { ...claim, submitted, ...(claim.lines && { lines: claim.lines.map((line, at) => ({ ...line, ...lines[at] })) }) } as ClaimSpec
    }),
  )
