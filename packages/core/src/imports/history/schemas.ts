import { z } from 'zod'
import { importStatuses, issueSeverities, rejectionStates } from '../../db/schema/imports.ts'
import { pagination, paging, wholeNumber } from '../../schemas.ts'

export const importId = wholeNumber(1, Number.MAX_SAFE_INTEGER)

export const listImportsInput = z.strictObject({
  status: z.enum(['all', ...importStatuses]).default('all'),
  ...paging,
})

/** One file taken in, or tried. Counts are null where the import did not come so far as to know them. */
export const importOutput = z.object({
  id: z.number().int(),
  fileName: z.string(),
  format: z.string(),
  status: z.enum(importStatuses),
  importedBy: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Milliseconds from opening the file to its last row. */
  duration: z.number().nullable(),
  /** Bytes of the content, unpacked. */
  bytes: z.number().int(),
  /** The first twelve digits of the SHA-256 of the content. */
  sha256: z.string(),
  newClaims: z.number().int().nullable(),
  changedClaims: z.number().int().nullable(),
  newDecisions: z.number().int().nullable(),
  /** Claim payments of the file that deny the whole claim. */
  deniedClaims: z.number().int().nullable(),
  /** Pieces that were not taken in while the rest of the file was; none of a file that failed. */
  rejections: z.number().int(),
  warnings: z.number().int(),
  /** Why it failed. */
  error: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
})

export const listImportsOutput = z.object({ imports: z.array(importOutput), pagination, asOf: z.string() })

export const getImportInput = z.strictObject({ id: importId, ...paging })

/** Where something stands in its file; what is not known is null. */
export const placeOutput = z.object({
  byteOffset: z.number().nullable(),
  segment: z.number().nullable(),
  line: z.number().nullable(),
  field: z.string().nullable(),
  record: z.string().nullable(),
})

const issueOutput = z.object({
  position: z.number().int(),
  severity: z.enum(issueSeverities),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  place: placeOutput,
  state: z.enum(rejectionStates),
})

/** The import, and a page of its issues: rejections first. */
export const getImportOutput = z.object({ import: importOutput, issues: z.array(issueOutput), pagination, asOf: z.string() })

export type ImportRow = z.infer<typeof importOutput>
export type ImportIssue = z.infer<typeof issueOutput>
export type Place = z.infer<typeof placeOutput>
