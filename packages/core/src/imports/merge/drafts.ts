import type { DerivedClaim } from '../../adjudication/derive.ts'
import type { AppealFacts, DecidedLine, DecisionFacts } from '../../adjudication/facts.ts'
import { isStatement, type StoredLine } from '../../adjudication/load.ts'
import { claimOutcome } from '../../adjudication/rules.ts'
import type { IsoDate } from '../../dates.ts'
import type { AppealRecord, ClaimPayerRecord, ClaimRecord, DecisionRecord } from '../records.ts'
import { controlNumberOf, type Candidate, type MatchBasis } from './match/claims.ts'
import { rowIdOf } from './slice.ts'

/** A claim that this slice adds: as received, with its lines and decisions, before it becomes rows. */
export interface ClaimDraft {
  id: string
  received: Received
  lines: LineDraft[]
  decisions: DecisionDraft[]
  appeals: AppealRecord[]
  payers: readonly ClaimPayerRecord[]
  derived?: DerivedClaim
}

/** The columns of a claim that its source says. */
export type Received = Omit<ClaimRecord, 'kind' | 'id' | 'lines' | 'appeals' | 'payers' | 'isPart'> & {
  submissionBasis: 'stated' | 'payer_received' | 'service_date' | null
  isSubmitted: boolean
}

export interface LineDraft extends StoredLine {
  claimId: string
  revenueCode: string | null
  serviceDateEnd: IsoDate | null
  diagnosisCodes: readonly string[]
  placeOfService: string | null
  units: number | null
  unitsType: string | null
  ndcCode: string | null
  renderingProviderId: string | null
  editsFired: readonly string[]
  policiesTriggered: readonly string[]
  extra: Record<string, unknown>
}

/** A decision with its row id, the lines it decides, and how its claim was found. */
export interface DecisionDraft {
  id: number
  claimId: string
  remittanceId: number | null
  basis: MatchBasis | 'alone' | 'ambiguous' | null
  candidates: readonly string[]
  record: DecisionRecord
  facts: DecisionFacts
  /** `claimLine` of each line of the record, in its order. */
  lines: DecidedLine[]
}

/** The id of a claim that its source does not name: unique, and the same at every try. */
export const ownClaimId = (importId: number, position: number): string => `C${importId}-${position}`

export function draftOfClaim(record: ClaimRecord, id: string): ClaimDraft {
  const { kind: _, id: __, lines, appeals, payers = [], isPart: ___, ...received } = record
  const serviceDate = record.serviceDate
  return {
    id,
    received: {
      ...received,
      submissionDate: record.submissionDate ?? record.serviceDateEnd ?? serviceDate,
      submissionBasis: record.submissionDate !== null ? 'stated' : serviceDate !== null ? 'service_date' : null,
      isSubmitted: true,
    },
    lines: lines.map(({ serviceDate: day, ...line }) => ({ ...line, claimId: id, serviceDate: day ?? serviceDate })),
    decisions: [],
    appeals: latestOfLevel(appeals),
    payers,
  }
}

/** A source may tell one level twice; what it tells last stands. */
const latestOfLevel = (appeals: readonly AppealRecord[]): AppealRecord[] => [...new Map(appeals.map((appeal) => [appeal.level, appeal])).values()]

/** A claim known by a decision alone. */
export function draftOfDecision(record: DecisionRecord, id: string): ClaimDraft {
  const { receivedOn, serviceDate, serviceDateEnd } = record
  return {
    id,
    received: {
      patientControlNumber: controlNumberOf(record.patientControlNumber),
      payerControlNumber: record.payerControlNumber,
      payerId: record.payerId,
      providerId: record.providerId,
      renderingProviderId: record.renderingProviderId,
      claimType: null,
      use: record.decisionKind === 'predetermination' ? 'predetermination' : 'claim',
      frequencyCode: record.frequencyCode,
      patient: record.patient,
      serviceDate,
      serviceDateEnd,
      submissionDate: receivedOn ?? serviceDateEnd ?? serviceDate,
      submissionBasis: receivedOn !== null ? 'payer_received' : serviceDate !== null ? 'service_date' : null,
      placeOfService: record.facilityCode,
      billed: Math.abs(record.charge),
      procedureCodes: distinct(record.lines.map(({ procedureCode }) => procedureCode)),
      diagnosisCodes: [],
      modifiers: distinct(record.lines.flatMap(({ modifiers }) => modifiers)),
      priorAuthorization: null,
      policyIds: [],
      reportedStatus: null,
      reportedReason: null,
      extra: {},
      isSubmitted: false,
    },
    lines: record.lines.map((line) => lineOfDecision(line, id, line.lineNumber, serviceDate)),
    decisions: [],
    appeals: [],
    payers: [],
  }
}

