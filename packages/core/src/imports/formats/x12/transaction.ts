import type { Elements } from './fields.ts'
import type { Excerpt } from './excerpt.ts'
import type { Outbox, Position } from './issues.ts'
import type { Parties } from './parties.ts'
import type { Segment } from './tokenizer.ts'

/** Reads the segments between ST and SE. */
export interface TransactionReader {
  take(elements: Elements, at: Segment): void
  /** SE was reached. */
  close(at: Position): void
  /** The transaction ends without SE; `found` says what stands in its place, `cut` is the piece of a last segment, where there is one. */
  abandon(at: Position, found: string, cut?: Elements): void
}

/** What every reader works with. */
export interface ReaderContext {
  out: Outbox
  parties: Parties
  component: string
  /** What is kept of the transaction for the content of a rejection. */
  excerpt: Excerpt
}

/** What a transaction is called: its number in the file, from 1, and what its envelope says. */
export interface TransactionFacts {
  ref: number
  interchangeControl: string | null
  transactionControl: string
}

/** A transaction between ST and SE. */
export interface OpenTransaction {
  at: Position
  /** ST01, or null when it is not a transaction set number. */
  set: string | null
  control: string
  version: string | null
  /** Null for the sets that Overturn does not read. */
  reader: TransactionReader | null
}
