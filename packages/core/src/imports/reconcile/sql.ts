import { sql, type SQL } from 'drizzle-orm'
import { unnested, type BulkColumn } from '../../db/bulk.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { IsoDate } from '../../dates.ts'
import { decimalText, type Cents } from '../../money.ts'
import { firstRowId, lastRowId } from '../merge/slice.ts'
import type { RejectedOfPayment } from './rejects-sql.ts'
import type { PaymentSums } from './rules.ts'

/** One payment of the import with its sums in cents. */
export interface StoredPayment extends PaymentSums {
  id: number
  traceNumber: string | null
  payerId: string | null
  payerName: string | null
  paymentDate: IsoDate | null
  takenInCount: number
  byOtherImportsCount: number
  otherImportIds: number[]
  rejectedCount: number
  unreadable: number
  difference: Cents
  /** How many claim payments and lines do not balance, and by how much the claim payments do not, together. */
  unbalancedCount: number
  imbalance: Cents
  byReason: { reasonCode: string; amount: Cents; references: { reference: string; amount: Cents }[] }[]
}

export type StoredTotals = PaymentSums & { payments: number; differing: number; difference: Cents; unbalanced: number }

const rejectedColumns: readonly BulkColumn<RejectedOfPayment>[] = [
  { name: 'remittance_id', type: 'int8', of: ({ remittanceId }) => remittanceId },
  { name: 'count', type: 'int', of: ({ count }) => count },
  { name: 'amount', type: 'numeric', of: ({ amount }) => decimalText(amount) },
  { name: 'unreadable', type: 'int', of: ({ unreadable }) => unreadable },
]

/** Remittances that the import brought, and those of earlier imports to which it brought claim payments. Rows of an import are one range of ids. */
export const paymentsOf = (organizationId: number, importId: number): SQL => sql`
  select r.* from remittances r where r.organization_id = ${organizationId} and (
    r.id between ${firstRowId(importId)} and ${lastRowId(importId)}
    or r.id in (select a.remittance_id from adjudications a where a.organization_id = ${organizationId} and a.id between ${firstRowId(importId)} and ${lastRowId(importId)})
    or r.id in (select known::int8 from imports i cross join lateral jsonb_array_elements_text(coalesce(i.summary -> 'merged' -> 'knownRemittances', '[]')) known
                where i.organization_id = ${organizationId} and i.id = ${importId}))`

/** Every payment with its sums: of claim payments by who brought them, of provider level adjustments, of what was rejected. */
function sums(organizationId: number, importId: number, rejected: readonly RejectedOfPayment[]): SQL {
  const isOwn = sql`a.id between ${firstRowId(importId)} and ${lastRowId(importId)}`
  return sql`
    select p.*, p.stated - (p.taken_in + p.by_others + p.rejected - p.provider_adjustments) as difference from (
      select r.id, r.trace_number, r.payer_id, r.payment_date, r.payment_amount as stated,
        d.taken_in, d.taken_in_count, d.by_others, d.by_others_count, d.other_imports, d.imbalance, d.unbalanced + l.unbalanced as unbalanced,
        b.amount as provider_adjustments, coalesce(j.amount, 0) as rejected, coalesce(j.count, 0) as rejected_count, coalesce(j.unreadable, 0) as unreadable
      from (${paymentsOf(organizationId, importId)}) r
      cross join lateral (
        select coalesce(sum(a.paid_amount) filter (where ${isOwn}), 0) as taken_in, count(*) filter (where ${isOwn})::int as taken_in_count,
          coalesce(sum(a.paid_amount) filter (where not ${isOwn}), 0) as by_others, count(*) filter (where not ${isOwn})::int as by_others_count,
          coalesce(json_agg(distinct a.import_id) filter (where not ${isOwn}), '[]') as other_imports,
          coalesce(sum(a.imbalance), 0) as imbalance, count(*) filter (where a.imbalance <> 0)::int as unbalanced
        from adjudications a where a.organization_id = r.organization_id and a.remittance_id = r.id) d
      cross join lateral (
        select count(*)::int as unbalanced from adjudications a
        join adjudication_lines l on l.organization_id = a.organization_id and l.adjudication_id = a.id and l.imbalance <> 0
        where a.organization_id = r.organization_id and a.remittance_id = r.id) l
      cross join lateral (
        select coalesce(sum(b.amount), 0) as amount from provider_level_adjustments b where b.organization_id = r.organization_id and b.remittance_id = r.id) b
      left join ${unnested(rejectedColumns, rejected, 'j')} on j.remittance_id = r.id
    ) p`
}

