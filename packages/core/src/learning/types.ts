import type { FieldProblem } from '../errors.ts'

/** What people do to learn: the closed vocabulary of what is recorded here. An import keeps words of others, which count as ours where they mean the same. */
export const learningEventTypes = [
  'claim-submitted',
  'claim-reviewed',
  'dashboard-viewed',
  'insight-viewed',
  'insight-dismissed',
  'pattern-identified',
  'code-lookup',
  'policy-viewed',
  'practice-started',
  'practice-completed',
  'correction-applied',
] as const
export type LearningEventType = (typeof learningEventTypes)[number]

/** Where in the portal it happened. */
export const learningContexts = ['dashboard', 'claims', 'patterns', 'policies', 'practice'] as const
export const deviceTypes = ['desktop', 'mobile', 'tablet'] as const

/** Fields that only some events have. Time, duration, session, device, context and links to a pattern and a claim may stand on any. */
const special = ['outcomeType', 'correctionApplied', 'metadata.policyId', 'metadata.procedureCode', 'metadata.practiceType', 'metadata.action'] as const
type SpecialField = (typeof special)[number]
type Field = SpecialField | 'patternId' | 'claimId'

interface EventRule {
  needs: readonly Field[]
  /** At least one of these. */
  needsOneOf?: readonly Field[]
  takes?: readonly SpecialField[]
}

export const eventRules: Record<LearningEventType, EventRule> = {
  'claim-submitted': { needs: ['claimId'] },
  'claim-reviewed': { needs: ['claimId'] },
  'dashboard-viewed': { needs: [] },
  'insight-viewed': { needs: ['patternId'] },
  'insight-dismissed': { needs: ['patternId'] },
  'pattern-identified': { needs: ['patternId'] },
  'code-lookup': { needs: ['metadata.procedureCode'] },
  'policy-viewed': { needs: ['metadata.policyId'] },
  'practice-started': { needs: ['patternId'], takes: ['metadata.practiceType'] },
  'practice-completed': { needs: ['patternId', 'outcomeType'], takes: ['correctionApplied', 'metadata.practiceType'] },
  'correction-applied': { needs: [], needsOneOf: ['claimId', 'patternId'], takes: ['metadata.action'] },
}

type Given = { type: LearningEventType; metadata?: object | undefined } & { [Name in Exclude<Field, `metadata.${string}`>]?: unknown }

/** What is wrong with the fields of an event: missing ones, and ones that its type does not have. */
export function fieldProblems(event: Given): FieldProblem[] {
  const { needs, needsOneOf = [], takes = [] } = eventRules[event.type]
  const has = (field: Field) => valueOf(event, field) !== undefined
  const known: readonly Field[] = [...needs, ...takes]
  const missing = needs.filter((field) => !has(field)).map((field) => ({ field, message: `is needed with ${event.type}` }))
  const noneOf =
    needsOneOf.length > 0 && !needsOneOf.some(has)
      ? [{ field: needsOneOf[0]!, message: `or ${needsOneOf.slice(1).join(' or ')} is needed with ${event.type}` }]
      : []
  const foreign = special.filter((field) => has(field) && !known.includes(field)).map((field) => ({ field, message: `does not belong to ${event.type}` }))
  return [...missing, ...noneOf, ...foreign]
}

function valueOf(event: Given, field: Field): unknown {
  const [first, second] = field.split('.') as [keyof Given, string?]
  const value: unknown = event[first]
  return second === undefined ? value : (value as Readonly<Record<string, unknown>> | undefined)?.[second]
}
