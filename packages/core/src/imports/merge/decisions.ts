import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { remittanceId } from './remittances.ts'
import { cents, rowId, staged, texts, type Slice } from './slice.ts'

/**
 * Sources that name their claims tell the same decision again at every export; once is enough. The staged copy becomes `known`. It is compared
 * with the latest that such a source said of the claim, lines included: a payment that is corrected and corrected back is said three times.
 */
export async function dropKnownDecisions(tx: TenantTransaction, slice: Slice): Promise<number> {
  return tx.run(sql`
    update staging_records s set kind = 'known' from adjudications a
    where ${staged(slice, 'decision')} and s.body->>'claimId' is not null and s.body->>'remittance' is null
      and a.organization_id = ${slice.organizationId} and a.claim_id = s.claim_id and a.import_id <> ${slice.importId} and a.remittance_id is null
      and not exists (
        select from adjudications later
        where later.organization_id = a.organization_id and later.claim_id = a.claim_id and later.id > a.id
          and later.import_id <> ${slice.importId} and later.remittance_id is null)
      and (a.kind, a.payer_rank, a.decided_on, a.charge_amount, a.paid_amount, a.outcome, a.denial_reason, a.reported_reason)
        is not distinct from (s.body->>'decisionKind', s.body->>'payerRank', (s.body->>'decidedOn')::date, (s.body->>'charge')::numeric / 100,
          (s.body->>'paid')::numeric / 100, s.body->>'outcome', s.body->'denial'->>'reason', s.body->>'reportedReason')
      and (select jsonb_agg(jsonb_build_array(al.line_number, al.procedure_code, al.charge_amount, al.paid_amount, al.allowed_amount, al.denied, al.denial_reason)
                            order by al.line_number)
           from adjudication_lines al where al.organization_id = a.organization_id and al.adjudication_id = a.id)
        is not distinct from
          (select jsonb_agg(jsonb_build_array((l->>'lineNumber')::int, l->>'procedureCode', (l->>'charge')::numeric / 100, (l->>'paid')::numeric / 100,
                              (l->>'allowed')::numeric / 100, (l->'verdict'->>'denied')::boolean, l->'verdict'->>'reason') order by (l->>'lineNumber')::int)
           from jsonb_array_elements(s.body->'lines') l)`)
}

/** The facts of each decision: adjudication, its lines, adjustments and remarks. Returns how many adjudications were written. */
export async function insertDecisions(tx: TenantTransaction, slice: Slice): Promise<number> {
  const id = rowId(slice.importId, sql`s.seq`)
  const decisions = sql`from staging_records s where ${staged(slice, 'decision')} and s.claim_id is not null`
  const written = await tx.run(sql`
    insert into adjudications (organization_id, id, import_id, claim_id, remittance_id, payer_id, kind, payer_rank, status_code, decided_on, charge_amount, paid_amount,
      patient_responsibility, allowed_amount, payer_control_number, claim_filing_code, facility_code, frequency_code, outcome, is_duplicate, denied, denied_amount,
      denial_group, denial_carc, denial_rarc, denial_reason, reported_reason, imbalance)
    select ${slice.organizationId}, ${id}, ${slice.importId}, s.claim_id, ${remittanceId(slice.importId)}, r."payerId", r."decisionKind", r."payerRank", r."statusCode",
           r."decidedOn", ${cents('r."charge"')}, ${cents('r."paid"')}, ${cents('r."patientResponsibility"')}, ${cents('r."allowed"')}, r."payerControlNumber",
           r."claimFilingCode", r."facilityCode", r."frequencyCode", r."outcome", r."duplicate", (r."verdict"->>'denied')::boolean, (r."denial"->>'deniedAmount')::numeric / 100,
           r."denial"->>'group', r."denial"->>'carc', r."denial"->>'rarc', r."denial"->>'reason', r."reportedReason", ${cents('r."imbalance"')}
    from staging_records s cross join lateral jsonb_to_record(s.body) as r(
      "remittance" bigint, "payerId" text, "decisionKind" text, "payerRank" text, "statusCode" text, "decidedOn" date, "charge" bigint, "paid" bigint, "patientResponsibility" bigint,
      "allowed" bigint, "payerControlNumber" text, "claimFilingCode" text, "facilityCode" text, "frequencyCode" text, "outcome" text, "duplicate" boolean, "verdict" jsonb,
      "denial" jsonb, "reportedReason" text, "imbalance" bigint)
    where ${staged(slice, 'decision')} and s.claim_id is not null`)
  await tx.run(sql`
    insert into adjudication_lines (organization_id, adjudication_id, line_number, control_number, qualifier, procedure_code, revenue_code, modifiers, charge_amount, paid_amount,
      allowed_amount, units, date_of_service, date_of_service_end, denied, is_duplicate, denied_amount, denial_group, denial_carc, denial_rarc, denial_reason, imbalance)
    select ${slice.organizationId}, ${id}, l."lineNumber", l."controlNumber", l."qualifier", l."procedureCode", l."revenueCode", ${texts('l."modifiers"')}, ${cents('l."charge"')},
           ${cents('l."paid"')}, ${cents('l."allowed"')}, l."units", l."serviceDate", l."serviceDateEnd", (v->>'denied')::boolean, (v->>'duplicate')::boolean,
           (v->>'deniedAmount')::numeric / 100, v->>'group', v->>'carc', v->>'rarc', v->>'reason', ${cents('l."imbalance"')}
    from staging_records s
    cross join lateral jsonb_to_recordset(s.body->'lines') as l(
      "lineNumber" int, "controlNumber" text, "qualifier" text, "procedureCode" text, "revenueCode" text, "modifiers" jsonb, "charge" bigint, "paid" bigint, "allowed" bigint,
      "units" numeric, "serviceDate" date, "serviceDateEnd" date, "verdict" jsonb, "imbalance" bigint)
    cross join lateral (select l."verdict" as v) as verdict
    where ${staged(slice, 'decision')} and s.claim_id is not null`)
  await tx.run(sql`
    with level as (
      select ${id} as id, 0 as line_number, s.body->'adjustments' as adjustments ${decisions} and jsonb_array_length(s.body->'adjustments') > 0
      union all
      select ${id}, (l->>'lineNumber')::int, l->'adjustments' from staging_records s cross join lateral jsonb_array_elements(s.body->'lines') l
      where ${staged(slice, 'decision')} and s.claim_id is not null
    )
    insert into adjustments (organization_id, adjudication_id, line_number, position, group_code, carc, amount, quantity)
    select ${slice.organizationId}, level.id, level.line_number, a.position, a.item->>'group', a.item->>'carc', (a.item->>'amount')::numeric / 100, (a.item->>'quantity')::numeric
    from level cross join lateral jsonb_array_elements(level.adjustments) with ordinality as a(item, position)`)
  await tx.run(sql`
    with remark as (
      select ${id} as id, 0 as line_number, r.position, r.item->>'source' as source, r.item->>'code' as code
      from staging_records s cross join lateral jsonb_array_elements(s.body->'remarks') with ordinality as r(item, position) where ${staged(slice, 'decision')} and s.claim_id is not null
      union all
      select ${id}, (l->>'lineNumber')::int, r.position, 'LQ', r.code
      from staging_records s cross join lateral jsonb_array_elements(s.body->'lines') l cross join lateral jsonb_array_elements_text(l->'remarks') with ordinality as r(code, position)
      where ${staged(slice, 'decision')} and s.claim_id is not null
    )
    insert into adjudication_remarks (organization_id, adjudication_id, line_number, position, source, rarc)
    select ${slice.organizationId}, id, line_number, position, source, code from remark`)
  return written
}
