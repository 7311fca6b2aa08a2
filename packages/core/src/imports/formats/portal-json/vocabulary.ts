import { actionCategories, patternCategories } from '../../../adjudication/catalogue.ts'
import { claimStatuses, claimTypes, reportedOutcomes } from '../../../db/schema/claims.ts'
import { learningOutcomes } from '../../../db/schema/learning.ts'
import { patternActionKinds, patternStatuses, patternTiers, recoveryStatuses } from '../../../db/schema/patterns.ts'
import { policyModes } from '../../../db/schema/policies.ts'
import { learningContexts, learningEventTypes } from '../../../learning/types.ts'

/** A closed set of words: ours, and what other portals call the same thing. Case, spaces, hyphens and underscores make no difference. */
export interface Vocabulary<Own extends string = string> {
  field: string
  own: readonly Own[]
  synonyms: Partial<Record<string, Own>>
}

const vocabulary = <Own extends string>(field: string, own: readonly Own[], synonyms: Partial<Record<string, NoInfer<Own>>> = {}): Vocabulary<Own> => ({
  field,
  own,
  synonyms: Object.fromEntries(Object.entries(synonyms).map(([word, meaning]) => [plain(word), meaning])),
})

const plain = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '')

/** What a word means among ours, and whether it is a foreign one. */
export function lookUp<Own extends string>({ own, synonyms }: Vocabulary<Own>, word: string): { own: Own | null; foreign: boolean } {
  const same = own.find((mine) => plain(mine) === plain(word))
  return same ? { own: same, foreign: false } : { own: Object.hasOwn(synonyms, plain(word)) ? (synonyms[plain(word)] ?? null) : null, foreign: true }
}

export const claimStatusWords = vocabulary('claim.status', claimStatuses, {
  approved: 'paid',
  settled: 'paid',
  rejected: 'denied',
  declined: 'denied',
  'partially paid': 'partially_denied',
  partial: 'partially_denied',
  submitted: 'pending',
  'in review': 'pending',
  'in process': 'pending',
  processing: 'pending',
  received: 'pending',
  accepted: 'pending',
  appeal: 'appealed',
})

export const claimTypeWords = vocabulary('claim.claimType', claimTypes, {
  'cms-1500': 'professional',
  physician: 'professional',
  'ub-04': 'institutional',
  facility: 'institutional',
  hospital: 'institutional',
})

/** `none` is a way to say that there is no appeal. */
export const appealWords = vocabulary('claim.appealStatus', [...reportedOutcomes, 'none'], {
  approved: 'overturned',
  won: 'overturned',
  granted: 'overturned',
  denied: 'upheld',
  lost: 'upheld',
  rejected: 'upheld',
  partial: 'partially_overturned',
  submitted: 'pending',
  filed: 'pending',
  'in review': 'pending',
  'in progress': 'pending',
  'not appealed': 'none',
  'n/a': 'none',
})

export const patternCategoryWords = vocabulary('pattern.category', [...patternCategories, 'unclassified'], {
  modifier: 'modifier-missing',
  auth: 'authorization',
  'prior-authorization': 'authorization',
  bundling: 'billing-error',
  'timely-filing': 'timing',
  specificity: 'coding-specificity',
})
export const patternStatusWords = vocabulary('pattern.status', patternStatuses, {
  new: 'active',
  open: 'active',
  monitoring: 'active',
  worsening: 'active',
  closed: 'resolved',
  fixed: 'resolved',
  dismissed: 'archived',
})
export const patternTierWords = vocabulary('pattern.tier', patternTiers, { severe: 'critical', urgent: 'critical', moderate: 'medium', minor: 'low' })
export const actionCategoryWords = vocabulary('pattern.actionCategory', actionCategories, {
  operational: 'operational_system',
  system: 'operational_system',
  coding: 'coding_knowledge',
  coverage: 'coverage_blindspot',
})
export const recoveryWords = vocabulary('pattern.recoveryStatus', recoveryStatuses, {
  'partially recoverable': 'partial',
  unrecoverable: 'not_recoverable',
  lost: 'not_recoverable',
})
export const patternActionWords = vocabulary('pattern.action', patternActionKinds, {
  practice: 'practice_session',
  resubmit: 'resubmission',
  training: 'staff_training',
  workflow: 'workflow_update',
  configuration: 'system_configuration',
  system: 'system_configuration',
  'insight-dismissed': 'other',
})

export const policyModeWords = vocabulary('policy.mode', policyModes, {
  enforced: 'active',
  live: 'active',
  monitor: 'observation',
  monitoring: 'observation',
  test: 'observation',
  proposed: 'draft',
  inactive: 'retired',
  disabled: 'retired',
  archived: 'retired',
})

export const outcomeWords = vocabulary('event.outcome', learningOutcomes, {
  success: 'correct',
  passed: 'correct',
  failure: 'incorrect',
  failed: 'incorrect',
  abandoned: 'incomplete',
})

/** Types and contexts have no closed column: these are the ones that mean something to us, all others are kept and told. */
export const eventTypeWords = vocabulary('event.type', learningEventTypes)
export const eventContextWords = vocabulary('event.context', learningContexts)
