/**
 * The catalogue of denial reasons. CARC and RARC numbers are facts; every label here is in our own words, because X12's wording is X12's.
 * A (CARC, RARC) pair names one reason; the RARC decides where the CARC says little (CARC 16 says only that something is missing).
 */
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
export type CoreScenario = 'missing-documentation' | 'invalid-data' | 'not-covered' | 'not-separately-payable'
export const actionCategories = ['operational_system', 'documentation', 'coding_knowledge', 'coverage_blindspot'] as const
export type ActionCategory = (typeof actionCategories)[number]
export type Remedy = 'appeal' | 'corrected_claim' | 'none'

export interface DenialReason {
  label: string
  category: PatternCategory
  scenario: CoreScenario | null
  action: ActionCategory | null
  remedy: Remedy
  carcs: readonly string[]
  /** RARCs that decide for this reason when they accompany a CARC that says little (16, 226, 252, A1). */
  rarcs: readonly string[]
  /** Words (whole, any order) by which a reason given as text is recognised; each entry is a set that must all occur. */
  words: readonly string[]
}

type Row = [string, PatternCategory, CoreScenario | null, ActionCategory | null, Remedy, string, string, string[]]

// label, category, CORE scenario, action category, usual remedy, CARCs, deciding RARCs, words
const rows: Row[] = [
  [
    'Modifier missing or inconsistent',
    'modifier-missing',
    'invalid-data',
    'coding_knowledge',
    'corrected_claim',
    '4 182',
    'N519 N517 N822 N823 M78',
    ['modifier'],
  ],
  [
    'Authorization absent',
    'authorization',
    'missing-documentation',
    'operational_system',
    'appeal',
    '197 15',
    'M62 N54',
    ['authorization', 'preauthorization', 'precertification', 'prior auth', 'auth missing', 'auth required'],
  ],
  [
    'Authorization exceeded or not matching',
    'authorization',
    'invalid-data',
    'operational_system',
    'appeal',
    '198 243 284 296',
    '',
    ['authorization exceeded', 'authorization invalid'],
  ],
  ['Referral absent', 'authorization', 'missing-documentation', 'operational_system', 'appeal', '288', 'N335', ['referral']],
  [
    'Documentation missing or insufficient',
    'documentation',
    'missing-documentation',
    'documentation',
    'appeal',
    '163 164 226 227 250 251 252',
    'M127 M60 N29 N202 N455 N706',
    ['documentation', 'document', 'documents', 'medical records', 'records requested'],
  ],
  [
    'Not medically necessary',
    'medical-necessity',
    'not-covered',
    'documentation',
    'appeal',
    '50 55 56 114',
    'M25 N115',
    ['medical necessity', 'medically necessary', 'not necessary', 'experimental'],
  ],
  [
    'Level or amount of service not supported',
    'medical-necessity',
    'not-covered',
    'documentation',
    'appeal',
    '150 151 152 154',
    '',
    ['level of care', 'level of service'],
  ],
  ['Filing time limit passed', 'timing', 'not-covered', 'operational_system', 'appeal', '29', '', ['timely', 'filing limit', 'time limit']],
  [
    'Benefit limit or frequency reached',
    'timing',
    'not-covered',
    'coverage_blindspot',
    'appeal',
    '35 119 149 222 273',
    'M90 N362 N640',
    ['frequency', 'benefit limit', 'maximum benefit', 'visit limit'],
  ],
  [
    'Diagnosis does not support the procedure',
    'code-mismatch',
    'invalid-data',
    'coding_knowledge',
    'corrected_claim',
    '11',
    'M64',
    ['diagnosis mismatch', 'diagnosis inconsistent', 'diagnosis support', 'diagnosis procedure', 'code mismatch'],
  ],
  [
    'Diagnosis invalid or not specific enough',
    'coding-specificity',
    'invalid-data',
    'coding_knowledge',
    'corrected_claim',
    '146',
    'M76 M81 MA63 N657',
    ['specificity', 'unspecified', 'specific diagnosis', 'diagnosis invalid'],
  ],
  [
    'Code does not fit patient or provider',
    'code-mismatch',
    'invalid-data',
    'coding_knowledge',
    'corrected_claim',
    '6 7 8 9 10 12 170 171 172',
    '',
    ['age restriction', 'gender', 'specialty mismatch'],
  ],
  ['Place of service does not fit', 'code-mismatch', 'invalid-data', 'coding_knowledge', 'corrected_claim', '5 58', 'M77', ['place of service']],
  [
    'Procedure or revenue code invalid',
    'code-mismatch',
    'invalid-data',
    'coding_knowledge',
    'corrected_claim',
    '181 189 199',
    'M20 M50 M51 N65',
    ['invalid code', 'code invalid', 'invalid procedure', 'deleted code'],
  ],
  [
    'Bundled into another service',
    'billing-error',
    'not-separately-payable',
    'coding_knowledge',
    'corrected_claim',
    '97 190 231 234 236 B15',
    'M15 M80 N19 N70',
    ['bundled', 'bundling', 'unbundled', 'unbundling', 'ncci'],
  ],
  ['Duplicate of an earlier claim', 'billing-error', 'invalid-data', 'operational_system', 'none', '18 B13', 'M86 N522', ['duplicate']],
  [
    'Claim lacks information',
    'billing-error',
    'invalid-data',
    'operational_system',
    'corrected_claim',
    '16 125 129 148 A1',
    'MA130',
    ['missing information', 'lacks information', 'incomplete', 'billing error'],
  ],
  [
    'Provider identification missing or invalid',
    'billing-error',
    'invalid-data',
    'operational_system',
    'corrected_claim',
    '206 207 208',
    'M57 MA112 N95 N257 N265 N286 N288 N290',
    ['npi', 'provider identifier'],
  ],
  [
    'Payer not responsible for the claim',
    'billing-error',
    'invalid-data',
    'operational_system',
    'corrected_claim',
    '19 20 21 24 109',
    'N196 N418',
    ['wrong payer', 'another payer'],
  ],
  [
    'Other insurance not coordinated',
    'billing-error',
    'invalid-data',
    'operational_system',
    'corrected_claim',
    '22 136 215',
    'MA04 N4 N245',
    ['coordination of benefits', 'other insurance', 'primary payer'],
  ],
  [
    'Patient not identified',
    'billing-error',
    'invalid-data',
    'operational_system',
    'corrected_claim',
    '31 140',
    'MA61 N382',
    ['patient not identified', 'member not found', 'subscriber not found'],
  ],
  [
    'Coverage not in force',
    'billing-error',
    'not-covered',
    'coverage_blindspot',
    'none',
    '26 27 32 33 34 177 200',
    'N30 N650',
    ['coverage terminated', 'coverage ended', 'not eligible', 'ineligible', 'eligibility'],
  ],
  [
    'Service not covered',
    'medical-necessity',
    'not-covered',
    'coverage_blindspot',
    'appeal',
    '49 51 53 54 60 96 167 204 258 269 272 B5',
    'N130 N386 N425',
    ['not covered', 'noncovered', 'non covered', 'excluded', 'coverage exclusion'],
  ],
  [
    'Provider not eligible for this service',
    'billing-error',
    'not-covered',
    'operational_system',
    'appeal',
    '183 184 185 242 299 B7',
    'N570',
    ['not certified', 'credentialing', 'not credentialed', 'out of network'],
  ],
]

const SPLIT = / +/
export const denialReasons: readonly DenialReason[] = rows.map(([label, category, scenario, action, remedy, carcs, rarcs, words]) => ({
  label,
  category,
  scenario,
  action,
  remedy,
  words,
  carcs: carcs.split(SPLIT).filter(Boolean),
  rarcs: rarcs.split(SPLIT).filter(Boolean),
}))
