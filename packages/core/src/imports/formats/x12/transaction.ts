import type { Elements } from './fields.ts'
import type { Position } from './issues.ts'

/** Reads the segments between ST and SE. */
export interface TransactionReader {
  take(elements: Elements, at: Position): void
  /** SE was reached. */
  close(at: Position): void
  /** The transaction ends without SE; `found` says what stands in its place, `cut` is the piece of a last segment, where there is one. */
  abandon(at: Position, found: string, cut?: Elements): void
}

/** A transaction between ST and SE. */
export interface OpenTransaction {
  at: Position
  /** ST01, or null when it is not a transaction set number. */
  set: string | null
  control: string
  version: string | null
  /** CLM segments of an 837. */
  claims: number
  /** Null for the sets that Overturn does not read. */
  reader: TransactionReader | null
}
