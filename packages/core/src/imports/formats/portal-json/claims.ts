import { dollars } from '../../../money.ts'
import type { AppealRecord, ClaimRecord, ImportRecord } from '../../records.ts'
import { claimSchema, patientOf, type ClaimFields, type ClaimStatus } from './claim-fields.ts'
import { readDecision } from './decisions.ts'
import type { Place, Report } from './issues.ts'
import { readLines, type PortalLine } from './lines.ts'
import { readObject, type Raw } from './values.ts'
import { appealWords, claimStatusWords, claimTypeWords } from './vocabulary.ts'

const refusals = { id: 'portal.no-id', billedAmount: 'portal.claim.amount', paidAmount: 'portal.claim.amount', lineItems: 'portal.claim.lines' } as const

/** A claim of the portal as the claim that was submitted and, unless it is pending, the one decision that its status tells of. */
export function readClaim(raw: Raw, place: Place, report: Report): ImportRecord[] {
  const read = readObject(claimSchema, refusals, raw, place, report)
  const lines = read && readLines(read.fields.lineItems, place, report)
  if (!read || !lines) return []
  const claim = read.fields
  const status = report.word(claimStatusWords, claim.status, place)
  const decision = readDecision(claim, status, lines, place, report)
  if (decision === 'refused') return []
  const record: ClaimRecord = {
    kind: 'claim',
    id: claim.id,
    patientControlNumber: claim.patientControlNumber,
    payerId: claim.payerId,
    providerId: claim.providerId,
    renderingProviderId: claim.renderingProviderId,
    claimType: report.word(claimTypeWords, claim.claimType, place),
    use: 'claim',
    frequencyCode: null,
    patient: patientOf(claim),
    serviceDate: claim.dateOfService,
    serviceDateEnd: claim.dateOfServiceEnd,
    submissionDate: claim.submissionDate,
    placeOfService: claim.placeOfService,
    billed: claim.billedAmount,
    procedureCodes: claim.procedureCodes,
    diagnosisCodes: claim.diagnosisCodes,
    modifiers: claim.modifiers,
    priorAuthorization: claim.priorAuthNumber,
    lines: lines.map((line) => submitted(line, decision !== null && decision.lines.length > 0)),
    appeals: readAppeals(claim, status, place, report),
    policyIds: claim.policyIds,
    reportedStatus: claim.status,
    reportedReason: claim.denialReason,
    extra: { ...read.rest, ...(!decision && stated({ paidAmount: raw.paidAmount, processingDate: raw.processingDate })) },
  }
  return decision ? [record, decision] : [record]
}

/** A line as submitted. What it says of its payment stands in the decision, or, where there is none for the line, stays with it as it came. */
function submitted({ record, paid }: PortalLine, decided: boolean) {
  return decided || !paid ? record : { ...record, extra: { ...record.extra, paidAmount: dollars(paid) } }
}

/** What a pending claim says of a payment has no decision to stand in. */
const stated = (fields: Raw) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== 0))

/** The portal knows one appeal per claim. A status word alone ("appealed", "overturned") tells of one too. */
function readAppeals({ appealStatus, appealDate }: ClaimFields, status: ClaimStatus | null, place: Place, report: Report): AppealRecord[] {
  const implied = status === 'appealed' ? 'pending' : status === 'overturned' ? 'overturned' : null
  const word = appealStatus ?? implied
  const outcome = word === null ? 'none' : (report.word(appealWords, word, place) ?? 'pending')
  if (outcome === 'none') return []
  return [{ level: 1, filedOn: appealDate, deadline: null, outcome, decidedOn: null, recovered: null, reportedStatus: word === outcome ? null : word }]
}
