import type { ColumnMapping } from './formats/csv/mapping.ts'
import type { ImportRecord } from './records.ts'

/** Where the bytes come from: a file, a stream, a request body. Chunks of any size. */
export type ByteSource = AsyncIterable<Uint8Array>

export interface ReadOptions {
  /** Keep what is whole in a damaged file instead of refusing it as a unit. */
  partial: boolean
  /** What the columns of a table (CSV) mean, where somebody has confirmed it for this header. */
  columns?: (header: readonly string[]) => ColumnMapping | null
}

/**
 * One file format. `detect` looks at the first bytes (up to 4 KB), never at the name alone. `read` streams the records in batches,
 * in the order of the file, with memory that does not grow with the file. It reports damage as `issue` records; a file that cannot be
 * read at all is an OverturnError `unreadable_file` that says where (the beginning of the file, or byte offset and segment) and what was expected.
 */
export interface Importer {
  name: string
  /** What it is, in words: "X12 835 remittance". */
  label: string
  detect(head: Uint8Array, fileName: string): boolean
  read(source: ByteSource, options: ReadOptions): AsyncGenerator<ImportRecord[]>
}
