import fc from 'fast-check'

/** Text as people write it, with all that a table must quote; nothing that only white space is, and nothing a database cannot hold. */
const prose = fc
  .array(fc.constantFrom('A', 'z', '9', ' ', ',', ';', '"', "'", '\n', '\r\n', '\t', '[', '{', '}', ']', 'é', '漢', '😀', '=', '|', '\\u0000'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => `x${parts.join('')}`)
const code = fc.stringMatching(/^[A-Z0-9]{1,5}(\.[0-9]{1,2})?$/)
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const number = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
)
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const codes = fc.array(fc.oneof({ weight: 5, arbitrary: code }, prose), { maxLength: 4 })
const coded = fc.array(fc.record({ code, description: orNull(prose) }), { maxLength: 3 })

/** A policy with every field, in the shape of the portal's export. */
const policy = fc.record({
  name: prose,
  mode: fc.constantFrom('active', 'observation', 'draft', 'retired'),
  effectiveDate: orNull(day),
  endDate: orNull(day),
  description: orNull(prose),
  clinicalRationale: orNull(prose),
  topic: orNull(prose),
  logicType: orNull(prose),
  source: orNull(prose),
  hitRate: orNull(number),
  denialRate: orNull(number),
  appealRate: orNull(number),
  overturnRate: orNull(number),
  impact: orNull(number),
  insightCount: orNull(fc.nat()),
  providersImpacted: orNull(fc.nat()),
  trend: orNull(fc.constantFrom('up', 'down', 'stable')),
  procedureCodes: codes,
  diagnosisCodes: codes,
  modifiers: codes,
  placeOfService: codes,
  ageRestrictions: orNull(fc.constantFrom('40-74 years', 'adults')),
  frequencyLimits: orNull(fc.constantFrom('Maximum 1 per day', 'sometimes')),
  commonMistake: orNull(prose),
  fixGuidance: orNull(prose),
  referenceDocs: fc.array(fc.record({ title: prose, source: prose, url: orNull(prose), type: fc.constant('primary') }), { maxLength: 2 }),
  relatedPolicies: codes,
  learningMarkersCount: orNull(fc.nat({ max: 1000 })),
  recentTests: orNull(fc.nat({ max: 1000 })),
  geography: orNull(fc.record({ regions: fc.array(prose, { maxLength: 2 }), jurisdictions: fc.array(prose, { maxLength: 2 }) })),
  applicableClaimTypes: fc.subarray(['Professional', 'Institutional', 'Dental']),
  carcCodes: coded,
  rarcCodes: coded,
  specialtyCodes: fc.array(fc.record({ code, description: orNull(prose), cmsCategory: orNull(prose) }), { maxLength: 2 }),
})

/** Policies with ids of their own, in the order of their ids. */
export const arbitraryPolicies = fc
  .array(policy, { minLength: 1, maxLength: 30 })
  .map((all) => all.map((one, at) => ({ id: `POL-${String(at + 1).padStart(3, '0')}`, ...one })))
