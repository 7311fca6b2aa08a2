import { z } from 'zod'
import { rejectionStates } from '../../db/schema/imports.ts'
import { pagination, paging, text, wholeNumber } from '../../schemas.ts'
import { importId, placeOutput } from '../history/schemas.ts'

/** What a mended piece may be long, in characters: many times what a format keeps of one. */
const LONGEST_CONTENT = 10_000_000

const position = wholeNumber(1, 2_147_483_647)
export const oneRejection = z.strictObject({ importId, position })

export const listRejectsInput = z.strictObject({
  /** Only of this import. */
  importId: importId.optional(),
  state: z.enum(['all', ...rejectionStates]).default('open'),
  ...paging,
})

/** Something of a file that was not taken in. */
export const rejectionOutput = z.object({
  importId: z.number().int(),
  position: z.number().int(),
  fileName: z.string(),
  format: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  place: placeOutput,
  state: z.enum(rejectionStates),
  mendedByImport: z.number().int().nullable(),
  /** Whether the piece itself is kept, so that it can be mended. */
  hasContent: z.boolean(),
})

export const listRejectsOutput = z.object({ rejects: z.array(rejectionOutput), pagination, asOf: z.string() })

/** `content` is the rejected piece as a file of its own. It holds what the file held: patients. */
export const getRejectOutput = z.object({ reject: rejectionOutput.extend({ content: z.string().nullable() }), asOf: z.string() })

export const exportRejectsInput = z.strictObject({
  importId: importId.optional(),
  state: z.enum(['all', ...rejectionStates]).default('open'),
  /** Where the part before ended, as it said. */
  after: z
    .string()
    .regex(/^\d{1,16}-\d{1,10}$/, 'must be what the part before gave as next')
    .optional(),
})

/** A part of the table; `next` is where the following one begins, null at the end. Only the first has a header. */
export const exportRejectsOutput = z.object({ csv: z.string(), rows: z.number().int(), next: z.string().nullable() })

export const retryRejectInput = oneRejection.extend({ content: text(LONGEST_CONTENT) })

/** `mended`: taken in by `mendedByImport`. `rejected`: nothing was taken in, for the reasons in `issues`. */
export const retryRejectOutput = z.object({
  importId: z.number().int(),
  position: z.number().int(),
  outcome: z.enum(['mended', 'rejected']),
  mendedByImport: z.number().int().nullable(),
  newClaims: z.number().int(),
  changedClaims: z.number().int(),
  newDecisions: z.number().int(),
  issues: z.array(z.object({ code: z.string(), message: z.string(), remedy: z.string() })),
})

export const dismissRejectOutput = z.object({ importId: z.number().int(), position: z.number().int(), state: z.enum(rejectionStates) })

export type Rejection = z.infer<typeof rejectionOutput>
export type RetryResult = z.infer<typeof retryRejectOutput>
