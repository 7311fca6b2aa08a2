import fc from 'fast-check'
import type { AuditContent } from '../../src/audit/chain.ts'
import { auditOutcomes } from '../../src/db/schema/audit.ts'

const words = fc.string({ maxLength: 20, unit: 'binary' }).map((text) => text.toWellFormed().replaceAll('\0', ''))
/** Numbers as inputs have them: the database keeps no minus before zero. */
const setting = fc.oneof(
  words,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => n + 0),
)

/** Anything that an event may say, but for whose it is. */
export const anyContent: fc.Arbitrary<Omit<AuditContent, 'organizationId'>> = fc.record({
  at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  actorId: words,
  role: words,
  operation: words,
  outcome: fc.constantFrom(...auditOutcomes),
  claimIds: fc.array(words, { maxLength: 4 }),
  about: fc.dictionary(words, fc.oneof(setting, fc.array(setting, { maxLength: 3 }), fc.dictionary(words, setting, { maxKeys: 3, noNullPrototype: true })), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  channel: fc.constantFrom('http', 'cli', 'job', 'none'),
  address: fc.option(words),
  requestId: fc.option(words),
})
