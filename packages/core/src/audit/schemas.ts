import { z } from 'zod'
import { auditOutcomes } from '../db/schema/audit.ts'
import { isoDate, pagination, paging, text, wholeNumber } from '../schemas.ts'
import type { About } from './chain.ts'

/** What the trail can be searched by. Days are those of the organization, the last one included. */
const filter = {
  /** Exact name of who did it. */
  actor: text(200).optional(),
  operation: text(100).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  /** Events about the claim with this id. */
  claim: text(500).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
}
export type AuditFilter = z.output<z.ZodObject<typeof filter>>

const number = wholeNumber(0, Number.MAX_SAFE_INTEGER)
const hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be a SHA-256 of 64 hexadecimal digits', abort: true })

const about: z.ZodType<About> = z.lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(about), z.record(z.string(), about)]))

/** One event of the trail; numbers of an organization follow each other without a gap. */
export const auditEvent = z.object({
  number: z.number().int(),
  at: z.string(),
  actorId: z.string(),
  role: z.string(),
  operation: z.string(),
  /** begun: a write. done: a look, or what a write has changed beside the claim it named. failed, refused: what became of it otherwise. */
  outcome: z.enum(auditOutcomes),
  claimIds: z.array(z.string()),
  /** Ids and settings of the input; of free text only its length. */
  about: z.record(z.string(), about),
  channel: z.string(),
  address: z.string().nullable(),
  requestId: z.string().nullable(),
})
export type ShownEvent = z.output<typeof auditEvent>

export const listAuditInput = z.strictObject({ ...filter, ...paging })
export const listAuditOutput = z.object({ events: z.array(auditEvent), pagination, asOf: z.string() })

/** csv: a table with a header. ndjson: one JSON document per line. */
export const auditFormats = ['csv', 'ndjson'] as const
export const exportAuditInput = z.strictObject({
  ...filter,
  format: z.enum(auditFormats).default('csv'),
  /** Number of the last event of the part before. */
  after: number.default(0),
})
/** A part of the export, the oldest event first; `next` is `after` of the following one, null at the end. */
export const exportAuditOutput = z.object({
  format: z.enum(auditFormats),
  content: z.string(),
  rows: z.number().int(),
  next: z.number().int().nullable(),
})

export const verifyAuditInput = z
  .strictObject({
    /** What an earlier check ended with and somebody kept elsewhere: number and hash, both or neither. */
    number: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
    hash: hash.optional(),
  })
  .refine((kept) => (kept.number === undefined) === (kept.hash === undefined), { error: 'number and hash go together', path: ['hash'] })

export const breakReasons = ['missing', 'changed', 'unlinked', 'not_as_kept'] as const

export const verifyAuditOutput = z.object({
  intact: z.boolean(),
  /** Events that hold, from the first on. */
  events: z.number().int(),
  /** The last of them: keep it outside this system, and check against it later. Null while there is none. */
  last: z.object({ number: z.number().int(), hash: z.string(), at: z.string() }).nullable(),
  /** Where it does not hold, and why; null where it does. */
  broken: z.object({ number: z.number().int(), why: z.enum(breakReasons) }).nullable(),
})
export type AuditVerification = z.output<typeof verifyAuditOutput>
