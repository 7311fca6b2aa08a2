import fc from 'fast-check'
import type { ClaimShape, LineShape } from '../../../src/patterns/mining/claim-shape.ts'
import { Sample } from '../../../src/patterns/mining/sample.ts'
import type { Condition } from '../../../src/patterns/scope/condition.ts'
import { Random } from '../../../src/synthetic/random.ts'

export const line = (given: Partial<LineShape> = {}): LineShape => ({
  procedureCode: '99213',
  modifiers: [],
  diagnoses: ['M17.9'],
  placeOfService: '11',
  renderingProvider: 'clinician-1',
  reason: null,
  ...given,
})
export const claim = (given: Partial<ClaimShape> = {}): ClaimShape => ({
  payer: 'payer-1',
  provider: 'practice-1',
  claimType: 'professional',
  submittedLaterThan: 0,
  lines: [line()],
  reason: null,
  later: false,
  count: 1,
  ...given,
})

export function sampleOf(shapes: Iterable<ClaimShape>): Sample {
  const sample = new Sample()
  for (const shape of shapes) sample.add(shape)
  return sample
}

export const PAYERS = ['payer-1', 'payer-2', 'payer-3', 'payer-4']
export const CODES = ['99213', '99214', '20610', '73562', '97110', '36415']
export const DIAGNOSES = ['M17.9', 'M17.11', 'M25.561', 'Z00.00', 'R07.9']
const REASONS = ['Authorization absent', 'Bundled']

/** Claims of 1 to 3 lines of which nothing goes with anything, each denied for a reason at this rate, on one of its lines. */
export function independentClaims(seed: number, claims: number, rate: number): ClaimShape[] {
  const random = new Random().start(seed, 1, 1)
  const one = <T>(items: readonly T[]) => items[random.between(0, items.length - 1)]!
  return Array.from({ length: claims }, () => {
    const denied = random.chance(rate) ? one(REASONS) : null
    const lines = Array.from({ length: random.between(1, 3) }, () =>
      line({
        procedureCode: one(CODES),
        modifiers: random.chance(0.3) ? ['25'] : [],
        diagnoses: [one(DIAGNOSES)],
        placeOfService: one(['11', '22']),
        renderingProvider: one(['clinician-1', 'clinician-2', 'clinician-3']),
      }),
    )
    const at = random.between(0, lines.length - 1)
    return claim({
      payer: one(PAYERS),
      submittedLaterThan: one([0, 0, 7, 14, 30, 60]),
      later: random.chance(0.3),
      lines: lines.map((each, index) => (index === at ? { ...each, reason: denied } : each)),
    })
  })
}

const anyLine = fc.record({
  procedureCode: fc.constantFrom('99213', '20610', '36415', null),
  modifiers: fc.subarray(['25', 'RT']),
  diagnoses: fc.subarray(['M17.9', 'M25.561', 'Z00.00']),
  placeOfService: fc.constantFrom('11', '22', null),
  renderingProvider: fc.constantFrom('clinician-1', 'clinician-2', null),
  reason: fc.constantFrom(...REASONS, null, null),
})

export const anyClaim: fc.Arbitrary<ClaimShape> = fc
  .record({
    payer: fc.constantFrom('payer-1', 'payer-2', null),
    provider: fc.constantFrom('practice-1', 'clinician-1', null),
    claimType: fc.constantFrom('professional', 'institutional'),
    submittedLaterThan: fc.constantFrom(0, 7, 30, null),
    lines: fc.array(anyLine, { minLength: 0, maxLength: 3 }),
    reason: fc.constantFrom('Authorization absent', null, null),
    later: fc.boolean(),
    count: fc.integer({ min: 1, max: 5 }),
  })
  .map((shape) => ({ ...shape, reason: shape.lines.some(({ reason }) => reason !== null) ? null : shape.reason }))

export const anyCondition: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { field: 'payer', op: 'is', value: 'payer-1' },
  { field: 'payer', op: 'not', value: 'payer-1' },
  { field: 'provider', op: 'is', value: 'clinician-1' },
  { field: 'provider', op: 'is', value: 'practice-1' },
  { field: 'procedureCode', op: 'is', value: '99213' },
  { field: 'procedureGroup', op: 'is', value: 'office-visit' },
  { field: 'procedureGroup', op: 'has', value: 'procedure' },
  { field: 'procedureGroup', op: 'lacks', value: 'procedure' },
  { field: 'modifier', op: 'has', value: '25' },
  { field: 'modifier', op: 'lacks', value: 'RT' },
  { field: 'diagnosis', op: 'is', value: 'M17.9' },
  { field: 'diagnosis', op: 'startsWith', value: 'M' },
  { field: 'diagnosis', op: 'startsWith', value: 'M25' },
  { field: 'diagnosis', op: 'startsWith', value: 'Z00.0' },
  { field: 'placeOfService', op: 'is', value: '22' },
  { field: 'claimType', op: 'is', value: 'institutional' },
  { field: 'daysToSubmission', op: 'above', value: 7 },
)
