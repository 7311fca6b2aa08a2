import { claimOutcome } from '../../adjudication/rules.ts'
import type { ClaimRecord, DecisionLineRecord, DecisionRecord } from '../../imports/records.ts'
import { dollars } from '../../money.ts'
import type { ClaimHistory } from '../records.ts'

/** A claim as the portal exports it, of a statement (`asStatement`): one status, lines with their own. Amounts are dollars. */
export function portalClaim({ claim, decisions: [decision] }: ClaimHistory) {
  const { patient } = claim
  const read = decision && claimOutcome(decision.verdict, decision.lines)
  const [appeal] = claim.appeals
  return {
    id: claim.id,
    patientControlNumber: claim.patientControlNumber,
    payerId: claim.payerId,
    providerId: claim.providerId,
    renderingProviderId: claim.renderingProviderId,
    claimType: claim.claimType,
    patientName: patient.name,
    patientDOB: patient.dateOfBirth,
    patientSex: patient.sex,
    memberId: patient.memberId,
    memberGroupId: patient.groupId,
    dateOfService: claim.serviceDate,
    dateOfServiceEnd: claim.serviceDateEnd,
    submissionDate: claim.submissionDate,
    processingDate: decision?.decidedOn ?? null,
    placeOfService: claim.placeOfService,
    procedureCodes: claim.procedureCodes,
    diagnosisCodes: claim.diagnosisCodes,
    modifiers: claim.modifiers,
    billedAmount: dollars(claim.billed),
    paidAmount: decision ? dollars(decision.paid) : null,
    priorAuthNumber: claim.priorAuthorization,
    status: statusOf(claim, decision),
    denialReason: read?.denial.reason ?? null,
    policyIds: claim.policyIds,
    appealStatus: appeal?.outcome ?? null,
    appealDate: appeal?.filedOn ?? null,
    lineItems: claim.lines.map((line, index) => ({
      lineNumber: line.lineNumber,
      controlNumber: line.controlNumber,
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      diagnosisCodes: line.diagnosisCodes,
      placeOfService: line.placeOfService,
      units: line.units,
      unitsType: line.unitsType,
      dateOfService: line.serviceDate,
      billedAmount: dollars(line.billed),
      ...decided(decision?.lines[index]),
      renderingProviderId: line.renderingProviderId,
    })),
  }
}

const decided = (line: DecisionLineRecord | undefined) =>
  line && {
    paidAmount: dollars(line.paid),
    allowedAmount: line.allowed === null ? null : dollars(line.allowed),
    status: line.verdict.denied ? 'denied' : 'paid',
    denialReason: line.verdict.reason,
  }

/** A word of the portal. `overturned` tells of an appeal that was won, `appealed` of one that is open. */
function statusOf({ appeals: [appeal] }: ClaimRecord, decision: DecisionRecord | undefined): string {
  if (!decision) return 'pending'
  const { outcome } = claimOutcome(decision.verdict, decision.lines)
  if (outcome === 'denied' && appeal?.outcome === 'pending') return 'appealed'
  return outcome === 'paid' && appeal?.outcome === 'overturned' ? 'overturned' : outcome
}
