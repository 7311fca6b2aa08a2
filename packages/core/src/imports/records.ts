import type { Cents } from '../money.ts'
import type { IsoDate } from '../dates.ts'
import type { LineVerdict } from '../adjudication/rules.ts'

/**
 * What every format yields, whatever the file looked like: facts as received, amounts in whole cents, dates as calendar dates.
 * A format never touches the database. References between records (`remittance`, `claimReference`) are the file's own.
 */
export type ImportRecord =
  | InterchangeRecord
  | TransactionRecord
  | PayerRecord
  | ProviderRecord
  | ClaimRecord
  | RemittanceRecord
  | DecisionRecord
  | ProviderLevelAdjustmentRecord
  | PortalRecord
  | WordRecord
  | IssueRecord

/** An ISA..IEA envelope was opened. */
export interface InterchangeRecord {
  kind: 'interchange'
  controlNumber: string
}

/** A transaction set in the file, told where it opens. */
export interface TransactionRecord {
  kind: 'transaction'
  set: string
  /** Implementation convention from GS08/ST03, such as 005010X221A1. */
  version: string | null
  controlNumber: string
}

export interface PayerRecord {
  kind: 'payer'
  /** The payer's own id where one is known (N1*PR N104, REF*2U), else a slug of its name. */
  id: string
  name: string
}

export interface ProviderRecord {
  kind: 'provider'
  id: string
  name: string
  npi: string | null
  taxId?: string | null
  taxonomy?: string | null
  specialty?: string | null
}

export interface Patient {
  name: string | null
  dateOfBirth: IsoDate | null
  sex: string | null
  memberId: string | null
  groupId: string | null
}

/** A claim as submitted (837, portal JSON, synthetic). Claims known by a remittance alone are made by the merge from the decision. */
export interface ClaimRecord {
  kind: 'claim'
  /** The id the source gave, when it names claims itself (portal JSON); else null and the merge assigns one. */
  id: string | null
  patientControlNumber: string | null
  payerId: string | null
  providerId: string | null
  renderingProviderId: string | null
  claimType: 'professional' | 'institutional' | 'dental' | 'pharmacy' | null
  use: 'claim' | 'preauthorization' | 'predetermination'
  frequencyCode: string | null
  patient: Patient
  serviceDate: IsoDate | null
  serviceDateEnd: IsoDate | null
  submissionDate: IsoDate | null
  placeOfService: string | null
  billed: Cents
  procedureCodes: string[]
  diagnosisCodes: string[]
  modifiers: string[]
  priorAuthorization: string | null
  lines: ClaimLineRecord[]
  appeals: AppealRecord[]
  policyIds: string[]
  /** What the source says about its own status, as it says it. */
  reportedStatus: string | null
  reportedReason: string | null
  /** Fields of the source that have no column, kept as they came. */
  extra: Record<string, unknown>
  /** The source says only a part of the claim: what it leaves null, empty or 0.00, the claim keeps as another file says it. */
  isPart?: boolean
  /** The payer's number of the claim that this one replaces or voids (837 REF*F8). */
  payerControlNumber?: string | null
  referringProviderId?: string | null
  referralNumber?: string | null
  /** Who sent the file (837 NM1*41): its name, else its id. */
  submitter?: string | null
  /** Who is insured, where that is not the patient. */
  subscriber?: Subscriber | null
  /** Who is to pay, in order (837 SBR), and what a payer before has paid. */
  payers?: ClaimPayerRecord[]
}

export interface Subscriber {
  name: string | null
  memberId: string | null
  /** How the patient is related to the insured, as received (837 PAT01 or SBR02). */
  relationship: string | null
}

export interface ClaimPayerRecord {
  rank: PayerRank
  payerId: string | null
  memberId: string | null
  groupId: string | null
  /** SBR09, such as MB, HM, CI. */
  filingCode: string | null
  /** What this payer paid before the claim went to the next one (AMT*D), and when it decided (DTP*573). */
  paid: Cents | null
  paidOn: IsoDate | null
}

export interface ClaimLineRecord {
  lineNumber: number
  controlNumber: string | null
  procedureCode: string | null
  revenueCode: string | null
  modifiers: string[]
  diagnosisCodes: string[]
  placeOfService: string | null
  units: number | null
  unitsType: string | null
  ndcCode: string | null
  serviceDate: IsoDate | null
  serviceDateEnd: IsoDate | null
  billed: Cents
  renderingProviderId: string | null
  editsFired: string[]
  policiesTriggered: string[]
  extra: Record<string, unknown>
}

export interface AppealRecord {
  level: number
  filedOn: IsoDate | null
  deadline: IsoDate | null
  outcome: 'pending' | 'upheld' | 'overturned' | 'partially_overturned'
  decidedOn: IsoDate | null
  recovered: Cents | null
  /** The word of the source, where it was not one of ours. */
  reportedStatus: string | null
}

