import { sql } from 'drizzle-orm'
import { money } from '../../adjudication/write.ts'
import { bulkInsert, type BulkColumn } from '../../db/bulk.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { DecisionRecord, ProviderLevelAdjustmentRecord, RemittanceRecord } from '../records.ts'
import { controlNumberOf } from './match/claims.ts'
import { rowIdOf } from './slice.ts'

/** A transaction of the file that an earlier import brought, perhaps in part (a damaged file, read with --partial): what it brought. */
interface KnownRemittance {
  id: number
  decisions: Set<string>
  adjustments: Set<string>
  lastPosition: number
}

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
  readonly #earlier = new Map<number, KnownRemittance>()
  readonly #told = new Map<number, Told>()

  constructor(organizationId: number, importId: number) {
    this.#organizationId = organizationId
    this.#importId = importId
  }

  get knownIds(): number[] {
    return [...new Set([...this.#earlier.values()].map(({ id }) => id))]
  }

  /** Writes those that are new. */
  async take(tx: TenantTransaction, records: readonly RemittanceRecord[]): Promise<void> {
    if (records.length === 0) return
    for (const { ref, id } of await this.#findEarlier(tx, records)) {
      if (this.#earlier.has(ref)) continue
      this.#earlier.set(ref, await this.#whatIsKnown(tx, id))
      this.known++
    }
    const fresh = records.filter(({ ref }) => !this.#earlier.has(ref))
    for (const record of fresh) this.#told.set(record.ref, { ...(this.#told.get(record.ref) ?? { digest: 0, decisions: 0 }), key: keyOf(record) })
    if (fresh.length > 0) await tx.run(bulkInsert('remittances', this.#organizationId, this.#columns(), fresh))
  }

  /** The row that a decision or adjustment of transaction `ref` belongs to. */
  idOf(ref: number): number {
    return this.#earlier.get(ref)?.id ?? rowIdOf(this.#importId, ref)
  }

  /** Whether an earlier import brought this decision; else it is remembered for telling repeats within the file. */
  isKnown(record: DecisionRecord): boolean {
    if (record.remittance === null) return false
    const key = decisionKey(
      controlNumberOf(record.patientControlNumber),
      record.payerControlNumber,
      record.decisionKind,
      record.statusCode,
      record.charge,
      record.paid,
    )
    const earlier = this.#earlier.get(record.remittance)
    if (earlier) return earlier.decisions.has(key)
    const told = this.#told.get(record.remittance) ?? { key: '', digest: 0, decisions: 0 }
    this.#told.set(record.remittance, { key: told.key, digest: hash(key, told.digest), decisions: told.decisions + 1 })
    return false
  }

  /** Provider level adjustments, at their position in the file; those of a known remittance that it has stay out. */
  async takeAdjustments(tx: TenantTransaction, records: readonly (ProviderLevelAdjustmentRecord & { position: number })[]): Promise<void> {
    const fresh = records.filter(
      ({ remittance, amount, reasonCode, reference }) => !this.#earlier.get(remittance)?.adjustments.has(adjustmentKey(amount, reasonCode, reference)),
    )
    if (fresh.length > 0) await tx.run(bulkInsert('provider_level_adjustments', this.#organizationId, this.#adjustmentColumns(), fresh))
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

  async #whatIsKnown(tx: TenantTransaction, id: number): Promise<KnownRemittance> {
    type Row = { pcn: string | null; icn: string | null; kind: string; status: string | null; charge: number; paid: number }
    const decisions = await tx.rows<Row>(sql`
      select c.patient_control_number as pcn, a.payer_control_number as icn, a.kind, a.status_code as status, (a.charge_amount * 100)::int8 as charge, (a.paid_amount * 100)::int8 as paid
      from adjudications a join claims c on c.organization_id = a.organization_id and c.id = a.claim_id
      where a.organization_id = ${this.#organizationId} and a.remittance_id = ${id}`)
    const adjustments = await tx.rows<{ amount: number; reason: string; reference: string | null; position: number }>(sql`
      select (amount * 100)::int8 as amount, reason_code as reason, reference, position from provider_level_adjustments
      where organization_id = ${this.#organizationId} and remittance_id = ${id}`)
    return {
      id,
      decisions: new Set(decisions.map(({ pcn, icn, kind, status, charge, paid }) => decisionKey(pcn, icn, kind, status, charge, paid))),
      adjustments: new Set(adjustments.map(({ amount, reason, reference }) => adjustmentKey(amount, reason, reference))),
      lastPosition: Math.max(0, ...adjustments.map(({ position }) => position)),
    }
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

  #adjustmentColumns(): BulkColumn<ProviderLevelAdjustmentRecord & { position: number }>[] {
    return [
      { name: 'remittance_id', type: 'int8', of: ({ remittance }) => this.idOf(remittance) },
      { name: 'position', type: 'int', of: ({ remittance, position }) => position + (this.#earlier.get(remittance)?.lastPosition ?? 0) },
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

const decisionKey = (...parts: (string | number | null)[]): string => JSON.stringify(parts)
const adjustmentKey = (amount: number, reason: string, reference: string | null): string => JSON.stringify([amount, reason, reference])

/** FNV-1a, 32 bits, going on from `seed`: the control number and the count of decisions stand beside it. */
function hash(text: string, seed: number): number {
  let value = seed ^ 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
