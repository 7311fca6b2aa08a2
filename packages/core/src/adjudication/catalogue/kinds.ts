export const patternCategories = [
  'modifier-missing',
  'code-mismatch',
  'documentation',
  'authorization',
  'billing-error',
  'timing',
  'medical-necessity',
  'coding-specificity',
] as const
export type PatternCategory = (typeof patternCategories)[number] | 'unclassified'

/** CAQH CORE 360 business scenarios, numbered 1 to 4 there. */
export const coreScenarios = ['missing-documentation', 'invalid-data', 'not-covered', 'not-separately-payable'] as const
export type CoreScenario = (typeof coreScenarios)[number]
export const actionCategories = ['operational_system', 'documentation', 'coding_knowledge', 'coverage_blindspot'] as const
export type ActionCategory = (typeof actionCategories)[number]
export const remedies = ['appeal', 'corrected_claim', 'none'] as const
export type Remedy = (typeof remedies)[number]

/**
 * What an adjustment does. `price`: the amount follows from a contract, a fee schedule or a law. `patient_share`: the patient pays it.
 * `earlier_payer`: what another payer did. `informational`: it tells something, or nothing is decided yet. All else denies.
 */
export const adjustmentKinds = ['denial', 'price', 'patient_share', 'earlier_payer', 'informational'] as const
export type AdjustmentKind = (typeof adjustmentKinds)[number]
