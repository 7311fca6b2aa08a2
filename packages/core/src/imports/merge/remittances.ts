import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { cents, rowId, staged, type Slice } from './slice.ts'

/**
 * The same 835 transaction can come again inside another file (re-wrapped, merged). It is known by payer, trace number, payment and
 * control numbers; what belongs to it becomes `known` and is not merged again. Covers the whole import. Returns how many transactions were known.
 */
export async function dropKnownRemittances(tx: TenantTransaction, { organizationId, importId }: Slice): Promise<number> {
  const mine = sql`s.organization_id = ${organizationId} and s.import_id = ${importId}`
  const known = await tx.rows<{ ref: number }>(sql`
    update staging_records s set kind = 'known' from remittances r
    where ${mine} and s.kind = 'remittance' and r.organization_id = ${organizationId} and r.import_id <> ${importId} and r.trace_number = s.body->>'traceNumber'
      and (r.payer_id, r.payment_amount, r.payment_date, r.transaction_control, r.interchange_control) is not distinct from
          (s.body->>'payerId', (s.body->>'payment')::numeric / 100, (s.body->>'paymentDate')::date, s.body->>'transactionControl', s.body->>'interchangeControl')
    returning (s.body->>'ref')::int as ref`)
  if (known.length > 0) {
    await tx.run(sql`
      update staging_records s set kind = 'known'
      where ${mine} and s.kind in ('decision', 'plb') and (s.body->>'remittance')::int = any (${sql.param(known.map(({ ref }) => ref))}::int[])`)
  }
  return known.length
}

export async function insertRemittances(tx: TenantTransaction, slice: Slice): Promise<number> {
  return tx.run(sql`
    insert into remittances (organization_id, id, import_id, payer_id, payee_provider_id, trace_number, payment_method, payment_amount, payment_date, production_date, interchange_control, transaction_control)
    select ${slice.organizationId}, ${rowId(slice.importId, sql`r."ref"`)}, ${slice.importId}, r."payerId", r."payeeProviderId", r."traceNumber", r."paymentMethod", ${cents('r."payment"')},
           r."paymentDate", r."productionDate", r."interchangeControl", r."transactionControl"
    from staging_records s cross join lateral jsonb_to_record(s.body) as r(
      "ref" bigint, "payerId" text, "payeeProviderId" text, "traceNumber" text, "paymentMethod" text, "payment" bigint, "paymentDate" date, "productionDate" date,
      "interchangeControl" text, "transactionControl" text)
    where ${staged(slice, 'remittance')}`)
}

/** Positions are staged positions: unique, and in the order of the file. */
export async function insertProviderLevelAdjustments(tx: TenantTransaction, slice: Slice): Promise<number> {
  return tx.run(sql`
    insert into provider_level_adjustments (organization_id, remittance_id, position, provider_identifier, fiscal_period_end, reason_code, reference, amount)
    select ${slice.organizationId}, ${rowId(slice.importId, sql`(s.body->>'remittance')::bigint`)}, s.seq, s.body->>'providerIdentifier', (s.body->>'fiscalPeriodEnd')::date,
           s.body->>'reasonCode', s.body->>'reference', (s.body->>'amount')::numeric / 100
    from staging_records s where ${staged(slice, 'plb')}`)
}
