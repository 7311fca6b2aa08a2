import type { Output } from '../issues.ts'
import type { CsvRow, CsvTable, RowReader } from '../table.ts'
import { SyntheaRow } from './row.ts'

/** payers.csv, providers.csv and organizations.csv: who the ids in the claims are. */
export class PartiesReader implements RowReader {
  readonly #kind: 'payer' | 'provider'
  readonly #table: CsvTable
  readonly #out: Output

  constructor(kind: 'payer' | 'provider', table: CsvTable, out: Output) {
    this.#kind = kind
    this.#table = table
    this.#out = out
  }

  take(row: CsvRow): void {
    const party = new SyntheaRow(row, this.#table, this.#out)
    const { cells } = party
    const id = cells.require(party.text('Id'), 'csv.no-claim-id', 'Id')
    const name = party.text('NAME')
    const specialty = party.text('SPECIALITY')
    if (cells.fault || id === null) this.#out.reject(cells.fault?.code ?? 'csv.no-claim-id', cells.fault?.message ?? 'Id is missing', [row], cells.fault?.field)
    else if (this.#kind === 'payer') this.#out.emit({ kind: 'payer', id, name: name ?? id })
    else this.#out.emit({ kind: 'provider', id, name: name ?? id, npi: null, ...(specialty !== null && { specialty }) })
  }

  end(): void {}
}
