/** How the value of a field stands in a cell. `list`: values between semicolons. `value`: a text, or JSON. */
export type FieldShape = 'text' | 'number' | 'list' | 'value'

/** Every field of a policy in the portal's export, in its order: the columns of the table. */
export const policyFields = {
  id: 'text',
  name: 'text',
  mode: 'text',
  effectiveDate: 'text',
  endDate: 'text',
  description: 'text',
  clinicalRationale: 'text',
  topic: 'text',
  logicType: 'text',
  source: 'text',
  hitRate: 'number',
  denialRate: 'number',
  appealRate: 'number',
  overturnRate: 'number',
  impact: 'number',
  insightCount: 'number',
  providersImpacted: 'number',
  trend: 'text',
  procedureCodes: 'list',
  diagnosisCodes: 'list',
  modifiers: 'list',
  placeOfService: 'list',
  ageRestrictions: 'text',
  frequencyLimits: 'text',
  commonMistake: 'text',
  fixGuidance: 'text',
  referenceDocs: 'list',
  relatedPolicies: 'list',
  learningMarkersCount: 'number',
  recentTests: 'number',
  geography: 'value',
  applicableClaimTypes: 'list',
  carcCodes: 'list',
  rarcCodes: 'list',
  specialtyCodes: 'list',
} as const satisfies Record<string, FieldShape>

export type PolicyField = keyof typeof policyFields
export const policyFieldNames = Object.keys(policyFields) as PolicyField[]