/** Of each reason of a payment no more than this: a payer can take back any number of claims at once. */
const REFERENCES_SHOWN = 50

const cents = (expression: string, name: string) => sql.raw(`(${expression} * 100)::int8 as "${name}"`)

/** One page of the payments, in the order of the file. */
export async function readPayments(
  tx: TenantTransaction,
  organizationId: number,
  { importId, page, limit }: { importId: number; page: number; limit: number },
  rejected: readonly RejectedOfPayment[],
): Promise<StoredPayment[]> {
  return tx.rows<StoredPayment>(sql`
    select s.id, s.trace_number as "traceNumber", s.payer_id as "payerId", py.name as "payerName", s.payment_date as "paymentDate", ${cents('s.stated', 'stated')},
      ${cents('s.taken_in', 'takenIn')}, s.taken_in_count as "takenInCount", ${cents('s.by_others', 'byOtherImports')}, s.by_others_count as "byOtherImportsCount",
      s.other_imports as "otherImportIds", ${cents('s.rejected', 'rejected')}, s.rejected_count as "rejectedCount", s.unreadable,
      ${cents('s.provider_adjustments', 'providerAdjustments')}, ${cents('s.difference', 'difference')}, s.unbalanced as "unbalancedCount",
      ${cents('s.imbalance', 'imbalance')}, coalesce(reasons.list, '[]') as "byReason"
    from (select * from (${sums(organizationId, importId, rejected)}) s order by id limit ${limit} offset ${(page - 1) * limit}) s
    left join payers py on py.organization_id = ${organizationId} and py.id = s.payer_id
    left join lateral (
      select json_agg(json_build_object('reasonCode', g.reason_code, 'amount', g.amount, 'references', g.named) order by g.reason_code) as list from (
        select b.reason_code, (sum(b.amount) * 100)::int8 as amount, coalesce(
          json_agg(json_build_object('reference', b.reference, 'amount', (b.amount * 100)::int8) order by b.position) filter (where b.reference is not null and b.place <= ${REFERENCES_SHOWN}),
          '[]') as named
        from (
          select reason_code, reference, amount, position, row_number() over (partition by reason_code, reference is null order by position) as place
          from provider_level_adjustments where organization_id = ${organizationId} and remittance_id = s.id) b
        group by b.reason_code) g) reasons on true
    order by s.id`)
}

export async function readTotals(
  tx: TenantTransaction,
  organizationId: number,
  importId: number,
  rejected: readonly RejectedOfPayment[],
): Promise<StoredTotals> {
  const total = (column: string, name: string) => cents(`coalesce(sum(${column}), 0)`, name)
  const row = await tx.row<StoredTotals>(sql`
    select count(*)::int as payments, count(*) filter (where s.difference <> 0)::int as differing, ${total('s.stated', 'stated')}, ${total('s.taken_in', 'takenIn')},
      ${total('s.by_others', 'byOtherImports')}, ${total('s.rejected', 'rejected')}, ${total('s.provider_adjustments', 'providerAdjustments')},
      ${total('s.difference', 'difference')}, coalesce(sum(s.unbalanced), 0)::int as unbalanced
    from (${sums(organizationId, importId, rejected)}) s`)
  return row!
}
