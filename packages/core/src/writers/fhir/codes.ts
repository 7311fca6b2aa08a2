import { dollars, type Cents } from '../../money.ts'

/** Code systems by the addresses that HL7 terminology and CARIN Blue Button give them. */
export const systems = {
  adjudication: 'http://terminology.hl7.org/CodeSystem/adjudication',
  carinAdjudication: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudication',
  carinIdentifier: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBIdentifierType',
  carinInformation: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType',
  careTeamRole: 'http://terminology.hl7.org/CodeSystem/claimcareteamrole',
  carc: 'https://x12.org/codes/claim-adjustment-reason-codes',
  group: 'https://x12.org/codes/claim-adjustment-group-codes',
  rarc: 'https://x12.org/codes/remittance-advice-remark-codes',
  claimType: 'http://terminology.hl7.org/CodeSystem/claim-type',
  coverageClass: 'http://terminology.hl7.org/CodeSystem/coverage-class',
  cpt: 'http://www.ama-assn.org/go/cpt',
  diagnosis: 'http://hl7.org/fhir/sid/icd-10-cm',
  hcpcs: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  npi: 'http://hl7.org/fhir/sid/us-npi',
  place: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes',
  priority: 'http://terminology.hl7.org/CodeSystem/processpriority',
} as const
export type System = keyof typeof systems

export const concept = (...codings: (readonly [System, string])[]) => ({ coding: codings.map(([system, code]) => ({ system: systems[system], code })) })

export const money = (cents: Cents) => ({ value: dollars(cents), currency: 'USD' })

/** Five digits are CPT; all other procedure codes are HCPCS level II. */
export const procedureConcept = (code: string) => concept([/^\d{5}$/.test(code) ? 'cpt' : 'hcpcs', code])
