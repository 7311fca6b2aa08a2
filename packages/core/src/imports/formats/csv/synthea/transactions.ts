import { parseCodes } from '../values.ts'
import { RowGroups, type RowGroup } from '../groups.ts'
import type { Output } from '../issues.ts'
import type { CsvRow, CsvTable, RowReader } from '../table.ts'
import { claimOf, decisionsOf, type Charge, type PayerRow } from './claim-of-transactions.ts'
import { SyntheaRow } from './row.ts'

interface ReadTransaction {
  row: CsvRow
  transaction: SyntheaRow
  chargeId: number
  type: string
}

/** What a payment is made by: the patient's means, and the payer's. COPAY is the patient's and tells of an insurance. */
const PATIENT_METHODS = new Set(['CASH', 'CHECK', 'CC', 'COPAY'])
const HIGHEST = 2_000_000_000
const TYPES = new Set(['CHARGE', 'PAYMENT', 'ADJUSTMENT', 'TRANSFEROUT', 'TRANSFERIN'])

/**
 * claims_transactions.csv: the charges of each claim, and behind each charge what was paid, adjusted and transferred of it. Programs that
 * wrote several patients at once mixed the rows of claims; CHARGEID has the order.
 */
export class TransactionsReader implements RowReader {
  readonly #table: CsvTable
  readonly #out: Output
  readonly #groups = new RowGroups<ReadTransaction>()

  constructor(table: CsvTable, out: Output) {
    this.#table = table
    this.#out = out
  }

  take(row: CsvRow): void {
    const transaction = new SyntheaRow(row, this.#table, this.#out)
    const { cells } = transaction
    const claimId = cells.require(transaction.text('CLAIMID'), 'csv.no-claim-id', 'CLAIMID')
    const chargeId = Number(transaction.text('CHARGEID') ?? NaN)
    if (!Number.isInteger(chargeId) || chargeId < 0 || chargeId > HIGHEST)
      cells.refuse('csv.no-claim-id', `CHARGEID in row ${row.number} is no number`, 'CHARGEID')
    const type = transaction.text('TYPE') ?? ''
    if (!TYPES.has(type)) cells.refuse('csv.synthea.unknown-type', `TYPE in row ${row.number} is no type of a transaction`, 'TYPE')
    const read = { row, transaction, chargeId, type }
    if (claimId === null) this.#finish({ key: '', rows: [read], fault: null })
    else for (const group of this.#groups.add(claimId, read)) this.#finish(group)
  }

  end(): void {
    for (const group of this.#groups.end()) this.#finish(group)
  }

  /** A claim is taken in with all its rows or not at all. */
  #finish({ key, rows, fault }: RowGroup<ReadTransaction>): void {
    const all = rows.map(({ row }) => row)
    const first = all[0]?.number
    const charges = chargesOf([...rows].sort((one, other) => one.chargeId - other.chargeId))
    const bad = rows.find(({ transaction }) => transaction.cells.fault)?.transaction.cells.fault
    if (bad) this.#out.reject(bad.code, all.length > 1 ? `${bad.message}; the ${all.length} rows of its claim are not taken in` : bad.message, all, bad.field)
    else if (fault === 'too-large') this.#out.reject('csv.claim-too-large', `The claim of row ${first} has ${all.length} rows or more`, all)
    else if (fault === 'apart') this.#out.reject('csv.rows-apart', `Rows from ${first} on belong to a claim that stands far above them`, all)
    else if (charges === null) this.#out.reject('csv.synthea.no-charge', `Rows from ${first} on have no CHARGE row before them`, all, 'TYPE')
    else {
      this.#out.emit(claimOf(key, charges))
      for (const decision of decisionsOf(key, charges)) this.#out.emit(decision)
    }
  }
}

/** The charges in their order, each with the rows behind it; null where rows stand before any charge. */
function chargesOf(rows: readonly ReadTransaction[]): Charge[] | null {
  const charges: Charge[] = []
  for (const { transaction, chargeId, type } of rows) {
    if (type === 'CHARGE') charges.push(chargeOf(transaction, chargeId))
    else {
      const charge = charges.at(-1)
      if (!charge) return null
      const { cells } = transaction
      const method = transaction.text('METHOD')
      if (type === 'PAYMENT' && method !== 'ECHECK' && !PATIENT_METHODS.has(method ?? ''))
        cells.refuse('csv.synthea.unknown-type', `METHOD in row ${cells.row.number} is no method of a payment`, 'METHOD')
      charge.rows.push(rowOf(transaction, type, method))
    }
  }
  return charges
}

function chargeOf(row: SyntheaRow, chargeId: number): Charge {
  const { cells } = row
  const amount = cells.require(row.amount('AMOUNT'), 'csv.bad-amount', 'AMOUNT') ?? 0
  if (amount < 0) cells.refuse('csv.bad-amount', `AMOUNT in row ${cells.row.number} is below zero`, 'AMOUNT')
  const [from, to] = [row.date('FROMDATE'), row.date('TODATE')]
  const references = ['DIAGNOSISREF1', 'DIAGNOSISREF2', 'DIAGNOSISREF3', 'DIAGNOSISREF4'].map(row.text).filter((text) => text !== null)
  return {
    chargeId,
    amount,
    procedureCode: row.text('PROCEDURECODE'),
    modifiers: ['MODIFIER1', 'MODIFIER2'].flatMap((column) => parseCodes(row.text(column) ?? '')),
    // Older versions write the codes themselves, newer ones which of the claim's eight diagnoses is meant.
    diagnosisCodes: references.filter((text) => !/^[1-8]$/.test(text)),
    units: row.quantity('UNITS'),
    from,
    // The epoch stands for "no end".
    to: from !== null && to !== null && to >= from ? to : null,
    providerId: row.reference('PROVIDERID'),
    renderingProviderId: row.reference('SUPERVISINGPROVIDERID'),
    patientId: row.text('PATIENTID'),
    extra: keptOf(row, references),
    rows: [],
  }
}

const KEPT = ['NOTES', 'UNITAMOUNT', 'PLACEOFSERVICE', 'LINENOTE', 'APPOINTMENTID']

function keptOf(row: SyntheaRow, references: string[]): Record<string, unknown> {
  const pointers = references.filter((text) => /^[1-8]$/.test(text)).map(Number)
  const kept = Object.fromEntries(KEPT.map((column) => [column, row.text(column)]).filter(([, value]) => value !== null))
  return { ...kept, ...(pointers.length > 0 && { diagnosisPointers: pointers }) }
}

/** A row behind a charge: whose money it is, or that the balance goes on to the secondary payer or to the patient. */
function rowOf(row: SyntheaRow, type: string, method: string | null): PayerRow {
  const day = row.date('FROMDATE')
  if (type === 'PAYMENT') return { means: method === 'ECHECK' ? 'payer' : method === 'COPAY' ? 'copay' : 'patient', amount: row.amount('PAYMENTS') ?? 0, day }
  if (type === 'ADJUSTMENT') return { means: 'adjustment', amount: row.amount('ADJUSTMENTS') ?? 0, day }
  return { means: type === 'TRANSFERIN' && row.text('TRANSFERTYPE') === '2' ? 'to-secondary' : 'transfer', amount: 0, day }
}
