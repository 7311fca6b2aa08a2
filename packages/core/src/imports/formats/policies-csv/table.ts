import { OverturnError } from '../../../errors.ts'
import { unguardedCell } from '../../../formula-guard.ts'
import type { ByteSource } from '../../importer.ts'
import { readCell } from '../csv/cell-text.ts'
import { NoTable, readTable } from '../csv/table.ts'

/** A row of a table as texts; the header is row 1, as a spreadsheet counts. */
export interface TableRow {
  number: number
  cells: string[]
}

export interface Table {
  header: string[]
  rows: AsyncGenerator<TableRow>
  /** Whether a cell so far was not UTF-8 and has been read as Latin-1. */
  isLatin1(): boolean
}

/** The longest line that is read, in bytes: a line of nothing but separators must not fill the memory either. */
const LONGEST_LINE = 1024 * 1024
const [LF, CR] = [10, 13]

/** Streams a table with a header (CSV with comma, semicolon, tab or bar). Throws `unreadable_file` with the place where it cannot go on. */
export async function openTable(source: ByteSource): Promise<Table> {
  const batches = readTable(bounded(source))
  const first = await batches.next().catch((error: unknown) => {
    throw error instanceof NoTable ? new OverturnError('unreadable_file', `${error.message}.`) : error
  })
  if (first.done) throw new OverturnError('unreadable_file', 'The file holds no table.')
  let isLatin1 = false
  const textOf = (cell: string) => {
    const { text, isUtf8 } = readCell(cell)
    isLatin1 ||= !isUtf8
    // Our own export guards its cells.
    return unguardedCell(text)
  }
  async function* rows(): AsyncGenerator<TableRow> {
    for (let batch = first; !batch.done; batch = await batches.next()) {
      for (const { number, cells } of batch.value.rows) if (cells.some((cell) => cell.trim() !== '')) yield { number, cells: cells.map(textOf) }
      if (batch.value.fault !== null) throw new OverturnError('unreadable_file', `${batch.value.fault}.`)
    }
  }
  return { header: first.value.table.header.map(unguardedCell), rows: rows(), isLatin1: () => isLatin1 }
}

async function* bounded(source: ByteSource): AsyncGenerator<Uint8Array> {
  let [offset, length] = [0, 0]
  for await (const chunk of source) {
    for (const byte of chunk) {
      if (byte === 0)
        throw new OverturnError(
          'unreadable_file',
          `The file holds what no text does (a NUL, ${offset} bytes into it): it is a binary file or UTF-16 text. Save the table as CSV in UTF-8.`,
        )
      length = byte === LF || byte === CR ? 0 : length + 1
      if (length > LONGEST_LINE)
        throw new OverturnError(
          'unreadable_file',
          `A line of the file is longer than 1 MB (${offset} bytes into it); no table has such lines. Most likely a quotation mark is missing before it.`,
        )
      offset++
    }
    yield chunk
  }
}

/** A column's name without case, spaces, hyphens, underscores and dots: "Procedure Codes" and procedure_codes are one. */
export const plainName = (name: string) => name.toLowerCase().replace(/[\s_.-]+/g, '')
