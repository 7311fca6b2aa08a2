import { z } from 'zod'
import { reasonOfText } from '../../../adjudication/reasons.ts'
import type { ImportRecord } from '../../records.ts'
import { readEvidence, type Evidence } from './evidence.ts'
import type { Place, Report } from './issues.ts'
import { readSteps, type PatternStep } from './steps.ts'
import { anything, date, id, list, readObject, required, text, texts, wholeNumber, type Raw } from './values.ts'
import { actionCategoryWords, patternCategoryWords, patternStatusWords, patternTierWords, recoveryWords } from './vocabulary.ts'

const schema = z.object({
  id,
  title: required,
  description: text,
  category: text,
  status: text,
  tier: text,
  affectedClaims: texts,
  evidence: list,
  firstDetected: date,
  lastSeen: date,
  lastUpdated: date,
  learningProgress: wholeNumber,
  practiceSessionsCompleted: wholeNumber,
  correctionsApplied: wholeNumber,
  improvements: list,
  actions: list,
  suggestedAction: text,
  actionCategory: text,
  recoveryStatus: text,
  shortTermAction: anything,
  longTermAction: anything,
  possibleRootCauses: anything,
  relatedPolicies: texts,
  relatedCodes: texts,
})
const refusals = { id: 'portal.no-id', title: 'portal.required-field' } as const

/** What merge/patterns.ts finds in a staged pattern. Its computed numbers (score, amounts at risk) are in `reported` only, as stated. */
export interface PatternBody {
  title: string
  description: string
  category: string
  status: string
  tier: string
  /** Canonical denial reason that most of the evidence names, so that detection can adopt the pattern. */
  denialReason: string | null
  firstDetected: string | null
  lastSeen: string | null
  lastUpdated: string | null
  learningProgress: number
  practiceSessionsCompleted: number
  correctionsApplied: number
  suggestedAction: string | null
  actionCategory: string | null
  recoveryStatus: string | null
  shortTermAction: unknown
  longTermAction: unknown
  possibleRootCauses: unknown
  affectedClaims: string[]
  relatedPolicies: string[]
  relatedCodes: string[]
  evidence: Evidence[]
  steps: PatternStep[]
  /** The whole pattern as it came. */
  reported: Raw
}

export function readPattern(raw: Raw, place: Place, report: Report): ImportRecord[] {
  const read = readObject(schema, refusals, raw, place, report)
  if (!read) return []
  const { id, evidence: evidenceItems, improvements, actions, lastUpdated, affectedClaims, relatedPolicies, relatedCodes, ...stated } = read.fields
  const evidence = readEvidence(evidenceItems, place, report)
  const body: PatternBody = {
    ...stated,
    description: stated.description ?? '',
    category: report.word(patternCategoryWords, stated.category, place) ?? 'unclassified',
    status: report.word(patternStatusWords, stated.status, place) ?? 'active',
    tier: report.word(patternTierWords, stated.tier, place) ?? 'low',
    actionCategory: report.word(actionCategoryWords, stated.actionCategory, place),
    recoveryStatus: report.word(recoveryWords, stated.recoveryStatus, place),
    learningProgress: Math.min(100, Math.max(0, stated.learningProgress ?? 0)),
    practiceSessionsCompleted: stated.practiceSessionsCompleted ?? 0,
    correctionsApplied: stated.correctionsApplied ?? 0,
    denialReason: commonReason(evidence),
    lastUpdated,
    affectedClaims: [...new Set(affectedClaims)],
    relatedPolicies: [...new Set(relatedPolicies)],
    relatedCodes: [...new Set(relatedCodes)],
    evidence,
    steps: readSteps({ improvements, actions }, place, report),
    reported: raw,
  }
  return [{ kind: 'pattern', id, body: { ...body } }]
}

/** The reason we know that most of the evidence names, the first of equals; null when it names none. */
function commonReason(evidence: readonly Evidence[]): string | null {
  const counts = new Map<string, number>()
  for (const { denialReason } of evidence)
    if (reasonOfText(denialReason)?.recognized) counts.set(denialReason as string, (counts.get(denialReason as string) ?? 0) + 1)
  return [...counts].reduce<[string, number] | null>((best, next) => (best && best[1] >= next[1] ? best : next), null)?.[0] ?? null
}
