import type { IsoDate } from '../dates.ts'
import type { ImportRecord } from './records.ts'

/** What a file is about, for who decides whether to import it; beside the counts of its summary. */
export interface FileContent {
  /** First and last day of service; null while no claim of the file says one. */
  serviceFrom: IsoDate | null
  serviceTo: IsoDate | null
  /** Names of payers, where they have one, the one with most claims first. */
  payers: string[]
  /** It is a table, and nobody has said what its columns mean. */
  needsColumns: boolean
}

const MOST_PAYERS = 20

/** Reads along while a file is imported. What it holds grows with the payers of the file, not with its claims. */
export class ContentReader {
  readonly #names = new Map<string, string>()
  readonly #claims = new Map<string, number>()
  #from: IsoDate | null = null
  #to: IsoDate | null = null
  needsColumns = false

  async *along(batches: AsyncIterable<ImportRecord[]> | Iterable<ImportRecord[]>): AsyncGenerator<ImportRecord[]> {
    for await (const batch of batches) {
      for (const record of batch) this.take(record)
      yield batch
    }
  }

  take(record: ImportRecord): void {
    if (record.kind === 'payer') this.#names.set(record.id, record.name)
    if (record.kind !== 'claim' && record.kind !== 'decision') return
    if (record.payerId !== null) this.#claims.set(record.payerId, (this.#claims.get(record.payerId) ?? 0) + 1)
    const { serviceDate, serviceDateEnd } = record
    const last = serviceDateEnd ?? serviceDate
    if (serviceDate !== null && (this.#from === null || serviceDate < this.#from)) this.#from = serviceDate
    if (last !== null && (this.#to === null || last > this.#to)) this.#to = last
  }

  get content(): FileContent {
    const payers = [...this.#claims].toSorted(([, one], [, other]) => other - one).slice(0, MOST_PAYERS)
    return { serviceFrom: this.#from, serviceTo: this.#to, payers: payers.map(([id]) => this.#names.get(id) ?? id), needsColumns: this.needsColumns }
  }
}
