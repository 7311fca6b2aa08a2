import { z } from 'zod'
import { pagination, paging, text, wholeNumber } from '../schemas.ts'

const version = wholeNumber(1, 10_000)

export const listReleasesInput = z.strictObject({})
/** Of a version of the computation. */
export const versionInput = z.strictObject({ version })
export const takeBackInput = z.strictObject({
  /** A candidate to give up. Without it what is released last is taken back. */
  version: version.optional(),
})

const members = z.array(text(200)).max(200).default([])
export const previewInput = z.strictObject({
  version,
  /** Members, by e-mail address or id, who see the candidate from now on, and who no longer do. */
  add: members,
  remove: members,
})

const release = z.object({
  version: z.number().int(),
  summary: z.string(),
  /** available: this Overturn has it, and nobody has prepared it here. */
  state: z.enum(['available', 'candidate', 'released', 'retired']),
  /** Members who see the candidate; without an address for a token, and for whoever no longer belongs here. */
  previewers: z.array(z.object({ id: z.string(), email: z.string().nullable() })),
  /** When it was last made ready here; null while it is only available. */
  preparedAt: z.string().nullable(),
  /** When a candidate was computed beside; null while it is not. */
  computedAt: z.string().nullable(),
  /** When it became what everybody sees, and by whom; null for what the organization began with. */
  releasedAt: z.string().nullable(),
  releasedBy: z.string().nullable(),
  /** Who changed its state or its previewers last. */
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
})

export const releasesOutput = z.object({
  releases: z.array(release),
  /** The version whose numbers the caller is shown. */
  shown: z.number().int(),
  asOf: z.string(),
})

/** After a step: who took it, and how many patterns were computed for it. */
export const stepOutput = releasesOutput.extend({ by: z.string(), patterns: z.number().int() })

export const compareInput = z.strictObject({
  version,
  /** Equal numbers too. */
  all: z.boolean().default(false),
  ...paging,
})

const value = z.union([z.number(), z.string(), z.boolean()]).nullable()

export const compareOutput = z.object({
  version: z.number().int(),
  released: z.number().int(),
  /** Numbers of all patterns that were compared: equal ones and others, and the patterns that differ in any. */
  equal: z.number().int(),
  different: z.number().int(),
  patterns: z.number().int(),
  patternsThatDiffer: z.number().int(),
  numbers: z.array(
    z.object({
      /** Id and title of the pattern. */
      subject: z.string(),
      title: z.string(),
      /** Name of the column, such as currentDenialRate. Money is dollars, rates are percentages. */
      metric: z.string(),
      released: value,
      candidate: value,
      /** Candidate less released, where both are numbers. */
      difference: z.number().nullable(),
    }),
  ),
  pagination,
  asOf: z.string(),
})

export type Releases = z.infer<typeof releasesOutput>
export type Comparison = z.infer<typeof compareOutput>
