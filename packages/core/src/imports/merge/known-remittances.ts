import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { DecisionRecord, ProviderLevelAdjustmentRecord } from '../records.ts'
import { controlNumberOf } from './match/claims.ts'

/** What is stored of one remittance, as keys; a payer can say the same twice, so each counts as often as it is there. */
interface StoredKey {
  id: number
  key: string
}
type Load = (tx: TenantTransaction, remittanceIds: readonly number[]) => Promise<StoredKey[]>

/**
 * What remittances of earlier imports have, loaded for those transactions of the file that are being read, and forgotten when the file is past
 * them: an 835 tells them one after the other. One that comes back after all is loaded again, as if nothing of it had come yet.
 */
export class KnownKeys {
  readonly #load: Load
  readonly #left = new Map<number, Map<string, number>>()

  constructor(load: Load) {
    this.#load = load
  }

  /** To be called before `takeOne` with all transactions of a slice, and the remittance of those that are known. */
  async ready(tx: TenantTransaction, refs: readonly number[], idOf: ReadonlyMap<number, number>): Promise<void> {
    if (refs.length === 0) return
    const lowest = refs.reduce((low, ref) => Math.min(low, ref))
    for (const ref of this.#left.keys()) if (ref < lowest) this.#left.delete(ref)
    const missing = [...new Set(refs)].flatMap((ref) => (idOf.has(ref) && !this.#left.has(ref) ? [{ ref, id: idOf.get(ref) as number }] : []))
    if (missing.length === 0) return
    const stored = Map.groupBy(await this.#load(tx, [...new Set(missing.map(({ id }) => id))]), ({ id }) => id)
    for (const { ref, id } of missing) this.#left.set(ref, counted(stored.get(id) ?? []))
  }

  /** Whether the remittance has this once more than the file has said it so far. */
  takeOne(ref: number, key: string): boolean {
    const left = this.#left.get(ref)
    const times = left?.get(key)
    if (!left || times === undefined) return false
    if (times === 1) left.delete(key)
    else left.set(key, times - 1)
    return true
  }
}

function counted(stored: readonly StoredKey[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { key } of stored) times.set(key, (times.get(key) ?? 0) + 1)
  return times
}

type DecisionFacts = Pick<DecisionRecord, 'patientControlNumber' | 'payerControlNumber' | 'decisionKind' | 'statusCode' | 'charge' | 'paid'>
type AdjustmentFacts = Omit<ProviderLevelAdjustmentRecord, 'kind' | 'first' | 'remittance'>

export const decisionKey = ({ patientControlNumber, payerControlNumber, decisionKind, statusCode, charge, paid }: DecisionFacts): string =>
  JSON.stringify([controlNumberOf(patientControlNumber), payerControlNumber, decisionKind, statusCode, charge, paid])

export const adjustmentKey = ({ providerIdentifier, fiscalPeriodEnd, reasonCode, reference, amount }: AdjustmentFacts): string =>
  JSON.stringify([providerIdentifier, fiscalPeriodEnd, reasonCode, reference, amount])

/** Decisions by the control number that they say themselves: their claim can have another one. Those of `importId` itself are not known yet. */
export function storedDecisions(organizationId: number, importId: number): Load {
  return async (tx, ids) => {
    const rows = await tx.rows<DecisionFacts & { id: number }>(sql`
      select remittance_id as id, patient_control_number as "patientControlNumber", payer_control_number as "payerControlNumber", kind as "decisionKind",
             status_code as "statusCode", (charge_amount * 100)::int8 as charge, (paid_amount * 100)::int8 as paid
      from adjudications where organization_id = ${organizationId} and remittance_id = any(${sql.param(ids)}::int8[]) and import_id <> ${importId}`)
    return rows.map(({ id, ...row }) => ({ id, key: decisionKey(row) }))
  }
}

export function storedAdjustments(organizationId: number): Load {
  return async (tx, ids) => {
    const rows = await tx.rows<AdjustmentFacts & { id: number }>(sql`
      select remittance_id as id, provider_identifier as "providerIdentifier", fiscal_period_end::text as "fiscalPeriodEnd", reason_code as "reasonCode",
             reference, (amount * 100)::int8 as amount
      from provider_level_adjustments where organization_id = ${organizationId} and remittance_id = any(${sql.param(ids)}::int8[])`)
    return rows.map(({ id, ...row }) => ({ id, key: adjustmentKey(row) }))
  }
}
