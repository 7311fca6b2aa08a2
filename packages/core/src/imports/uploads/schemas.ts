import { z } from 'zod'
import { issueSeverities } from '../../db/schema/imports.ts'
import { isoDate } from '../../schemas.ts'

/**
 * What becomes of an upload, in this order. `held`: previewed, and its files wait for somebody to say whether they are imported. The last three are
 * the end; `discarded` are files that somebody, or the time limit, has removed.
 */
export const uploadStates = ['receiving', 'waiting', 'importing', 'computing', 'held', 'done', 'failed', 'discarded'] as const

export const openUploadInput = z.strictObject({
  /** Only say what importing would change; nothing is kept. */
  preview: z.boolean().default(false),
  /** Keep what is whole in a damaged file instead of refusing the file. */
  partial: z.boolean().default(false),
  /** After a preview, keep the files for half an hour, so that they are imported without another upload. */
  hold: z.boolean().default(false),
})

export const uploadId = z.uuid('must be the id that the upload was answered with')

export const getUploadInput = z.strictObject({ id: uploadId })

export const continueUploadInput = z.strictObject({
  id: uploadId,
  /** Only preview the files again, such as after the columns of a table were confirmed. */
  preview: z.boolean().default(false),
})

const uploadProgress = z.object({
  file: z.string(),
  /** Of the files of this upload, counted from 1; an archive is as many as are in it. */
  number: z.number().int(),
  of: z.number().int(),
  phase: z.enum(['reading', 'merging', 'publishing']),
  records: z.number().int(),
  recordsPerSecond: z.number().int(),
  /** Of the content, unpacked; null while that is not known. */
  bytes: z.number().int().nullable(),
  ofBytes: z.number().int().nullable(),
  /** Seconds that merging will still take, guessed; null for no guess. */
  secondsLeft: z.number().int().nullable(),
})

const uploadedFile = z.object({
  file: z.string(),
  format: z.string(),
  outcome: z.enum(['imported', 'preview', 'unchanged', 'refused']),
  /** Under which the import is found; null where there is none. */
  importId: z.number().int().nullable(),
  /** Why it was refused, or that it was imported before. */
  message: z.string().nullable(),
  claims: z.number().int(),
  claimPayments: z.number().int(),
  deniedClaims: z.number().int(),
  /** What was written, or (`preview`) would be; null where nothing was merged. */
  newClaims: z.number().int().nullable(),
  changedClaims: z.number().int().nullable(),
  newDecisions: z.number().int().nullable(),
  /** Pieces that were not taken in while the rest of the file was; none of a file that is refused. */
  rejections: z.number().int(),
  warnings: z.number().int(),
  /** First and last day of service of its claims; null where they say none. */
  serviceFrom: isoDate.nullable(),
  serviceTo: isoDate.nullable(),
  /** Payers of its claims, the one with most of them first; at most 20. */
  payers: z.array(z.string()),
  /** It is a table, and nobody has said what its columns mean; that can be said, and the upload then go on. */
  needsColumns: z.boolean(),
  /** What was found in it, each kind once with its first words and how often; rejections first, at most 20 kinds. */
  issues: z.array(z.object({ severity: z.enum(issueSeverities), code: z.string(), message: z.string(), remedy: z.string(), count: z.number().int() })),
})

const uploadTotals = z.object({
  files: z.number().int(),
  imported: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  newClaims: z.number().int(),
  changedClaims: z.number().int(),
  newDecisions: z.number().int(),
  rejections: z.number().int(),
  warnings: z.number().int(),
})

/** What can be said of an upload at a moment: an event of its stream, and the answer to whoever asks. */
export const uploadOutput = z.object({
  id: uploadId,
  /** Grows with every change; the id of the event that tells it. */
  version: z.number().int(),
  state: z.enum(uploadStates),
  preview: z.boolean(),
  /** Uploads of the organization whose turn comes first. */
  ahead: z.number().int(),
  /** Bytes received so far. */
  received: z.number().int(),
  progress: uploadProgress.nullable(),
  /** Until when files that are `held` are kept; null while they are not. */
  heldUntil: z.string().nullable(),
  /** Those that are done, in their order: all that were refused and the latest of the others, at most 100. */
  files: z.array(uploadedFile),
  /** Of all files that are done. */
  totals: uploadTotals,
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
})

export type UploadOutput = z.infer<typeof uploadOutput>
export type UploadProgress = z.infer<typeof uploadProgress>
export type UploadTotals = z.infer<typeof uploadTotals>
export type UploadedFile = z.infer<typeof uploadedFile>
export type OpenUpload = z.infer<typeof openUploadInput>
