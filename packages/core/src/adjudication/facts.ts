import type { IsoDate } from '../dates.ts'
import type { DecisionKind, PayerRank } from '../imports/records.ts'
import type { Cents } from '../money.ts'
import type { ClaimOutcome, LineVerdict } from './rules.ts'

/** What a claim's state is derived from: its lines, what payers decided, and its appeals. Amounts in cents. */
export interface ClaimFacts {
  id: string
  lineNumbers: readonly number[]
  decisions: readonly DecisionFacts[]
  appeals: readonly AppealFacts[]
}

export interface DecisionFacts {
  /** Row id of the adjudication: of one day, the later one has the larger. */
  id: number
  kind: DecisionKind
  /** As the payer says; a reversal says none. */
  rank: PayerRank | null
  payerId: string | null
  payerControlNumber: string | null
  /** Whether its source says how the claim stands (an export) instead of a payment: it has neither remittance nor status code. */
  isStatement: boolean
  decidedOn: IsoDate | null
  charge: Cents
  paid: Cents
  patientResponsibility: Cents | null
  allowed: Cents | null
  outcome: ClaimOutcome | null
  duplicate: boolean
  /** The denial of the claim as a whole: the largest one, with the sum of all. */
  denial: Denial
  lines: readonly DecidedLine[]
  /** Whether the database has it for cash, where it has it. */
  isCash?: boolean
}

export type Denial = Pick<LineVerdict, 'group' | 'carc' | 'rarc' | 'reason' | 'deniedAmount'>

export interface DecidedLine {
  /** The line of the claim that it decides; null while it is not matched. */
  claimLine: number | null
  denied: boolean
  duplicate: boolean
  group: string | null
  carc: string | null
  rarc: string | null
  reason: string | null
  paid: Cents
  allowed: Cents | null
}

export interface AppealFacts {
  level: number
  filedOn: IsoDate | null
  outcome: 'pending' | 'upheld' | 'overturned' | 'partially_overturned' | 'withdrawn'
  decidedOn: IsoDate | null
}
