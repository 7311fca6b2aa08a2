import { OverturnError } from '../../../errors.ts'
import type { ByteSource, Importer, ReadOptions } from '../../importer.ts'
import type { ImportRecord } from '../../records.ts'
import { readElement } from '../portal-json/elements.ts'
import { Report } from '../portal-json/issues.ts'
import { columnsOf, detectPoliciesCsv } from './columns.ts'
import { TableIssues } from './issues.ts'
import { policyOf } from './rows.ts'
import { openTable, type Table } from './table.ts'

/** Policies as a table: the fields of the portal's JSON as columns, lists with semicolons. "overturn policies export" writes it. */
export const policiesCsvImporter: Importer = {
  name: 'policies-csv',
  label: 'Policies as a table (CSV)',
  detect: (head) => detectPoliciesCsv(head),
  read,
}

/** Records that are handed on together. */
const BATCH = 100

async function* read(source: ByteSource, { partial }: ReadOptions): AsyncGenerator<ImportRecord[]> {
  const issues = new TableIssues()
  const report = new Report()
  const table = await openTable(source)
  const columns = columnsOf(table.header, issues)
  let policies = 0
  let batch: ImportRecord[] = []
  for await (const row of wholeRows(table, partial, issues)) {
    const raw = policyOf(row, columns, issues)
    const records = raw ? readElement('policy', raw, { record: `row ${row.number}` }, report) : []
    policies += records.length
    batch.push(...records, ...issues.drain(), ...report.drain().map((told) => inRow(told, row.number)))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (table.isLatin1()) issues.warn('policies.not-utf8', 'The file is not UTF-8 throughout')
  if (policies === 0) issues.warn('policies.empty', 'The table holds no policy')
  yield [...batch, ...issues.finish(), ...report.finish()]
}

/** The rows up to the end, or up to the damage where whole rows of a damaged table are wanted. */
async function* wholeRows({ rows }: Table, partial: boolean, issues: TableIssues): Table['rows'] {
  try {
    yield* rows
  } catch (error) {
    if (!(error instanceof OverturnError) || !partial) throw error
    issues.reject('policies.broken-table', error.message)
  }
}

/** What is told of a policy says its row, as what is told of the table does. */
const inRow = (told: ImportRecord, row: number): ImportRecord => (told.kind === 'issue' ? { ...told, where: { ...told.where, line: row } } : told)
