import type { Context } from '../context.ts'
import { refreshLagCurves } from '../measures/maturity/refresh.ts'
import { defineOperation } from '../operation.ts'
import { backfillPatterns, pendingPatterns } from './backfill.ts'
import { detectPatterns } from './detect.ts'
import { detectedPatterns, nameCarcs } from './detected.ts'
import { refreshPatterns } from './refresh.ts'
import { detectPatternsInput, detectPatternsOutput, refreshPatternsInput, refreshPatternsOutput } from './schemas.ts'
import { searchScopes } from './search/search.ts'
import { slicesOf } from '../computation/slices.ts'

/** New patterns get their claims and days; then all are scored. */
async function scorePatterns(context: Context): Promise<number> {
  const slices = slicesOf(context.db)
  await backfillPatterns(context.db, slices, await pendingPatterns(context.db))
  await refreshLagCurves(context, slices)
  return refreshPatterns(context, slices)
}

export const detectPatternsOperation = defineOperation({
  name: 'patterns.detect',
  kind: 'write',
  summary: 'Finds denial reasons that have become patterns, and the scopes in which a reason is denied more often than elsewhere.',
  input: detectPatternsInput,
  output: detectPatternsOutput,
  async run(context, rule) {
    const slices = slicesOf(context.db)
    const { created, adopted } = await detectPatterns(context, rule, slices)
    const search = await searchScopes(context, slices)
    await scorePatterns(context)
    await nameCarcs(context, slices, search?.patterns ?? [])
    const patterns = await detectedPatterns(context, slices, search)
    return { created: [...created, ...(search?.created ?? [])], adopted, patterns, search, asOf: context.now.toISOString() }
  },
})

export const refreshPatternsOperation = defineOperation({
  name: 'patterns.refresh',
  kind: 'write',
  summary: 'Computes score, tier and status of every pattern as of today.',
  input: refreshPatternsInput,
  output: refreshPatternsOutput,
  async run(context) {
    return { patterns: await scorePatterns(context), asOf: context.now.toISOString() }
  },
})
