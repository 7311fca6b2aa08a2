import type { IsoDate } from '../dates.ts'
import type { Condition } from '../patterns/scope/condition.ts'

/**
 * What the generated records hold, counted from the records themselves. Decided claims leave out predeterminations and claims of which
 * the first decision calls every denied line a duplicate. "First" is the primary payer's first decision, "final" its latest.
 */
export interface Truth {
  seed: number
  asOf: IsoDate
  months: number
  claims: number
  predeterminations: number
  /** Claims without a decision in hand. */
  pending: number
  duplicates: number
  /** First decisions in hand; denied means every charged line was, partially denied some. */
  decided: number
  denied: number
  partiallyDenied: number
  /** Of those denied in full or part, how many were later paid more, and how many are still denied in full at the latest decision. */
  overturned: number
  finallyDenied: number
  decisions: { original: number; reversal: number; predetermination: number; secondary: number }
  appeals: { pending: number; upheld: number; overturned: number; partially_overturned: number }
  remittances: number
  providerLevelAdjustments: number
  /** First denials by canonical reason, duplicates included; claims are counted once for each of their reasons. Charges as decimal text. */
  denialsByReason: { reason: string; claims: number; lines: number; charge: string }[]
  /** Claims by month of service (YYYY-MM), predeterminations apart, so that errors that cancel out show: denied in full at first, and paid by all payers. */
  byServiceMonth: { month: string; claims: number; denied: number; paid: string }[]
  /** Decimal text. */
  cash: {
    /** Charges of all claims submitted, and of those decided. */
    submitted: string
    decided: string
    /** All payments of all payers, reversals taken off. */
    paid: string
    /** Payments of the primary payer after a first denial, less what was taken back. */
    recovered: string
    /** Provider level adjustments as in PLB: positive lowers the payment. */
    providerLevel: string
    /** Sum of the remittances: paid less provider level. */
    remitted: string
  }
  patterns: PatternTruth[]
}

/** The truth as it stands in a file: what the files that it goes with cannot bring is absent. `format` is `synthetic` for records that were imported directly. */
export type TruthFile = { format: string } & Pick<Truth, 'seed' | 'asOf' | 'months' | 'claims' | 'patterns'> &
  Partial<Omit<Truth, 'cash'>> & { cash: Partial<Truth['cash']> }

export interface PatternTruth {
  id: string
  sentence: string
  /** Canonical label; `carc`, `rarc` and `group` are what the payer sends. */
  reason: string
  group: string
  carc: string
  rarc: string | null
  scope: readonly Condition[]
  /** The chance over time; `on` is the date of the change, for those that have one. */
  shape: { kind: 'constant' | 'starts' | 'fixed'; rate: number; on: IsoDate | null } | { kind: 'grows'; from: number; to: number; start: IsoDate }
  /** Decided claims with a line in the scope, and those where such a line was first denied for the reason. */
  population: number
  denials: number
}
