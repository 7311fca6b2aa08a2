import { z } from 'zod'
import { sql } from 'drizzle-orm'
import { refreshCodePerformance } from '../codes/performance/refresh.ts'
import type { Context } from '../context.ts'
import { defineOperation } from '../operation.ts'
import { refreshProviders } from '../providers/refresh.ts'
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
  kind: 'write',
  summary: 'Computes what imports and corrections have changed: daily metrics, patterns and scores.',
  input: refreshComputationInput,
  output: refreshComputationOutput,
  async run(context, { all }) {
    const done = await (all ? recomputeAll(context) : recomputeMarked(context))
    const missing = await neverComputed(context)
    if (all || missing.providers) await refreshProviders(context)
    if (all || missing.codes) await refreshCodePerformance(context)
    return { ...done, asOf: context.now.toISOString() }
  },
})

/** What its own job computes from then on; nobody should wait for Monday to see it for the first time. */
async function neverComputed({ db }: Context): Promise<{ providers: boolean; codes: boolean }> {
  const missing = await db.row<{ providers: boolean; codes: boolean }>(sql`
    select not exists (select from provider_performance where organization_id = ${db.organizationId})
             and exists (select from provider_daily_metrics where organization_id = ${db.organizationId}) as providers,
           not exists (select from code_performance where organization_id = ${db.organizationId})
             and exists (select from claims where organization_id = ${db.organizationId}) as codes`)
  return missing!
}
