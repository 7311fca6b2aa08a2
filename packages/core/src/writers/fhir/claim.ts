import type { ClaimLineRecord, ClaimRecord } from '../../imports/records.ts'
import type { Directory } from '../records.ts'
import { concept, money, procedureConcept } from './codes.ts'
import { insured, payerReference, providerReference } from './parties.ts'

/** A claim as it was submitted (FHIR R4 Claim). */
export function claimResource(claim: ClaimRecord, directory: Directory) {
  return {
    resourceType: 'Claim',
    id: claim.id,
    identifier: [{ value: claim.patientControlNumber }],
    ...submitted(claim, directory),
    ...insured(claim, 'primary', directory),
    created: claim.submissionDate,
    priority: concept(['priority', 'normal']),
    item: claim.lines.map((line) => itemOf(line, claim)),
    total: money(claim.billed),
  }
}

/** What Claim and ExplanationOfBenefit say alike. */
export function submitted(claim: ClaimRecord, directory: Directory) {
  return {
    status: 'active',
    type: concept(['claimType', claim.claimType === 'dental' ? 'oral' : (claim.claimType ?? 'professional')]),
    use: claim.use,
    billablePeriod: { start: claim.serviceDate ?? undefined, end: claim.serviceDateEnd ?? undefined },
    insurer: payerReference(claim.payerId, directory),
    provider: providerReference(claim.providerId, directory),
    careTeam: claim.renderingProviderId && [
      { sequence: 1, provider: providerReference(claim.renderingProviderId, directory), role: concept(['careTeamRole', 'rendering']) },
    ],
    diagnosis: claim.diagnosisCodes.map((code, index) => ({ sequence: index + 1, diagnosisCodeableConcept: concept(['diagnosis', code]) })),
  }
}

export function itemOf(line: ClaimLineRecord, claim: ClaimRecord) {
  return {
    sequence: line.lineNumber,
    careTeamSequence: claim.renderingProviderId === null ? undefined : [1],
    diagnosisSequence: line.diagnosisCodes.map((code) => claim.diagnosisCodes.indexOf(code) + 1).filter((sequence) => sequence > 0),
    productOrService: line.procedureCode === null ? undefined : procedureConcept(line.procedureCode),
    modifier: line.modifiers.length > 0 ? line.modifiers.map((modifier) => concept(['hcpcs', modifier])) : undefined,
    servicedDate: line.serviceDate ?? undefined,
    locationCodeableConcept: line.placeOfService === null ? undefined : concept(['place', line.placeOfService]),
    quantity: line.units === null ? undefined : { value: line.units, unit: line.unitsType ?? undefined },
    net: money(line.billed),
  }
}
