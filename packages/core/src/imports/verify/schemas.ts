import { z } from 'zod'

export const verifyInput = z.strictObject({
  /** Folder of the portal's JSON export, or one of its files. */
  directory: z.string().min(1),
})

const stated = z.union([z.number(), z.string(), z.null()])

export const check = z.object({ name: z.string(), expected: stated, actual: stated, equal: z.boolean() })

/** A number that the portal states and Overturn computes in another way, or not at all: never an error, always told. */
const difference = z.object({ name: z.string(), stated, computed: stated, reason: z.string() })

/** An object of the export that the database has not, or has otherwise: `fields` names what differs, never a value. */
const mismatch = z.object({ kind: z.string(), id: z.string(), problem: z.enum(['missing', 'different']), fields: z.array(z.string()) })

/** Amounts are dollars, rates percent with two decimals, durations milliseconds. */
export const verifyOutput = z.object({
  directory: z.string(),
  files: z.array(z.string()),
  /** Every check holds and no object is missing or different. */
  equal: z.boolean(),
  checks: z.array(check),
  differencesByDefinition: z.array(difference),
  /** The first thousand of them; the checks count all. */
  missing: z.array(mismatch),
  /** References in the database to objects that no file has brought. */
  unresolved: z.number().int(),
})

export type Verification = z.infer<typeof verifyOutput>
export type Check = Verification['checks'][number]
export type Difference = Verification['differencesByDefinition'][number]
export type Mismatch = Verification['missing'][number]
export type Stated = Check['expected']

export const checkOf = (name: string, expected: Stated, actual: Stated): Check => ({ name, expected, actual, equal: expected === actual })
