import type { PayerRecord, ProviderRecord } from '../../records.ts'
import type { CellFormats, RowFault } from './cells.ts'
import type { ClaimRows } from './claim-rows.ts'
import { claimRecords } from './claims.ts'
import { readFacts, type RowFacts } from './facts.ts'
import { RowGroups, type RowGroup } from './groups.ts'
import type { Output } from './issues.ts'
import { positionsOf, type ColumnMapping, type ColumnPositions } from './mapping.ts'
import type { CsvRow, CsvTable, RowReader } from './table.ts'

interface ReadRow {
  row: CsvRow
  facts: RowFacts
  fault: RowFault | null
}

/** Parties are told once each; past this bound of memory one may be told again, which does no harm. */
const REMEMBERED = 20_000

/** Reads a table by a mapping that somebody confirmed. */
export class MappedReader implements RowReader {
  readonly #mapping: ColumnMapping
  readonly #columns: number
  readonly #positions: ColumnPositions
  readonly #formats: CellFormats
  readonly #out: Output
  readonly #groups = new RowGroups<ReadRow>()
  readonly #told = new Set<string>()

  constructor(table: CsvTable, mapping: ColumnMapping, out: Output) {
    this.#mapping = mapping
    this.#columns = table.header.length
    this.#positions = positionsOf({ ...mapping, header: table.header })
    this.#formats = { date: mapping.dateFormat, amount: mapping.amountFormat }
    this.#out = out
  }

  take(row: CsvRow): void {
    const { facts, cells } = readFacts(row, this.#columns, this.#positions, this.#formats, this.#out)
    const read = { row, facts, fault: cells.fault }
    const key = JSON.stringify([facts.claimId, facts.claimId === null ? facts.patientControlNumber : null])
    const isAlone = this.#mapping.rows === 'claim' || (facts.claimId === null && facts.patientControlNumber === null)
    if (isAlone) this.#finish({ key, rows: [read], fault: null })
    else for (const group of this.#groups.add(key, read)) this.#finish(group)
  }

  end(): void {
    for (const group of this.#groups.end()) this.#finish(group)
  }

  /** A claim is taken in with all its rows or not at all: half of one would have wrong amounts. */
  #finish({ rows, fault }: RowGroup<ReadRow>): void {
    const all = rows.map(({ row }) => row)
    const first = all[0]?.number
    const bad = rows.find((row) => row.fault !== null)?.fault
    if (fault === 'apart') this.#out.reject('csv.rows-apart', `Rows from ${first} on belong to a claim that stands far above them`, all)
    else if (fault === 'too-large') this.#out.reject('csv.claim-too-large', `The claim of row ${first} has ${all.length} rows or more`, all)
    else if (bad)
      this.#out.reject(bad.code, all.length > 1 ? `${bad.message}; the ${all.length} rows of its claim are not taken in` : bad.message, all, bad.field)
    else this.#take(rows.map(({ facts }) => facts) as unknown as ClaimRows)
  }

  #take(rows: ClaimRows): void {
    const records = claimRecords(rows, this.#mapping.rows, this.#out)
    if (records.length === 0) return
    for (const { payer, provider, rendering } of rows) for (const party of [payer, provider, rendering]) this.#tell(party)
    this.#out.emitClaim(
      records,
      rows.map(({ row }) => row),
    )
  }

  /** One without a name is only named by its claims. */
  #tell(party: PayerRecord | ProviderRecord | null): void {
    if (party === null || party.name === '') return
    const key = `${party.kind} ${party.id} ${party.name}`
    if (this.#told.has(key)) return
    if (this.#told.size >= REMEMBERED) this.#told.clear()
    this.#told.add(key)
    this.#out.emit(party)
  }
}
