import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { cents, controlNumber, staged, texts, type Slice } from './slice.ts'

/**
 * Finds the claim that each staged decision decides. A source that names claims is taken at its word. Otherwise the patient control number
 * (CLP01) decides, and what else `isOneClaim` asks for; what matches nothing becomes a claim known by its remittance alone, which the
 * decisions after it in the file may match. Decisions without a control number are claims of their own.
 */
export async function matchDecisions(tx: TenantTransaction, slice: Slice): Promise<{ created: number; unmatched: number }> {
  await tx.run(
    sql`update staging_records s set claim_id = c.id from claims c where ${staged(slice, 'decision')} and c.organization_id = ${slice.organizationId} and c.id = s.body->>'claimId'`,
  )
  await tx.run(matchByControlNumber(slice))
  let created = 0
  // A decision can be like a second one and unlike the claim that the second one matches: it is found unmatched again and makes its own.
  for (;;) {
    const founded = await tx.run(claimsFromDecisions(slice))
    if (founded === 0) break
    created += founded
    await tx.run(linesFromDecisions(slice))
    await tx.run(sql`update staging_records s set claim_id = c.id from claims c
      where ${staged(slice, 'decision')} and s.claim_id is null and c.organization_id = ${slice.organizationId} and c.id = ${ownClaimId(slice)}`)
    await tx.run(matchByControlNumber(slice))
  }
  const left = await tx.row<{ unmatched: number }>(
    sql`select count(*) as unmatched from staging_records s where ${staged(slice, 'decision')} and s.claim_id is null`,
  )
  return { created, unmatched: left?.unmatched ?? 0 }
}

const ownClaimId = (slice: Slice): SQL => sql`'C' || ${slice.importId}::text || '-' || s.seq`

/** What a decision says of the claim that it decides. */
const told = sql`
  ${controlNumber} as patient_control_number, nullif(s.body->>'payerControlNumber', '') as payer_control_number,
  s.body->>'payerId' as payer_id, s.body->'patient'->>'memberId' as member_id, (s.body->>'serviceDate')::date as date_of_service,
  abs((s.body->>'charge')::numeric) / 100 as billed_amount`

/**
 * Whether `a` and `b`, of one patient control number, tell of one claim; both have the columns of `told`. The payer's control number settles
 * it where it is the same. Where both have one and they differ (a corrected claim has a new one, a second payer its own), the charge must be
 * the same, and the member too as far as one payer names it. The day of service must be the same; where one side has none, the charge must.
 */
const isOneClaim = (a: string, b: string): SQL =>
  sql.raw(`(
    coalesce(${a}.payer_control_number = ${b}.payer_control_number, false)
    or case when ${a}.payer_control_number <> ${b}.payer_control_number
         then ${a}.billed_amount = ${b}.billed_amount and (${a}.payer_id is distinct from ${b}.payer_id or coalesce(${a}.member_id = ${b}.member_id, true)) else true end
       and coalesce(${a}.date_of_service = ${b}.date_of_service, ${a}.billed_amount = ${b}.billed_amount))`)

const unmatched = (slice: Slice): SQL => sql`${staged(slice, 'decision')} and s.claim_id is null and s.body->>'claimId' is null`

const matchByControlNumber = (slice: Slice): SQL => sql`
  update staging_records t set claim_id = m.claim_id
  from (
    select d.seq, (
      select c.id from claims c
      where c.organization_id = ${slice.organizationId} and c.patient_control_number = d.patient_control_number and ${isOneClaim('c', 'd')}
      order by (c.payer_control_number is not distinct from d.payer_control_number) desc, (c.date_of_service is not distinct from d.date_of_service) desc,
               (c.billed_amount = d.billed_amount) desc, (c.member_id is not distinct from d.member_id) desc, c.id
      limit 1) as claim_id
    from (select s.seq, ${told} from staging_records s where ${unmatched(slice)}) d
  ) m
  where t.organization_id = ${slice.organizationId} and t.import_id = ${slice.importId} and t.seq = m.seq and m.claim_id is not null`

/** One new claim for each unmatched decision that none before it in the slice tells of: a reversal and its correction are one claim. */
const claimsFromDecisions = (slice: Slice): SQL => sql`
  insert into claims (organization_id, id, import_id, patient_control_number, payer_control_number, payer_id, provider_id, rendering_provider_id, frequency_code,
    patient_name, patient_dob, patient_sex, member_id, member_group_id, date_of_service, date_of_service_end, submission_date, submission_basis, place_of_service,
    billed_amount, procedure_codes, modifiers, use, line_count)
  with unmatched as materialized (
    select s.seq, s.body, ${ownClaimId(slice)} as id, ${told}, s.body->'patient' as patient, (s.body->>'serviceDateEnd')::date as service_end, (s.body->>'receivedOn')::date as received
    from staging_records s where ${unmatched(slice)}
  )
  select ${slice.organizationId}, id, ${slice.importId}, patient_control_number, payer_control_number, payer_id, body->>'providerId', body->>'renderingProviderId', body->>'frequencyCode',
    patient->>'name', (patient->>'dateOfBirth')::date, patient->>'sex', member_id, patient->>'groupId', date_of_service, service_end,
    coalesce(received, service_end, date_of_service), case when received is not null then 'payer_received' when date_of_service is not null then 'service_date' end,
    body->>'facilityCode', billed_amount,
    coalesce((select array_agg(distinct l->>'procedureCode') filter (where l->>'procedureCode' is not null) from jsonb_array_elements(body->'lines') l), '{}'),
    coalesce((select array_agg(distinct m) from jsonb_array_elements(body->'lines') l cross join lateral jsonb_array_elements_text(l->'modifiers') m), '{}'),
    case body->>'decisionKind' when 'predetermination' then 'predetermination' else 'claim' end, jsonb_array_length(body->'lines')
  from unmatched d
  where not exists (
    select from unmatched earlier where earlier.patient_control_number = d.patient_control_number and earlier.seq < d.seq and ${isOneClaim('earlier', 'd')})`

const linesFromDecisions = (slice: Slice): SQL => sql`
  insert into claim_line_items (organization_id, claim_id, line_number, import_id, control_number, procedure_code, revenue_code, modifiers, units, date_of_service, date_of_service_end, billed_amount)
  select ${slice.organizationId}, c.id, l."lineNumber", ${slice.importId}, l."controlNumber", l."procedureCode", l."revenueCode", ${texts('l."modifiers"')}, l."units",
         coalesce(l."serviceDate", c.date_of_service), l."serviceDateEnd", abs(${cents('l."charge"')})
  from staging_records s
  join claims c on c.organization_id = ${slice.organizationId} and c.id = ${ownClaimId(slice)}
  cross join lateral jsonb_to_recordset(s.body->'lines') as l(
    "lineNumber" int, "controlNumber" text, "procedureCode" text, "revenueCode" text, "modifiers" jsonb, "units" numeric, "serviceDate" date, "serviceDateEnd" date, "charge" bigint)
  where ${staged(slice, 'decision')} and s.claim_id is null`
