import { isObject, objects, text, type Raw } from './values.ts'

/** The name of another FHIR version than R4 that a resource is of, by what it says or by fields that R4 does not have; null for R4. */
export function otherVersionOf(resource: Raw): string | null {
  const stated = text(resource.fhirVersion)
  if (stated !== null && !stated.startsWith('4.')) return `FHIR ${/^[\d.]{1,12}/.exec(stated)?.[0] ?? 'of another version'}`
  const type = resource.resourceType
  if (type !== 'ExplanationOfBenefit' && type !== 'Claim' && type !== 'ClaimResponse') return null
  const items = objects(resource.item)
  if (['ruleset', 'originalRuleset', 'requestIdentifier', 'organizationIdentifier', 'target'].some((field) => field in resource)) return 'DSTU2'
  if (type === 'Claim' && (typeof resource.type === 'string' || 'coverage' in resource)) return 'DSTU2'
  if ('information' in resource || 'totalCost' in resource || 'totalBenefit' in resource || 'unallocDeductable' in resource) return 'STU3'
  if (items.some((item) => 'service' in item || 'diagnosisLinkId' in item || 'sequenceLinkId' in item)) return 'STU3'
  return type === 'ExplanationOfBenefit' && isObject(resource.insurance) ? 'STU3' : null
}