/** What is told of a claim that is there, when a decision tells it rather than those that it was made of: it takes the submission's way. */
export const retelling = (record: DecisionRecord, id: string): object => {
  const { received, lines } = draftOfDecision(record, id)
  return { ...received, lines, appeals: [], payers: [], retells: true }
}

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))].sort()

export function lineOfDecision(line: DecisionRecord['lines'][number], claimId: string, lineNumber: number, serviceDate: IsoDate | null): LineDraft {
  return {
    claimId,
    lineNumber,
    controlNumber: line.controlNumber,
    procedureCode: line.procedureCode,
    revenueCode: line.revenueCode,
    modifiers: line.modifiers,
    serviceDate: line.serviceDate ?? serviceDate,
    serviceDateEnd: line.serviceDateEnd,
    billed: Math.abs(line.charge),
    diagnosisCodes: [],
    placeOfService: null,
    units: line.units,
    unitsType: null,
    ndcCode: null,
    renderingProviderId: null,
    editsFired: [],
    policiesTriggered: [],
    extra: {},
  }
}

export interface DecisionPlace {
  importId: number
  position: number
  claimId: string
  remittanceId: number | null
  basis: DecisionDraft['basis']
  candidates?: readonly string[]
}

/** What the claim's outcome is at this decision, and the facts that the claim's state is derived from. */
export function draftOfFacts(record: DecisionRecord, { importId, position, claimId, remittanceId, basis, candidates = [] }: DecisionPlace): DecisionDraft {
  const { outcome, duplicate, denial } = claimOutcome(record.verdict, record.lines)
  const lines = record.lines.map(({ verdict, paid, allowed }): DecidedLine => {
    const { denied, duplicate: isDuplicate, group, carc, rarc, reason } = verdict
    return { claimLine: null, denied, duplicate: isDuplicate, group, carc, rarc, reason, paid, allowed }
  })
  const id = rowIdOf(importId, position)
  const facts: DecisionFacts = {
    id,
    kind: record.decisionKind,
    rank: record.payerRank,
    payerId: record.payerId,
    payerControlNumber: record.payerControlNumber,
    isStatement: isStatement({ kind: record.decisionKind, remittanceId, statusCode: record.statusCode }),
    decidedOn: record.decidedOn,
    charge: record.charge,
    paid: record.paid,
    patientResponsibility: record.patientResponsibility,
    allowed: record.allowed,
    outcome: record.decisionKind === 'original' ? outcome : null,
    duplicate,
    denial,
    lines,
  }
  return { id, claimId, remittanceId, basis, candidates, record, facts, lines }
}

export function candidateOf({ id, received, decisions }: ClaimDraft, importId: number): Candidate {
  return {
    id,
    importId,
    isSubmitted: received.isSubmitted,
    isStandIn: decisions.some(({ basis }) => basis === 'ambiguous'),
    patientControlNumber: received.patientControlNumber,
    payerControlNumber: received.payerControlNumber ?? null,
    payerId: received.payerId,
    memberId: received.patient.memberId,
    serviceDate: received.serviceDate,
    billed: received.billed,
    frequencyCode: received.frequencyCode,
    submissionDate: received.submissionDate,
    procedureCodes: received.procedureCodes,
    renderingProviderId: received.renderingProviderId,
    replacementCharges: [],
  }
}

export const appealFacts = (appeals: readonly AppealRecord[]): AppealFacts[] =>
  appeals.map(({ level, filedOn, outcome, decidedOn }) => ({ level, filedOn, outcome, decidedOn }))
