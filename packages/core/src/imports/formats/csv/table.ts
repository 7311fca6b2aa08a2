import { CsvError, parse, type Parser } from 'csv-parse'
import type { ByteSource } from '../../importer.ts'
import { cellText } from './cell-text.ts'
import { delimiterOf, rawText } from './detect.ts'
import { cellsBehind, NO_ROWS_OF_ONE_TABLE, withoutReason } from './rejected-rows.ts'

/** A row of a table. */
export interface CsvRow {
  /** Its number in the table as a spreadsheet shows it: the header is 1, blank rows count. */
  number: number
  /** The cells as they came, bytes as Latin-1; `CellText` makes text of them. */
  cells: string[]
}

export interface CsvTable {
  delimiter: string
  header: string[]
  /** Columns in front of it that are ours (`rejected-rows.ts`), and no part of the table. */
  dropped: number
}

/** Some rows of a table; the first batch comes as soon as the header is known, also when there are no rows. */
export interface CsvBatch {
  table: CsvTable
  rows: CsvRow[]
  /** Why reading stopped before the end of the file. */
  fault: string | null
}

/** Rows that a guess of what the columns mean looks at. */
export const SAMPLE_ROWS = 200

/** Reads the rows of one kind of table. */
export interface RowReader {
  take(row: CsvRow): void
  /** After the last row. */
  end(): void
}

/** A file without a table in it, in words. */
export class NoTable extends Error {}

/** So many bytes are looked at for the delimiter, and so many may a row have: a longer one has lost a quote. */
const HEAD_BYTES = 64 * 1024
const MAX_ROW = 128 * 1024
const MAX_COLUMNS = 1000
const MAX_NAME = 190

/** Reads a table row by row, holding one batch (a chunk of the file) at a time. Throws `NoTable` where there is none. */
export async function* readTable(source: ByteSource): AsyncGenerator<CsvBatch> {
  const chunks = source[Symbol.asyncIterator]()
  try {
    const head = await firstBytes(chunks)
    const text = rawText(head.subarray(0, HEAD_BYTES))
    if (text.includes('\0') || /^(?:\xff\xfe|\xfe\xff)/.test(text)) throw new NoTable('The file is UTF-16 text or binary; save it as CSV in UTF-8')
    const delimiter = delimiterOf(text)
    if (delimiter === null) throw new NoTable('The first line has one column only; the names of the columns must stand there')
    const rows = new RowParser(delimiter)
    let table: CsvTable | null = null
    for (let chunk: Uint8Array | null = withoutMark(head); chunk !== null; chunk = await nextOf(chunks)) {
      const fault = await rows.push(chunk)
      const batch: CsvBatch | null = batchOf(table, delimiter, rows.take(), fault)
      if (batch === null) continue
      table = batch.table
      yield batch
      if (fault !== null) return
    }
    const fault = await rows.end()
    const last = batchOf(table, delimiter, rows.take(), fault)
    if (last === null) throw new NoTable(fault ?? 'The file holds no table')
    yield last
  } finally {
    await chunks.return?.()
  }
}

/** The header is the first row; in rows that were rejected and exported, the table that they were rejected from is read. Null while it is not there yet. */
function batchOf(known: CsvTable | null, delimiter: string, rows: CsvRow[], fault: string | null): CsvBatch | null {
  const first = known ? undefined : rows.shift()
  if (!known && !first) {
    if (fault !== null) throw new NoTable(fault)
    return null
  }
  const { header, dropped } = withoutReason((first as CsvRow | undefined)?.cells ?? [])
  const table = known ?? { delimiter, header: uniqueNames(header), dropped }
  const wrong = wrongHeader(table)
  if (wrong !== null) throw new NoTable(wrong)
  return { table, rows: table.dropped === 0 ? rows : rowsWithout(table.dropped, rows), fault }
}

/** A reason whose row is not known has no cells of the table: it is as good as a blank row. */
const rowsWithout = (dropped: number, rows: CsvRow[]) =>
  rows.map(({ number, cells }) => ({ number, cells: cellsBehind(cells, dropped) })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))

function wrongHeader({ header, dropped }: CsvTable): string | null {
  if (header.length < 2 && dropped > 0) return NO_ROWS_OF_ONE_TABLE
  if (header.length < 2) return 'The first line has one column only; the names of the columns must stand there'
  if (header.length > MAX_COLUMNS) return `The table has more than ${MAX_COLUMNS} columns`
  if (header.some((name) => name.length > MAX_NAME || name.includes('\0'))) return `A name in the first line is longer than ${MAX_NAME} characters or no text`
  return null
}

/** Trimmed; of columns that share a name, or have none, the later ones are numbered, so that each can be named. */
function uniqueNames(cells: string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, index) => {
    const name = cellText(cell).trim() || `Column ${index + 1}`
    const count = (seen.get(name.toLowerCase()) ?? 0) + 1
    seen.set(name.toLowerCase(), count)
    return count === 1 ? name : `${name} (${count})`
  })
}

async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let size = 0; size < HEAD_BYTES;) {
    const chunk = await nextOf(chunks)
    if (chunk === null) break
    parts.push(chunk)
    size += chunk.byteLength
  }
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
}

async function nextOf(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
  const { done, value } = await chunks.next()
  return done ? null : (value as Uint8Array)
}

const withoutMark = (bytes: Uint8Array) => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes)

/** csv-parse, fed chunk by chunk. Rows are taken where they are parsed: a later fault in the same chunk must not swallow them. */
class RowParser {
  readonly #parser: Parser
  #rows: CsvRow[] = []
  #count = 0
  #fault: Error | null = null

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      encoding: 'latin1',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: MAX_ROW,
      on_record: (cells) => {
        this.#count++
        if (cells.length > 1 || cells[0]?.trim()) this.#rows.push({ number: this.#count, cells })
        return null
      },
    })
    this.#parser.on('error', (error) => (this.#fault = error))
    this.#parser.resume()
  }

  /** The fault that ended reading, in words; null while there is none. */
  async push(chunk: Uint8Array): Promise<string | null> {
    await new Promise<void>((resolve) => this.#parser.write(chunk, () => resolve()))
    return this.#told()
  }

  async end(): Promise<string | null> {
    await new Promise<void>((resolve) => this.#parser.end(() => resolve()))
    return this.#told()
  }

  take(): CsvRow[] {
    const taken = this.#rows
    this.#rows = []
    return taken
  }

  /** Never the parser's own message: it quotes the file. */
  #told(): string | null {
    if (this.#fault === null) return null
    if (!(this.#fault instanceof CsvError)) throw this.#fault
    const row = this.#count + 1
    if (this.#fault.code === 'CSV_MAX_RECORD_SIZE') return `Row ${row} is longer than ${MAX_ROW / 1024} KB; most likely a quote is missing in it`
    return `Row ${row} opens a quote that nothing closes before the end of the file`
  }
}
