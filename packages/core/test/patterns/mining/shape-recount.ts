import type { ClaimShape } from '../../../src/patterns/mining/claim-shape.ts'
import { daysBetween } from '../../../src/dates.ts'
import { DAYS_TO_SUBMISSION } from '../../../src/patterns/scope/condition.ts'
import { isDuplicate, type ClaimHistory } from '../../synthetic/collect.ts'

/** The shape of a claim of the invented group, from its records; null for one that is no adjudicated claim. Every claim of the group has lines. */
export function shapeOf(history: ClaimHistory): Omit<ClaimShape, 'later' | 'count'> | null {
  const {
    claim,
    decisions: [first],
  } = history
  if (claim.use !== 'claim' || !first || isDuplicate(history)) return null
  const days = daysBetween(claim.serviceDate!, claim.submissionDate!)
  const reasons = new Map(
    first.lines.filter(({ verdict }) => verdict.denied && !verdict.duplicate).map(({ lineNumber, verdict }) => [lineNumber, verdict.reason]),
  )
  return {
    payer: claim.payerId,
    provider: claim.providerId,
    claimType: claim.claimType,
    submittedLaterThan: DAYS_TO_SUBMISSION.findLast((threshold) => days > threshold) ?? 0,
    reason: null,
    lines: claim.lines.map((line) => ({
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      diagnoses: line.diagnosisCodes.length > 0 ? line.diagnosisCodes : claim.diagnosisCodes,
      placeOfService: line.placeOfService ?? claim.placeOfService,
      renderingProvider: line.renderingProviderId ?? claim.renderingProviderId,
      reason: reasons.get(line.lineNumber) ?? null,
    })),
  }
}

/** Claims by shape. */
export function tally(shapes: Iterable<{ shape: object; count: number }>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { shape, count } of shapes) {
    const key = JSON.stringify(shape, (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return counts
}
