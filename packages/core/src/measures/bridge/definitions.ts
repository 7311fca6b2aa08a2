import { OF_CLAIMS } from '../organization-daily/sql.ts'

/** What a rate counts: whole claims, their lines, or their charges. */
export type Unit = 'claims' | 'lines' | 'dollars'

interface Definition {
  name: string
  /** One sentence: what over what. */
  definition: string
  /** Who defines it so. */
  source: string
  /** Over the claims' facts (`facts` in sql.ts): a condition of one claim where the unit is claims, else a sum over all of them. */
  numerator: string
  denominator: string
}

const HFMA = 'HFMA Claim Integrity Task Force, Standardizing Denial Metrics (2021)'
const OURS = "Overturn's own"

/** Rates of claims. A claim is in the numerator only if it is in the denominator. */
export const claimDefinitions = {
  initial: {
    name: 'Initial denial rate, by claim',
    definition: "Claims that the primary payer's first decision denied as a whole, of those decided; duplicates apart.",
    source: `${OURS}: the denial rate of the dashboard`,
    numerator: `adjudicated and initial = 'denied'`,
    denominator: 'adjudicated',
  },
  initial_or_partial: {
    name: 'Initial denial rate, partial denials counted',
    definition: 'The same, with the claims that were denied in part.',
    source: OURS,
    numerator: `adjudicated and initial in ('denied', 'partially_denied')`,
    denominator: 'adjudicated',
  },
  submitted: {
    name: 'Initial denial rate by claim volume',
    definition: 'Claims denied as a whole at the first decision, of all submitted: without a decision, and duplicates, too.',
    source: `${HFMA}; there over the mean of three months' submissions, here over those of the period itself`,
    numerator: `adjudicated and initial = 'denied'`,
    denominator: 'true',
  },
  primary: {
    name: 'Primary denial rate',
    definition: 'Claims that the primary payer denied as a whole at its first decision, of those that it has decided; duplicates apart.',
    source: `${HFMA}; there remittances of four weeks by day of posting, here claims by day of submission`,
    numerator: `adjudicated and primary_decided and initial = 'denied'`,
    denominator: 'adjudicated and primary_decided',
  },
  with_duplicates: {
    name: 'Initial denial rate, duplicates counted',
    definition: 'As the initial denial rate by claim, with duplicates among the decided and among the denied.',
    source: OURS,
    numerator: `initial = 'denied'`,
    denominator: `initial <> 'pending'`,
  },
  final: {
    name: 'Final denial rate',
    definition: 'Claims that are denied as a whole at the latest decision, of those decided; duplicates apart.',
    source: `${OURS}: the final denial rate of the dashboard`,
    numerator: `adjudicated and final = 'denied'`,
    denominator: 'adjudicated',
  },
  final_of_initial: {
    name: 'Final denials of initial denials',
    definition: 'Claims that are still denied as a whole at the latest decision, of those so denied at the first.',
    source: `${OURS}; what is missing to 100 % was overturned in full or in part, or taken back`,
    numerator: `adjudicated and initial = 'denied' and final = 'denied'`,
    denominator: `adjudicated and initial = 'denied'`,
  },
  status_denied: {
    name: 'Status "denied" over all claims',
    definition: 'Claims whose status is "denied" today, of all: without a decision, and duplicates, too. Denials under appeal or paid since are not in it.',
    source: 'What a dashboard counts that only reads the status',
    numerator: `status = 'denied'`,
    denominator: 'true',
  },
  clp02_4: {
    name: 'Claim status code 4 (CLP02)',
    definition: 'Claims whose first remittance says status code 4, of those with a remittance.',
    source: 'What many tools count; by X12 (RFI 1423) code 4 only says that the payer does not know the patient, whatever else is denied',
    numerator: `code = '4'`,
    denominator: `code <> ''`,
  },
} as const satisfies Record<string, Definition>

/** Rates of lines and charges, each of the claims that a rate of claims counts: what joins it to the others. */
export const unitDefinitions = {
  lines: {
    name: 'Initial denial rate, by line',
    definition: 'Lines that the first decision denied, of the lines of decided claims; duplicates apart.',
    source: `${HFMA}, which calls the line the best practice; the line denial rate of the dashboard`,
    unit: 'lines',
    of: 'initial_or_partial',
    numerator: OF_CLAIMS.denied_line_count,
    denominator: OF_CLAIMS.line_count,
  },
  dollars: {
    name: 'Initial denial rate, by denied dollars',
    definition: 'Charges that the first decision denied, of the charges of decided claims; duplicates apart.',
    source: `${OURS}: the dollar denial rate of the dashboard`,
    unit: 'dollars',
    of: 'initial_or_partial',
    numerator: OF_CLAIMS.denied_amount,
    denominator: OF_CLAIMS.adjudicated_amount,
  },
  submitted_dollars: {
    name: 'Initial denial rate by claim dollars',
    definition: 'Whole charges of the claims denied as a whole at the first decision, of the charges of all submitted.',
    source: `${HFMA}; there over the mean of three months' submissions, here over those of the period itself`,
    unit: 'dollars',
    of: 'submitted',
    numerator: `coalesce(sum(billed_amount) filter (where ${claimDefinitions.submitted.numerator}), 0)`,
    denominator: `coalesce(sum(billed_amount) filter (where ${claimDefinitions.submitted.denominator}), 0)`,
  },
} as const satisfies Record<string, Definition & { unit: Unit; of: keyof typeof claimDefinitions }>

export type ClaimDefinition = keyof typeof claimDefinitions
export type UnitDefinition = keyof typeof unitDefinitions
export type DefinitionKey = ClaimDefinition | UnitDefinition

export const claimDefinitionKeys = Object.keys(claimDefinitions) as ClaimDefinition[]
export const unitDefinitionKeys = Object.keys(unitDefinitions) as UnitDefinition[]
export const definitionKeys: readonly DefinitionKey[] = [...claimDefinitionKeys, ...unitDefinitionKeys]

const isOfUnits = (key: DefinitionKey): key is UnitDefinition => Object.hasOwn(unitDefinitions, key)
export const definitionOf = (key: DefinitionKey): Definition => (isOfUnits(key) ? unitDefinitions[key] : claimDefinitions[key])
export const unitOf = (key: DefinitionKey): Unit => (isOfUnits(key) ? unitDefinitions[key].unit : 'claims')
/** The rate of claims whose claims it counts: its own, or the one that its lines or charges are of. */
export const claimsOf = (key: DefinitionKey): ClaimDefinition => (isOfUnits(key) ? unitDefinitions[key].of : key)
