import { sql } from 'drizzle-orm'
import { money } from '../../adjudication/write.ts'
import { bulkInsert, type BulkColumn } from '../../db/bulk.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { DecisionRecord, ImportRecord, ProviderLevelAdjustmentRecord, RemittanceRecord } from '../records.ts'
import type { Deferred } from '../staging.ts'
import { adjustmentKey, decisionKey, KnownKeys, storedAdjustments, storedDecisions } from './known-remittances.ts'
import { cents, rowIdOf } from './slice.ts'

type PositionedAdjustment = ProviderLevelAdjustmentRecord & { position: number }

/** What a transaction says of itself, for telling whether another one says the same. */
interface Told {
  key: string
  digest: number
  decisions: number
}

/**
 * The remittances of one import. The same 835 transaction can come again, inside another file (re-wrapped, merged) or twice in one. It is known
 * by payer, trace number, payment, date and transaction control number; the interchange, which is new at every wrapping, tells only where
 * there is no trace number. What an earlier import brought of it is known; the rest joins the remittance that is there.
 */
export class Remittances {
  /** Transactions that were known, wholly or in part. */
  known = 0
  readonly #organizationId: number
  readonly #importId: number
  /** The row of each transaction that an earlier import brought, perhaps in part (a damaged file, read with --partial). */
  readonly #earlier = new Map<number, number>()
  readonly #decisions: KnownKeys
  readonly #adjustments: KnownKeys
  readonly #told = new Map<number, Told>()

  constructor(organizationId: number, importId: number) {
    this.#organizationId = organizationId
    this.#importId = importId
    this.#decisions = new KnownKeys(storedDecisions(organizationId, importId))
    this.#adjustments = new KnownKeys(storedAdjustments(organizationId))
  }

