import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { cents, rowId, staged, texts, type Slice } from './slice.ts'

/**
 * Finds the claim that each staged decision decides. A source that names claims is taken at its word. Otherwise the patient control number
 * (CLP01) decides, with the payer's control number or the service date agreeing; what matches nothing becomes a claim known by its
 * remittance alone. Decisions without a control number are claims of their own.
 */
export async function matchDecisions(tx: TenantTransaction, slice: Slice): Promise<{ created: number; unmatched: number }> {
  await tx.run(
    sql`update staging_records s set claim_id = c.id from claims c where ${staged(slice, 'decision')} and c.organization_id = ${slice.organizationId} and c.id = s.body->>'claimId'`,
  )
  await tx.run(matchByControlNumber(slice))
  const created = await tx.run(claimsFromDecisions(slice))
  await tx.run(linesFromDecisions(slice))
  await tx.run(sql`update staging_records s set claim_id = c.id from claims c
    where ${staged(slice, 'decision')} and s.claim_id is null and c.organization_id = ${slice.organizationId} and c.id = ${ownClaimId(slice)}`)
  await tx.run(matchByControlNumber(slice))
  const left = await tx.row<{ unmatched: number }>(
    sql`select count(*) as unmatched from staging_records s where ${staged(slice, 'decision')} and s.claim_id is null`,
  )
  return { created, unmatched: left?.unmatched ?? 0 }
}

const ownClaimId = (slice: Slice): SQL => sql`'C' || ${slice.importId}::text || '-' || s.seq`
const controlNumber = sql`nullif(nullif(trim(s.body->>'patientControlNumber'), ''), '0')`

const matchByControlNumber = (slice: Slice): SQL => sql`
  update staging_records t set claim_id = m.claim_id
  from (
    select s.seq, (
      select c.id from claims c
      where c.organization_id = ${slice.organizationId} and c.patient_control_number = ${controlNumber}
        and (c.payer_control_number = s.body->>'payerControlNumber' or c.date_of_service is null or s.body->>'serviceDate' is null
             or c.date_of_service = (s.body->>'serviceDate')::date)
      order by (c.payer_control_number is not distinct from s.body->>'payerControlNumber') desc,
               (c.date_of_service is not distinct from (s.body->>'serviceDate')::date) desc,
               (c.billed_amount = abs((s.body->>'charge')::numeric) / 100) desc, c.id
      limit 1) as claim_id
    from staging_records s where ${staged(slice, 'decision')} and s.claim_id is null and s.body->>'claimId' is null
  ) m
  where t.organization_id = ${slice.organizationId} and t.import_id = ${slice.importId} and t.seq = m.seq and m.claim_id is not null`

/** One new claim for the unmatched decisions that share control number and service date: a reversal and its correction are one claim. */
const claimsFromDecisions = (slice: Slice): SQL => sql`
  insert into claims (organization_id, id, import_id, patient_control_number, payer_control_number, payer_id, provider_id, rendering_provider_id, frequency_code,
    patient_name, patient_dob, patient_sex, member_id, member_group_id, date_of_service, date_of_service_end, submission_date, submission_basis, place_of_service,
    billed_amount, procedure_codes, modifiers, use, line_count)
  select distinct on (coalesce(control_number, seq::text), service_date)
    ${slice.organizationId}, id, ${slice.importId}, control_number, payer_control_number, payer_id, provider_id, rendering_provider_id, frequency_code,
    patient->>'name', (patient->>'dateOfBirth')::date, patient->>'sex', patient->>'memberId', patient->>'groupId', service_date, service_end,
    coalesce(received, service_end, service_date), case when received is not null then 'payer_received' when service_date is not null then 'service_date' end, facility,
    billed, coalesce((select array_agg(distinct l->>'procedureCode') filter (where l->>'procedureCode' is not null) from jsonb_array_elements(lines) l), '{}'),
    coalesce((select array_agg(distinct m) from jsonb_array_elements(lines) l cross join lateral jsonb_array_elements_text(l->'modifiers') m), '{}'),
    case decision_kind when 'predetermination' then 'predetermination' else 'claim' end, jsonb_array_length(lines)
  from (
    select s.seq, ${ownClaimId(slice)} as id, ${controlNumber} as control_number, s.body->>'payerControlNumber' as payer_control_number, s.body->>'payerId' as payer_id,
           s.body->>'providerId' as provider_id, s.body->>'renderingProviderId' as rendering_provider_id, s.body->>'frequencyCode' as frequency_code, s.body->'patient' as patient,
           (s.body->>'serviceDate')::date as service_date, (s.body->>'serviceDateEnd')::date as service_end, (s.body->>'receivedOn')::date as received,
           s.body->>'facilityCode' as facility, abs((s.body->>'charge')::numeric) / 100 as billed, s.body->'lines' as lines, s.body->>'decisionKind' as decision_kind
    from staging_records s where ${staged(slice, 'decision')} and s.claim_id is null and s.body->>'claimId' is null
  ) as unmatched
  order by coalesce(control_number, seq::text), service_date, seq`

