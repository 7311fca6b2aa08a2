import type { FileResult } from './run.ts'
import type { FileSummary } from './summary.ts'

/**
 * Whether a file was read and nothing of it was taken in: what it has was rejected, or it holds no claims at all. A file that was known before,
 * as a whole or in each of its payments, is none of these.
 */
export function isNothingTaken({
  outcome,
  merged = null,
  format,
  rejected,
  claims,
  claimPayments,
  plb,
}: FileSummary & Partial<Pick<FileResult, 'outcome' | 'merged'>>): boolean {
  if (outcome === 'refused' || rejected.length === 0 || plb > 0) return false
  if (merged) {
    const { newClaims, changedClaims, decisions, known, other } = merged
    return newClaims + changedClaims + decisions + known + other.inserted + other.updated + other.unchanged === 0
  }
  // Nothing was merged: the summary has to tell, and it counts all that there can be in X12 alone.
  return format.startsWith('x12') && claims + claimPayments === 0
}
