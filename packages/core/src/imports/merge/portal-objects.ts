import type { TenantTransaction } from '../../db/tenant.ts'
import { mergeCodeReferences } from './code-references.ts'
import type { MergeCounts } from './counts.ts'
import { mergeLearningEvents } from './learning-events.ts'
import { mergePatterns } from './patterns.ts'
import { mergePolicies } from './policies.ts'
import { resolveReferences } from './references.ts'
import type { Slice } from './slice.ts'
import { mergeWords } from './words.ts'

export type PortalCounts = MergeCounts

const steps = [
  ['policy', mergePolicies],
  ['pattern', mergePatterns],
  ['code_reference', mergeCodeReferences],
  ['learning_event', mergeLearningEvents],
  ['word', mergeWords],
] as const

export const PORTAL_KINDS: ReadonlySet<string> = new Set(steps.map(([kind]) => kind))

/** The small objects of a portal export: in the transaction that shows the file, because their rows are not hidden. */
export async function mergePortalObjects(tx: TenantTransaction, slice: Slice, waiting: ReadonlyMap<string, number>, newClaims: number): Promise<PortalCounts> {
  const total: PortalCounts = { inserted: 0, updated: 0, unchanged: 0 }
  for (const [kind, merge] of steps) {
    if (!waiting.has(kind)) continue
    const counts = await merge(tx, slice)
    for (const key of ['inserted', 'updated', 'unchanged'] as const) total[key] += counts[key]
  }
  // Nothing that a reference could wait for has come with a file of decisions alone.
  if (newClaims > 0 || steps.some(([kind]) => waiting.has(kind))) await resolveReferences(tx, slice.organizationId)
  return total
}
