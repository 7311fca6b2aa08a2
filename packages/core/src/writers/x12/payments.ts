import type { ClaimHistory, Directory } from '../records.ts'
import type { ProviderLevelAdjustmentRecord, RemittanceRecord } from '../../imports/records.ts'
import type { WrittenFile } from '../out-file.ts'
import type { Spool } from '../spool.ts'
import { claimPayment } from './claim-payment.ts'
import { InterchangeFile } from './interchange.ts'
import { paymentHeader, providerLevel } from './payment.ts'
import { CLEARINGHOUSE } from './places.ts'
import { segment } from './segments.ts'

interface Payment {
  remittance: RemittanceRecord
  providerLevel: ProviderLevelAdjustmentRecord[]
}

const keyOf = (ref: number) => `835-${ref}`

/** Decisions as 835 files: one for each payer and month of payment, in it a transaction for each payment. */
export class Payments {
  readonly #spool: Spool
  readonly #directory: Directory
  readonly #payments: Payment[] = []

  constructor(spool: Spool, directory: Directory) {
    this.#spool = spool
    this.#directory = directory
  }

  async takeDecisions(decisions: ClaimHistory['decisions']): Promise<void> {
    for (const decision of decisions)
      if (decision.remittance !== null) await this.#spool.add(keyOf(decision.remittance), claimPayment(decision, this.#directory))
  }

  take(record: RemittanceRecord | ProviderLevelAdjustmentRecord): void {
    if (record.kind === 'remittance') this.#payments.push({ remittance: record, providerLevel: [] })
    else this.#payments.findLast(({ remittance }) => remittance.ref === record.remittance)?.providerLevel.push(record)
  }

  async write(folder: string, numberOf: () => number): Promise<WrittenFile[]> {
    const files: WrittenFile[] = []
    const months = Map.groupBy(this.#payments, ({ remittance: { payerId, paymentDate } }) => `${fileWord(payerId)}-${paymentDate?.slice(0, 7) ?? 'undated'}`)
    for (const [month, payments] of [...months].sort(([left], [right]) => (left < right ? -1 : 1))) {
      const { payerId } = payments[0]!.remittance
      const date = payments
        .map(({ remittance }) => remittance.paymentDate ?? '')
        .sort()
        .at(-1)!
      const facts = { number: numberOf(), purpose: 'HP', version: '005010X221A1', sender: fileWord(payerId), receiver: CLEARINGHOUSE.id, date } as const
      const file = await InterchangeFile.create(folder, `remittances/835-${month}.edi`, facts)
      for (const payment of payments) await this.#transaction(file, payment)
      files.push(await file.close())
    }
    return files
  }

  async #transaction(file: InterchangeFile, { remittance, providerLevel: adjustments }: Payment): Promise<void> {
    await file.begin('835', remittance.transactionControl)
    await file.write(paymentHeader(remittance, this.#directory))
    const claims = await this.#spool.take(keyOf(remittance.ref))
    if (claims.length > 0) await file.write(segment('LX', 1))
    for (const claim of claims) await file.write(claim)
    await file.write(providerLevel(adjustments))
    await file.end()
  }
}

const fileWord = (payerId: string | null) => (payerId ?? 'payer').replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60)
