import type { ActionCategory, CoreScenario, PatternCategory, Remedy } from './kinds.ts'

/** A canonical reason without its codes. The codes name it by its key (carcs/, rarcs/). */
export interface ReasonText {
  label: string
  category: PatternCategory
  scenario: CoreScenario | null
  action: ActionCategory | null
  remedy: Remedy
  /** Words (whole, any order) by which a reason given as text is recognized; each entry is a set that must all occur. */
  words: readonly string[]
}

const reason = (
  label: string,
  category: PatternCategory,
  scenario: CoreScenario,
  action: ActionCategory,
  remedy: Remedy,
  words: readonly string[],
): ReasonText => ({ label, category, scenario, action, remedy, words })

/**
 * The reasons by which denials are counted. Claims, patterns and files of earlier versions carry a label: one that changes takes a migration (as
 * 0020_american_spelling), and its former words stay among those that it is recognized by. Of two reasons that a text fits equally well the first here
 * wins.
 */
export const reasons = {
  modifier: reason('Modifier missing or inconsistent', 'modifier-missing', 'invalid-data', 'coding_knowledge', 'corrected_claim', ['modifier']),
  authorization: reason('Authorization absent', 'authorization', 'missing-documentation', 'operational_system', 'appeal', [
    'authorization',
    'preauthorization',
    'precertification',
    'prior auth',
    'auth missing',
    'auth required',
  ]),
  authorizationMismatch: reason('Authorization exceeded or not matching', 'authorization', 'invalid-data', 'operational_system', 'appeal', [
    'authorization exceeded',
    'authorization invalid',
  ]),
  referral: reason('Referral absent', 'authorization', 'missing-documentation', 'operational_system', 'appeal', ['referral']),
  documentation: reason('Documentation missing or insufficient', 'documentation', 'missing-documentation', 'documentation', 'appeal', [
    'documentation',
    'document',
    'documents',
    'medical records',
    'records requested',
  ]),
  necessity: reason('Not medically necessary', 'medical-necessity', 'not-covered', 'documentation', 'appeal', [
    'medical necessity',
    'medically necessary',
    'not necessary',
    'experimental',
  ]),
  level: reason('Level or amount of service not supported', 'medical-necessity', 'not-covered', 'documentation', 'appeal', [
    'level of care',
    'level of service',
  ]),
  filing: reason('Filing time limit passed', 'timing', 'not-covered', 'operational_system', 'appeal', ['timely', 'filing limit', 'time limit']),
  limit: reason('Benefit limit or frequency reached', 'timing', 'not-covered', 'coverage_blindspot', 'appeal', [
    'frequency',
    'benefit limit',
    'maximum benefit',
    'visit limit',
  ]),
  diagnosisMismatch: reason('Diagnosis does not support the procedure', 'code-mismatch', 'invalid-data', 'coding_knowledge', 'corrected_claim', [
    'diagnosis mismatch',
    'diagnosis inconsistent',
    'diagnosis support',
    'diagnosis procedure',
    'code mismatch',
  ]),
  diagnosis: reason('Diagnosis invalid or not specific enough', 'coding-specificity', 'invalid-data', 'coding_knowledge', 'corrected_claim', [
    'specificity',
    'unspecified',
    'specific diagnosis',
    'diagnosis invalid',
  ]),
  patientMismatch: reason('Code does not fit patient or provider', 'code-mismatch', 'invalid-data', 'coding_knowledge', 'corrected_claim', [
    'age restriction',
    'gender',
    'specialty mismatch',
  ]),
  place: reason('Place of service does not fit', 'code-mismatch', 'invalid-data', 'coding_knowledge', 'corrected_claim', ['place of service']),
  procedure: reason('Procedure or revenue code invalid', 'code-mismatch', 'invalid-data', 'coding_knowledge', 'corrected_claim', [
    'invalid code',
    'code invalid',
    'invalid procedure',
    'deleted code',
  ]),
  bundled: reason('Bundled into another service', 'billing-error', 'not-separately-payable', 'coding_knowledge', 'corrected_claim', [
    'bundled',
    'bundling',
    'unbundled',
    'unbundling',
    'ncci',
  ]),
  duplicate: reason('Duplicate of an earlier claim', 'billing-error', 'invalid-data', 'operational_system', 'none', ['duplicate']),
  information: reason('Claim lacks information', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', [
    'missing information',
    'lacks information',
    'incomplete',
    'billing error',
  ]),
  providerNumber: reason('Provider identification missing or invalid', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', [
    'npi',
    'provider identifier',
  ]),
  otherPayer: reason('Payer not responsible for the claim', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', [
    'wrong payer',
    'another payer',
  ]),
  coordination: reason('Other insurance not coordinated', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', [
    'coordination of benefits',
    'other insurance',
    'primary payer',
  ]),
  patient: reason('Patient not identified', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', [
    'patient not identified',
    'member not found',
    'subscriber not found',
  ]),
  coverage: reason('Coverage not in force', 'billing-error', 'not-covered', 'coverage_blindspot', 'none', [
    'coverage terminated',
    'coverage ended',
    'not eligible',
    'ineligible',
    'eligibility',
  ]),
  notCovered: reason('Service not covered', 'medical-necessity', 'not-covered', 'coverage_blindspot', 'appeal', [
    'not covered',
    'noncovered',
    'non covered',
    'excluded',
    'coverage exclusion',
  ]),
  provider: reason('Provider not eligible for this service', 'billing-error', 'not-covered', 'operational_system', 'appeal', [
    'not certified',
    'credentialing',
    'not credentialed',
    'out of network',
  ]),
  authorizationLate: reason('Authorization late or expired', 'authorization', 'invalid-data', 'operational_system', 'appeal', [
    'authorization late',
    'authorization expired',
    'authorization untimely',
  ]),
  authorizationRefused: reason('Authorization was refused', 'authorization', 'not-covered', 'documentation', 'appeal', [
    'authorization refused',
    'authorization denied',
    'authorization rejected',
  ]),
  referralMismatch: reason('Referral exceeded or not valid', 'authorization', 'invalid-data', 'operational_system', 'appeal', [
    'referral exceeded',
    'referral invalid',
    'referral expired',
  ]),
  order: reason('Order or prescription missing or not valid', 'documentation', 'missing-documentation', 'documentation', 'corrected_claim', [
    'prescription',
    'physician order',
  ]),
  dates: reason('Dates on the claim contradict each other', 'timing', 'invalid-data', 'operational_system', 'corrected_claim', [
    'service date mismatch',
    'dates inconsistent',
    'invalid date of service',
  ]),
  split: reason('Billed period must be split', 'timing', 'invalid-data', 'operational_system', 'corrected_claim', [
    'interim bill',
    'spans months',
    'split claim',
  ]),
  billType: reason('Type of bill does not fit', 'code-mismatch', 'invalid-data', 'coding_knowledge', 'corrected_claim', ['type of bill', 'bill type']),
  grouping: reason('Stay cannot be grouped for payment', 'code-mismatch', 'invalid-data', 'coding_knowledge', 'corrected_claim', [
    'drg ungroupable',
    'invalid drg',
  ]),
  relatedService: reason('Related service not found', 'billing-error', 'invalid-data', 'coding_knowledge', 'corrected_claim', [
    'qualifying service missing',
    'related service missing',
  ]),
  elsewhere: reason("Belongs on another provider's claim", 'billing-error', 'not-separately-payable', 'operational_system', 'corrected_claim', [
    'billed by another provider',
    'professional component',
    'technical component',
  ]),
  hospice: reason('Patient is in hospice care', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', ['hospice']),
  otherPlan: reason('Belongs to another plan of the patient', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', [
    'dental plan',
    'vision plan',
    'pharmacy plan',
    'hearing plan',
  ]),
  balance: reason('Balance of an earlier payer not covered', 'billing-error', 'not-covered', 'coverage_blindspot', 'none', [
    'secondary balance',
    'prior payer denied',
  ]),
  laboratory: reason('Laboratory certificate does not match', 'billing-error', 'invalid-data', 'operational_system', 'corrected_claim', [
    'clia',
    'laboratory certificate',
  ]),
  contract: reason('Not payable under the provider contract', 'billing-error', 'not-covered', 'operational_system', 'appeal', [
    'provider contract',
    'not contracted',
  ]),
  rules: reason('Rules of the plan not followed', 'billing-error', 'not-covered', 'operational_system', 'appeal', [
    'plan rules not followed',
    'second opinion',
    'plan guidelines not met',
  ]),
  circumstances: reason('Circumstances excluded from coverage', 'medical-necessity', 'not-covered', 'coverage_blindspot', 'none', [
    'outside country',
    'act of war',
  ]),
  emergency: reason('Emergency not recognized', 'medical-necessity', 'not-covered', 'documentation', 'appeal', [
    'emergency not recognized',
    'emergency not recognised',
    'not emergent',
    'not an emergency',
    'non emergency',
  ]),
  equipment: reason('Rental or purchase rule not met', 'billing-error', 'not-covered', 'coverage_blindspot', 'appeal', ['rental', 'capped rental']),
  quality: reason('Readmission or preventable complication', 'medical-necessity', 'not-covered', 'documentation', 'appeal', [
    'readmission',
    'hospital acquired',
  ]),
  review: reason('Refused after review by the payer', 'medical-necessity', 'not-covered', 'documentation', 'appeal', [
    'utilization review',
    'peer review',
    'post payment audit',
  ]),
  upheld: reason('Earlier decision upheld', 'medical-necessity', 'not-covered', 'documentation', 'appeal', ['decision upheld', 'original decision']),
  appealRefused: reason('Appeal late or not in order', 'timing', 'not-covered', 'operational_system', 'none', [
    'appeal late',
    'appeal limit',
    'appeal procedure',
  ]),
  notPerformed: reason('Service not performed', 'billing-error', 'invalid-data', 'operational_system', 'none', [
    'service cancelled',
    'service canceled',
    'not performed',
  ]),
  injury: reason('Injury not accepted by the insurer', 'billing-error', 'not-covered', 'operational_system', 'appeal', [
    'not work related',
    'injury not covered',
  ]),
  injuryRules: reason('Injury insurance rules not met', 'billing-error', 'not-covered', 'documentation', 'appeal', [
    'workers compensation',
    'no fault',
    'treatment guideline',
  ]),
} as const satisfies Record<string, ReasonText>

export type ReasonKey = keyof typeof reasons