  get knownIds(): number[] {
    return [...new Set(this.#earlier.values())]
  }

  /** Writes those that are new. */
  async take(tx: TenantTransaction, records: readonly RemittanceRecord[]): Promise<void> {
    if (records.length === 0) return
    for (const { ref, id } of await this.#findEarlier(tx, records)) {
      if (this.#earlier.has(ref)) continue
      this.#earlier.set(ref, id)
      this.known++
    }
    const fresh = records.filter(({ ref }) => !this.#earlier.has(ref))
    for (const record of fresh) this.#told.set(record.ref, { ...(this.#told.get(record.ref) ?? { digest: 0, decisions: 0 }), key: keyOf(record) })
    if (fresh.length > 0) await tx.run(bulkInsert('remittances', this.#organizationId, this.#columns(), fresh))
  }

  /** The row that a decision or adjustment of transaction `ref` belongs to. */
  idOf(ref: number): number {
    return this.#earlier.get(ref) ?? rowIdOf(this.#importId, ref)
  }

  /** Looks up what there is of the remittances of these decisions: to be called with each slice, before `isKnown`. */
  async ready(tx: TenantTransaction, records: readonly ImportRecord[]): Promise<void> {
    const refs = records.flatMap((record) => (record.kind === 'decision' && record.remittance !== null ? [record.remittance] : []))
    await this.#decisions.ready(tx, refs, this.#earlier)
  }

  /** Whether an earlier import brought this decision; else it is remembered for telling repeats within the file. */
  isKnown(record: DecisionRecord): boolean {
    if (record.remittance === null) return false
    const key = decisionKey(record)
    if (this.#earlier.has(record.remittance)) return this.#decisions.takeOne(record.remittance, key)
    const told = this.#told.get(record.remittance) ?? { key: '', digest: 0, decisions: 0 }
    this.#told.set(record.remittance, { key: told.key, digest: hash(key, told.digest), decisions: told.decisions + 1 })
    return false
  }

  /**
   * Provider level adjustments, at their position in the file. Those that a remittance of an earlier import has stay out; those that it lacks are
   * returned: everybody sees that remittance, so they have to wait until the file is shown.
   */
  async takeAdjustments(tx: TenantTransaction, records: readonly PositionedAdjustment[]): Promise<Deferred[]> {
    const refs = records.map(({ remittance }) => remittance)
    await this.#adjustments.ready(tx, refs, this.#earlier)
    const own = records.filter(({ remittance }) => !this.#earlier.has(remittance))
    if (own.length > 0) await tx.run(bulkInsert('provider_level_adjustments', this.#organizationId, this.#adjustmentColumns(), own))
    return records
      .filter((record) => this.#earlier.has(record.remittance) && !this.#adjustments.takeOne(record.remittance, adjustmentKey(record)))
      .map(({ position, ...record }) => ({ kind: 'plb', position, claimId: null, body: { ...record, remittanceId: this.idOf(record.remittance) } }))
  }

  /** Adds what `takeAdjustments` had to put off; returns how many there were. In the transaction that shows the file. */
  addToKnown(tx: TenantTransaction): Promise<number> {
    return tx.run(sql`
      insert into provider_level_adjustments (organization_id, remittance_id, position, provider_identifier, fiscal_period_end, reason_code, reference, amount)
      select s.organization_id, r.id, s.seq + coalesce((select max(p.position) from provider_level_adjustments p where p.organization_id = r.organization_id and p.remittance_id = r.id), 0),
             s.body->>'providerIdentifier', (s.body->>'fiscalPeriodEnd')::date, s.body->>'reasonCode', s.body->>'reference', ${cents(`s.body->>'amount'`)}
      from staging_records s join remittances r on r.organization_id = s.organization_id and r.id = (s.body->>'remittanceId')::int8
      where s.organization_id = ${this.#organizationId} and s.import_id = ${this.#importId} and s.kind = 'plb'`)
  }

  /** Later transactions of the file that say the same as one before. Control numbers can be reused in a file, so the decisions must agree too. */
  repeats(): number[] {
    const seen = new Set<string>()
    return [...this.#told]
      .sort(([a], [b]) => a - b)
      .filter(([, { key, digest, decisions }]) => {
        const told = `${key}|${digest}|${decisions}`
        return key !== '' && (seen.has(told) || !seen.add(told))
      })
      .map(([ref]) => ref)
  }

  #findEarlier(tx: TenantTransaction, records: readonly RemittanceRecord[]): Promise<{ ref: number; id: number }[]> {
    const told = JSON.stringify(records.map((record) => ({ ...record, payment: money(record.payment) })))
    const from = sql`json_to_recordset(${told}::json) as s(
      ref int, "payerId" text, "traceNumber" text, payment numeric, "paymentDate" date, "interchangeControl" text, "transactionControl" text)`
    const agrees = sql`r.organization_id = ${this.#organizationId} and r.import_id <> ${this.#importId}
      and (r.payer_id, r.payment_amount, r.payment_date, r.transaction_control) is not distinct from (s."payerId", s.payment, s."paymentDate", s."transactionControl")`
    return tx.rows<{ ref: number; id: number }>(sql`
      select s.ref, r.id from ${from} join remittances r on r.trace_number = s."traceNumber" and ${agrees}
      union all
      select s.ref, r.id from ${from} join remittances r on r.trace_number is null and s."traceNumber" is null and r.interchange_control = s."interchangeControl" and ${agrees}
      order by ref, id`)
  }

  #columns(): BulkColumn<RemittanceRecord>[] {
    return [
      { name: 'id', type: 'int8', of: ({ ref }) => rowIdOf(this.#importId, ref) },
      { name: 'import_id', type: 'int8', of: () => this.#importId },
      { name: 'payer_id', type: 'text', of: ({ payerId }) => payerId },
      { name: 'payee_provider_id', type: 'text', of: ({ payeeProviderId }) => payeeProviderId },
      { name: 'trace_number', type: 'text', of: ({ traceNumber }) => traceNumber },
      { name: 'payment_method', type: 'text', of: ({ paymentMethod }) => paymentMethod },
      { name: 'payment_amount', type: 'numeric', of: ({ payment }) => money(payment) },
      { name: 'payment_date', type: 'date', of: ({ paymentDate }) => paymentDate },
      { name: 'production_date', type: 'date', of: ({ productionDate }) => productionDate },
      { name: 'interchange_control', type: 'text', of: ({ interchangeControl }) => interchangeControl },
      { name: 'transaction_control', type: 'text', of: ({ transactionControl }) => transactionControl },
    ]
  }

  #adjustmentColumns(): BulkColumn<PositionedAdjustment>[] {
    return [
      { name: 'remittance_id', type: 'int8', of: ({ remittance }) => this.idOf(remittance) },
      { name: 'position', type: 'int', of: ({ position }) => position },
      { name: 'provider_identifier', type: 'text', of: ({ providerIdentifier }) => providerIdentifier },
      { name: 'fiscal_period_end', type: 'date', of: ({ fiscalPeriodEnd }) => fiscalPeriodEnd },
      { name: 'reason_code', type: 'text', of: ({ reasonCode }) => reasonCode },
      { name: 'reference', type: 'text', of: ({ reference }) => reference },
      { name: 'amount', type: 'numeric', of: ({ amount }) => money(amount) },
    ]
  }
}

const keyOf = ({ payerId, traceNumber, payment, paymentDate, transactionControl, interchangeControl }: RemittanceRecord): string =>
  JSON.stringify([payerId, traceNumber, payment, paymentDate, transactionControl, traceNumber === null ? interchangeControl : null])

/** FNV-1a, 32 bits, going on from `seed`: the control number and the count of decisions stand beside it. */
function hash(text: string, seed: number): number {
  let value = seed ^ 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
