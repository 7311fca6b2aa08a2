import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Cents } from '../../money.ts'
import { rejectedClaim, type ClpPiece } from './rules.ts'

/** What was rejected of one payment and is not mended. */
export interface RejectedOfPayment {
  remittanceId: number
  count: number
  amount: Cents
  /** Without an amount that can be read, or more than one claim payment. */
  unreadable: number
}

interface Row extends ClpPiece {
  importId: number
  /** The payment it is of; null where the rejection does not say, or where its transaction had been known before. */
  remittanceId: number | null
  isClaim: boolean
}

/** Longest CLP segment that is looked at; the fifth element of a sound one stands in its first hundred characters. */
const CLP_LENGTH = 500

/** Of rejections `r`: the row id that the remittance of its transaction has, where that transaction was new; null where it names none. */
export const ownRemittanceId: SQL = sql`(r.import_id * 4294967296 + substring(r.record from 'transaction ([0-9]{1,9})$')::int)`
export const isOfClaim: SQL = sql`coalesce(r.record like 'claim payment %', false)`

/** The CLP segment in the content of rejections `r`, over `clpSource`. */
export const clpColumns: SQL = sql`
  x.separator, left(split_part(r.content, chr(10), 1), ${CLP_LENGTH}) as head,
  case when position(chr(10) || 'CLP' || x.separator in r.content) > 0
       then left(split_part(split_part(r.content, chr(10) || 'CLP' || x.separator, 2), chr(10), 1), ${CLP_LENGTH}) end as segment`
export const clpSource: SQL = sql`cross join lateral (select substr(r.content, case when r.content like 'ISA%' then 4 else 3 end, 1) as separator) x`

/**
 * The rejections of the given imports by the payment that they are of. Of the content, which may hold patient data, only the CLP segment is
 * looked at and only its amount leaves. `elsewhere`: those of no payment that can be told.
 */
export async function readRejected(
  tx: TenantTransaction,
  organizationId: number,
  importIds: readonly number[],
): Promise<{ ofPayments: RejectedOfPayment[]; elsewhere: ReadonlyMap<number, number> }> {
  const rows = await tx.rows<Row>(sql`
    select r.import_id as "importId", p.id as "remittanceId", ${isOfClaim} as "isClaim", ${clpColumns}
    from import_rejections r ${clpSource}
    left join remittances p on p.organization_id = r.organization_id and p.id = ${ownRemittanceId}
    where r.organization_id = ${organizationId} and r.import_id = any(${sql.param(importIds)}::int8[]) and r.severity = 'rejection' and r.state <> 'mended'
    order by r.import_id, r.position`)
  const elsewhere = new Map<number, number>()
  const ofPayments = new Map<number, RejectedOfPayment>()
  for (const { importId, remittanceId, isClaim, ...piece } of rows) {
    if (remittanceId === null) {
      elsewhere.set(importId, (elsewhere.get(importId) ?? 0) + 1)
      continue
    }
    const known = ofPayments.get(remittanceId) ?? { remittanceId, count: 0, amount: 0, unreadable: 0 }
    ofPayments.set(remittanceId, known)
    const amount = rejectedClaim(piece)?.paid ?? null
    if (amount !== null) {
      known.count++
      known.amount += amount
    }
    // Damage to the transaction, as against one claim payment, may have taken more with it than is known.
    if (amount === null || !isClaim) known.unreadable++
  }
  return { ofPayments: [...ofPayments.values()], elsewhere }
}
