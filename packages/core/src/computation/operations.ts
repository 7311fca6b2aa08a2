import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { recomputeAll, recomputeMarked } from './recompute.ts'

export const refreshComputationInput = z.strictObject({
  /** Every day there is, not only the marked ones. */
  all: z.boolean().default(false),
})

export const refreshComputationOutput = z.object({
  days: z.number().int(),
  created: z.array(z.string()),
  adopted: z.array(z.string()),
  patterns: z.number().int(),
  slices: z.number().int(),
  longestSliceMs: z.number().int(),
  asOf: z.string(),
})

export const refreshComputationOperation = defineOperation({
  name: 'computation.refresh',
  access: 'administrator',
  summary: 'Computes what imports and corrections have changed: daily metrics, patterns and scores.',
  input: refreshComputationInput,
  output: refreshComputationOutput,
  async run(context, { all }) {
    return { ...(await (all ? recomputeAll(context) : recomputeMarked(context))), asOf: context.now.toISOString() }
  },
})
