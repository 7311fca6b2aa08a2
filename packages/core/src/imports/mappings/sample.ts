import { OverturnError } from '../../errors.ts'
import { cellText } from '../formats/csv/cell-text.ts'
import { syntheaFile } from '../formats/csv/synthea/files.ts'
import { lacksHeader, NoHeader } from '../formats/csv/no-header.ts'
import { NoTable, readTable, SAMPLE_ROWS, type CsvTable } from '../formats/csv/table.ts'
import { importerFor } from '../registry.ts'
import { listSources } from '../sources/list.ts'
import type { ImportSource } from '../sources/source.ts'

export interface TableSample {
  file: string
  table: CsvTable
  rows: string[][]
}

/** The table at a path, which is one file. */
export async function tableAt(path: string): Promise<TableSample> {
  const [source, another] = await listSources([path])
  if (!source || another) throw new OverturnError('invalid_input', `${path} is not one file; name the table itself.`)
  return sampleOf(source)
}

/** Header and first rows of a table. Throws `unreadable_file` for a file that is no table, one without a header row, or one that needs no mapping. */
export async function sampleOf(source: ImportSource): Promise<TableSample> {
  const { name, label } = await importerFor(source)
  if (name !== 'csv') throw new OverturnError('unreadable_file', `${source.name} is no table of claims (${label}); it needs no column mapping.`)
  const sample = await read(source)
  if (syntheaFile(sample.table.header)) throw new OverturnError('unreadable_file', `${source.name} is a file of a Synthea export; it needs no column mapping.`)
  if (lacksHeader(sample.table.header, sample.rows)) throw new NoHeader(sample.table.header.length)
  return sample
}

async function read(source: ImportSource): Promise<TableSample> {
  const rows: string[][] = []
  let known: CsvTable = { delimiter: ',', header: [], dropped: 0 }
  try {
    for await (const { table, rows: more } of readTable(source.bytes())) {
      known = table
      rows.push(...more.slice(0, SAMPLE_ROWS - rows.length).map(({ cells }) => cells.map(cellText)))
      if (rows.length >= SAMPLE_ROWS) break
    }
  } catch (error) {
    throw error instanceof NoTable ? new OverturnError('unreadable_file', `${source.name}: ${error.message} (row 1).`, { cause: error }) : error
  }
  return { file: source.name, table: known, rows }
}
