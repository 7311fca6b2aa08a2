import { OverturnError } from '../../../errors.ts'
import type { ByteSource, Importer, ReadOptions } from '../../importer.ts'
import type { ImportRecord } from '../../records.ts'
import { detectCsv } from './detect.ts'
import { Output } from './issues.ts'
import { MappedReader } from './mapped-reader.ts'
import { syntheaFile } from './synthea/files.ts'
import { NoTable, readTable, SAMPLE_ROWS, type CsvBatch, type RowReader } from './table.ts'
import { unconfirmed } from './unconfirmed.ts'

/** Tables of claims or denials: the files of a Synthea export, and any other by a column mapping that somebody confirmed. */
export const csvImporter: Importer = {
  name: 'csv',
  label: 'CSV table with the names of its columns in the first line',
  detect: (head) => detectCsv(head),
  read,
}

async function* read(source: ByteSource, options: ReadOptions): AsyncGenerator<ImportRecord[]> {
  let out: Output | null = null
  let reader: RowReader | null = null
  let rows = 0
  for await (const batch of tableOf(source)) {
    out ??= new Output(batch.table)
    reader ??= readerFor(batch, options, out)
    if (reader === null) break
    for (const row of batch.rows) reader.take(row)
    rows += batch.rows.length
    tellFault(batch, options, out)
    const records = out.drain()
    if (records.length > 0) yield records
  }
  reader?.end()
  if (reader !== null && rows === 0) out?.warn('csv.empty', 'The table has a header and no rows')
  yield out?.finish() ?? []
}

async function* tableOf(source: ByteSource): AsyncGenerator<CsvBatch> {
  try {
    yield* readTable(source)
  } catch (error) {
    throw error instanceof NoTable ? new OverturnError('unreadable_file', `${error.message} (row 1).`, { cause: error }) : error
  }
}

/** Who reads the rows; null where none of them is needed, which is told. Throws `unreadable_file` for columns that nobody has confirmed. */
function readerFor({ table, rows }: CsvBatch, { columns }: ReadOptions, out: Output): RowReader | null {
  const synthea = syntheaFile(table.header)
  if (synthea?.reader) return synthea.reader(table, out)
  if (synthea) {
    out.warn('csv.synthea.not-needed', 'The file is of a Synthea export and holds nothing that claims need; it was not read')
    return null
  }
  const mapping = columns?.(table.header) ?? null
  if (mapping === null)
    throw unconfirmed(
      table.header,
      rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    )
  return new MappedReader(table, mapping, out)
}

/** A table that cannot be read to its end is refused as a unit, unless its whole rows are wanted. */
function tellFault({ fault }: CsvBatch, { partial }: ReadOptions, out: Output): void {
  if (fault === null) return
  if (!partial) throw new OverturnError('unreadable_file', `${fault}.`)
  out.reject('csv.broken', fault, [])
}
