import type { ClaimRecord, DecisionRecord, ImportRecord } from './records.ts'

/** The piece of a file that one claim or decision was read from, as text. It names the patient: never print it. */
export interface SourceText {
  /** Where it begins: the number of its first segment or its line, from 1, or its place in a list. */
  segment?: number
  line?: number
  record?: string
  /** Segments one a line without their terminators, a JSON object, or rows of a table under their header. */
  text: string
}

/** A longer piece is not kept: no claim that people read is. In characters. */
const LONGEST = 262_144

/** Beside the records, not in them: what waits in the staging table, or is compared, does not carry the text along. */
const texts = new WeakMap<ImportRecord, SourceText>()

/** Notes what a record was read from; of several records of one piece the first. */
export function keepSource(record: ClaimRecord | DecisionRecord, source: SourceText): void {
  if (source.text.length <= LONGEST) texts.set(record, source)
}

/** What the record was read from; undefined where its format does not tell, or it is too long to be kept. */
export const sourceOf = (record: ImportRecord): SourceText | undefined => texts.get(record)