const linesFromDecisions = (slice: Slice): SQL => sql`
  insert into claim_line_items (organization_id, claim_id, line_number, import_id, control_number, procedure_code, revenue_code, modifiers, units, date_of_service, date_of_service_end, billed_amount)
  select ${slice.organizationId}, c.id, l."lineNumber", ${slice.importId}, l."controlNumber", l."procedureCode", l."revenueCode", ${texts('l."modifiers"')}, l."units",
         coalesce(l."serviceDate", c.date_of_service), l."serviceDateEnd", abs(${cents('l."charge"')})
  from staging_records s
  join claims c on c.organization_id = ${slice.organizationId} and c.id = ${ownClaimId(slice)}
  cross join lateral jsonb_to_recordset(s.body->'lines') as l(
    "lineNumber" int, "controlNumber" text, "procedureCode" text, "revenueCode" text, "modifiers" jsonb, "units" numeric, "serviceDate" date, "serviceDateEnd" date, "charge" bigint)
  where ${staged(slice, 'decision')} and s.claim_id is null`

/** Sources that name their claims tell the same decision again at every export; once is enough. The staged copy becomes `known`. */
export async function dropKnownDecisions(tx: TenantTransaction, slice: Slice): Promise<number> {
  return tx.run(sql`
    update staging_records s set kind = 'known' from adjudications a
    where ${staged(slice, 'decision')} and s.body->>'claimId' is not null and s.body->>'remittance' is null
      and a.organization_id = ${slice.organizationId} and a.claim_id = s.claim_id and a.import_id <> ${slice.importId} and a.remittance_id is null
      and (a.kind, a.decided_on, a.charge_amount, a.paid_amount, a.reported_reason)
        is not distinct from (s.body->>'decisionKind', (s.body->>'decidedOn')::date, (s.body->>'charge')::numeric / 100, (s.body->>'paid')::numeric / 100, s.body->>'reportedReason')`)
}

/** The facts of each decision: adjudication, its lines, adjustments and remarks. Returns how many adjudications were written. */
export async function insertDecisions(tx: TenantTransaction, slice: Slice): Promise<number> {
  const id = rowId(slice.importId, sql`s.seq`)
  const decisions = sql`from staging_records s where ${staged(slice, 'decision')} and s.claim_id is not null`
  const written = await tx.run(sql`
    insert into adjudications (organization_id, id, import_id, claim_id, remittance_id, payer_id, kind, payer_rank, status_code, decided_on, charge_amount, paid_amount,
      patient_responsibility, allowed_amount, payer_control_number, claim_filing_code, facility_code, frequency_code, outcome, is_duplicate, denied, denied_amount,
      denial_group, denial_carc, denial_rarc, denial_reason, reported_reason, imbalance)
    select ${slice.organizationId}, ${id}, ${slice.importId}, s.claim_id, ${rowId(slice.importId, sql`r."remittance"`)}, r."payerId", r."decisionKind", r."payerRank", r."statusCode",
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