/** One 835 transaction: a payment (or a notice of none) with what it says of itself. */
export interface RemittanceRecord {
  kind: 'remittance'
  /** Number of the transaction within the file, from 1; decisions refer to it. */
  ref: number
  payerId: string | null
  payeeProviderId: string | null
  traceNumber: string | null
  paymentMethod: string | null
  /** BPR02. */
  payment: Cents
  /** BPR16, else DTM*405. */
  paymentDate: IsoDate | null
  productionDate: IsoDate | null
  interchangeControl: string | null
  transactionControl: string | null
}

export const decisionKinds = ['original', 'reversal', 'not_our_claim', 'predetermination'] as const
export type DecisionKind = (typeof decisionKinds)[number]
export const payerRanks = ['primary', 'secondary', 'tertiary'] as const
export type PayerRank = (typeof payerRanks)[number]

export interface AdjustmentRecord {
  /** CO, PR, OA, PI or, in old files, CR. */
  group: string
  carc: string
  amount: Cents
  quantity: number | null
}

/** One adjudication of one claim: a CLP loop, or what another format says of a decision. */
export interface DecisionRecord {
  kind: 'decision'
  /** The remittance it came in, `RemittanceRecord.ref`; null for formats without remittances. */
  remittance: number | null
  /** The claim it decides, by the source's claim id (portal, synthetic); null when it must be matched. */
  claimId: string | null
  patientControlNumber: string | null
  payerControlNumber: string | null
  payerId: string | null
  providerId: string | null
  renderingProviderId: string | null
  decisionKind: DecisionKind
  payerRank: PayerRank | null
  /** CLP02 as received. */
  statusCode: string | null
  decidedOn: IsoDate | null
  /** When the payer received the claim (DTM*050). */
  receivedOn: IsoDate | null
  charge: Cents
  paid: Cents
  patientResponsibility: Cents | null
  allowed: Cents | null
  claimFilingCode: string | null
  facilityCode: string | null
  frequencyCode: string | null
  patient: Patient
  serviceDate: IsoDate | null
  serviceDateEnd: IsoDate | null
  adjustments: AdjustmentRecord[]
  /** RARCs of MIA and MOA. */
  remarks: { source: 'MIA' | 'MOA'; code: string }[]
  lines: DecisionLineRecord[]
  /** What the claim-level facts say by themselves; it decides the claim only where there are no lines. */
  verdict: LineVerdict
  /** CLP03 - all CAS - CLP04, in cents; 0 when it balances. */
  imbalance: Cents
  reportedReason: string | null
}

export interface DecisionLineRecord {
  lineNumber: number
  controlNumber: string | null
  /** SVC01-1, such as HC, NU (revenue code), AD. */
  qualifier: string | null
  procedureCode: string | null
  /** The procedure as submitted, where the payer adjudicated another (SVC06). */
  originalProcedureCode?: string | null
  revenueCode: string | null
  modifiers: string[]
  charge: Cents
  paid: Cents
  allowed: Cents | null
  units: number | null
  serviceDate: IsoDate | null
  serviceDateEnd: IsoDate | null
  adjustments: AdjustmentRecord[]
  /** RARCs of LQ*HE. */
  remarks: string[]
  verdict: LineVerdict
  /** SVC02 - line CAS - SVC03. */
  imbalance: Cents
}

/** One reason/amount pair of a PLB segment. */
export interface ProviderLevelAdjustmentRecord {
  kind: 'plb'
  remittance: number
  /** PLB segments counted once each in the summary: true on the first pair of a segment. */
  first: boolean
  providerIdentifier: string
  fiscalPeriodEnd: IsoDate | null
  reasonCode: string
  reference: string | null
  amount: Cents
}

/** The portal's own objects, which only its JSON export brings; `body` is validated by the format. */
export interface PortalRecord {
  kind: 'pattern' | 'policy' | 'learning_event' | 'code_reference'
  id: string
  body: Record<string, unknown>
}

/** A word of the source that is not ours, told once per file: what it was read as (null: nothing we know) and how often it stood there. */
export interface WordRecord {
  kind: 'word'
  /** Which closed set it stands in, such as claim.status or denialReason. */
  field: string
  word: string
  readAs: string | null
  occurrences: number
}

/** Something to tell the user: a `rejection` was not taken in, a `warning` was. Nothing is lost without one. */
export interface IssueRecord {
  kind: 'issue'
  severity: 'warning' | 'rejection'
  /** Stable code, such as x12.truncated; docs/imports.md has one row for each. */
  code: string
  message: string
  /** What to do about it. */
  remedy: string
  /** What was rejected, as a file of its own in the same format that can be mended and imported by itself. It may hold patient data: never print it. */
  content?: string
  where: { byteOffset?: number; segment?: number; line?: number; field?: string; record?: string }
}
