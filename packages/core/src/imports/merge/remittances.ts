import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { cents, controlNumber, rowId, staged, type Slice } from './slice.ts'

/**
 * The same 835 transaction can come again, inside another file (re-wrapped, merged) or twice in one. It is known by payer, trace number,
 * payment, date and transaction control number; the interchange, which is new at every wrapping, tells only where there is no trace number.
 * What belongs to it becomes `known` and is not merged again. Covers the whole import. Returns how many transactions were known.
 */
export async function dropKnownRemittances(tx: TenantTransaction, slice: Slice): Promise<number> {
  const { organizationId, importId } = slice
  const earlier = (agrees: SQL) =>
    tx.rows<KnownRemittance>(sql`
    update staging_records s set kind = 'known' from remittances r
    where ${staged(slice, 'remittance')} and r.organization_id = ${organizationId} and r.import_id <> ${importId} and ${agrees}
      and (r.payer_id, r.payment_amount, r.payment_date, r.transaction_control) is not distinct from
          (s.body->>'payerId', (s.body->>'payment')::numeric / 100, (s.body->>'paymentDate')::date, s.body->>'transactionControl')
    returning (s.body->>'ref')::int as ref, r.id`)
  const before = [
    ...(await earlier(sql`r.trace_number = s.body->>'traceNumber'`)),
    ...(await earlier(sql`r.trace_number is null and s.body->>'traceNumber' is null and r.interchange_control = s.body->>'interchangeControl'`)),
  ]
  await keepWhatIsNew(tx, slice, before)
  const known = await repeatsInFile(tx, slice)
  if (known.length > 0) {
    await tx.run(sql`
      update staging_records s set kind = 'known'
      where s.organization_id = ${organizationId} and s.import_id = ${importId} and s.kind in ('remittance', 'decision', 'plb')
        and coalesce(s.body->>'remittance', s.body->>'ref')::int = any (${sql.param(known.map(({ ref }) => ref))}::int[])`)
  }
  return before.length + known.length
}

/** A transaction of the file that an earlier import brought: its number in the file, and its id in the database. */
interface KnownRemittance {
  ref: number
  id: number
}

/**
 * An earlier import may have brought a transaction in part only (a damaged file, read with --partial). What it brought is `known`; the rest
 * joins the remittance that is there.
 */
async function keepWhatIsNew(tx: TenantTransaction, { organizationId, importId }: Slice, known: KnownRemittance[]): Promise<void> {
  if (known.length === 0) return
  const staging = sql`s.organization_id = ${organizationId} and s.import_id = ${importId} and s.kind in ('decision', 'plb') and (s.body->>'remittance')::int = k.ref`
  const pairs = sql`json_to_recordset(${JSON.stringify(known)}::json) as k(ref int, id bigint)`
  await tx.run(sql`
    update staging_records s set kind = 'known' from ${pairs}
    where ${staging} and case s.kind
      when 'plb' then exists (
        select from provider_level_adjustments p
        where p.organization_id = ${organizationId} and p.remittance_id = k.id and p.amount = (s.body->>'amount')::numeric / 100
          and (p.reason_code, p.reference) is not distinct from (s.body->>'reasonCode', s.body->>'reference'))
      else exists (
        select from adjudications a join claims c on c.organization_id = a.organization_id and c.id = a.claim_id
        where a.organization_id = ${organizationId} and a.remittance_id = k.id and a.kind = s.body->>'decisionKind'
          and (c.patient_control_number, a.payer_control_number, a.status_code, a.charge_amount, a.paid_amount) is not distinct from
              (${controlNumber}, s.body->>'payerControlNumber', s.body->>'statusCode',
               (s.body->>'charge')::numeric / 100, (s.body->>'paid')::numeric / 100)) end`)
  await tx.run(sql`update staging_records s set body = s.body || jsonb_build_object('remittanceId', k.id) from ${pairs} where ${staging}`)
}

/** The remittance that a staged decision or PLB belongs to: one of this file, or one that was there before. */
export const remittanceId = (importId: number): SQL =>
  sql`coalesce((s.body->>'remittanceId')::bigint, ${rowId(importId, sql`(s.body->>'remittance')::bigint`)})`

/** Later transactions of the file that say the same as one before. Control numbers can be reused in a file, so the decisions must agree too. */
async function repeatsInFile(tx: TenantTransaction, slice: Slice): Promise<{ ref: number }[]> {
  const suspects = await tx.rows<{ ref: number; key: string }>(sql`
    select ref, key from (
      select ref, key, count(*) over (partition by key) as times from (
        select (s.body->>'ref')::int as ref,
               jsonb_build_array(s.body->'payerId', s.body->'traceNumber', s.body->'payment', s.body->'paymentDate', s.body->'transactionControl',
                 case when s.body->>'traceNumber' is null then s.body->'interchangeControl' end)::text as key
        from staging_records s where ${staged(slice, 'remittance')}) as keyed
    ) as counted where times > 1`)
  if (suspects.length === 0) return []
  return tx.rows<{ ref: number }>(sql`
    with suspect as (select * from json_to_recordset(${JSON.stringify(suspects)}::json) as r(ref int, key text)),
    told as (
      select suspect.ref, suspect.key, md5(string_agg((s.body - 'remittance')::text, '|' order by s.seq)) as content
      from staging_records s join suspect on suspect.ref = (s.body->>'remittance')::int
      where ${staged(slice, 'decision')} group by suspect.ref, suspect.key
    )
    select ref from (
      select suspect.ref, row_number() over (partition by suspect.key, told.content order by suspect.ref) as nth from suspect left join told using (ref)
    ) as numbered where nth > 1`)
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
    select ${slice.organizationId}, ${remittanceId(slice.importId)}, s.seq + coalesce((
             select max(p.position) from provider_level_adjustments p where p.organization_id = ${slice.organizationId} and p.remittance_id = (s.body->>'remittanceId')::bigint), 0),
           s.body->>'providerIdentifier', (s.body->>'fiscalPeriodEnd')::date,
           s.body->>'reasonCode', s.body->>'reference', (s.body->>'amount')::numeric / 100
    from staging_records s where ${staged(slice, 'plb')}`)
}
