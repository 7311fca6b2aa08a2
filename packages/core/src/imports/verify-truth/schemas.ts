import { z } from 'zod'
import { text } from '../../schemas.ts'
import { check } from '../verify/schemas.ts'

const count = z.number().int()
const amount = z.string().regex(/^-?\d+\.\d{2}$/, 'is not an amount with two decimals')
const counts = <Name extends string>(...names: Name[]) => z.object(Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>)

/** A truth file as `overturn generate --truth` writes it. A part that the format cannot bring is absent, and not compared. */
export const truthFile = z.object({
  format: z.string().default('synthetic'),
  asOf: z.string(),
  claims: count,
  predeterminations: count.optional(),
  pending: count.optional(),
  duplicates: count.optional(),
  decided: count.optional(),
  denied: count.optional(),
  partiallyDenied: count.optional(),
  overturned: count.optional(),
  finallyDenied: count.optional(),
  decisions: counts('original', 'reversal', 'predetermination', 'secondary').optional(),
  appeals: counts('pending', 'upheld', 'overturned', 'partially_overturned').optional(),
  remittances: count.optional(),
  providerLevelAdjustments: count.optional(),
  denialsByReason: z.array(z.object({ reason: z.string(), claims: count, lines: count, charge: amount })).optional(),
  byServiceMonth: z.array(z.object({ month: z.string(), claims: count, denied: count, paid: amount })).optional(),
  cash: z.object({ submitted: amount, decided: amount, paid: amount, recovered: amount, providerLevel: amount, remitted: amount }).partial().default({}),
})
export type StatedTruth = z.output<typeof truthFile>

export const verifyTruthInput = z.strictObject({
  /** The truth file of the group whose files were imported. */
  truth: text(4096),
})

/** Amounts are dollars. */
export const verifyTruthOutput = z.object({
  truth: z.string(),
  format: z.string(),
  equal: z.boolean(),
  checks: z.array(check),
})
export type TruthVerification = z.output<typeof verifyTruthOutput>
