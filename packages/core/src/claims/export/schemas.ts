import { z } from 'zod'
import { text } from '../../schemas.ts'
import { listClaimsInput } from '../schemas.ts'

export const exportFormats = ['csv', 'ndjson'] as const

export const exportClaimsInput = listClaimsInput.omit({ controlNumber: true, sort: true, page: true, limit: true }).extend({
  format: z.enum(exportFormats).default('csv'),
  /** With who the patients are and with exact days. Without it nobody can tell from the file alone. */
  identified: z.boolean().default(false),
  /** Goes on after this claim: `next` of the part before. */
  after: text(200).optional(),
  /** Secret behind the names of claims in this export: that of the part before, so that all parts have the same. */
  key: z
    .string()
    .regex(/^[\w-]{43}$/, 'must be the key of the part before')
    .optional(),
})

export const exportClaimsOutput = z.object({
  format: z.enum(exportFormats),
  identified: z.boolean(),
  /** Rows of this part; the first part of a table begins with its header. */
  content: z.string(),
  /** Whom this part was about, for the audit trail. They stand in the content only where it is identified. */
  claimIds: z.array(z.string()),
  /** Where the next part begins; null after the last. */
  next: z.string().nullable(),
  key: z.string(),
})
