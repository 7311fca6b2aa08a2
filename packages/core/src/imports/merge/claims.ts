import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { cents, staged, texts, type Slice } from './slice.ts'

/** One staged ClaimRecord as columns of `claims`, in the order of RECEIVED. */
const claimSource = (slice: Slice): SQL => sql`
  select ${slice.organizationId}::int as organization_id, coalesce(r."id", 'C' || ${slice.importId}::text || '-' || s.seq) as id, ${slice.importId}::bigint as import_id,
         r."patientControlNumber" as patient_control_number, r."payerId" as payer_id, r."providerId" as provider_id, r."renderingProviderId" as rendering_provider_id,
         r."claimType" as claim_type, r."use" as use, r."frequencyCode" as frequency_code,
         r."patient"->>'name' as patient_name, (r."patient"->>'dateOfBirth')::date as patient_dob, r."patient"->>'sex' as patient_sex,
         r."patient"->>'memberId' as member_id, r."patient"->>'groupId' as member_group_id,
         r."serviceDate" as date_of_service, r."serviceDateEnd" as date_of_service_end,
         coalesce(r."submissionDate", r."serviceDateEnd", r."serviceDate") as submission_date,
         case when r."submissionDate" is not null then 'stated' when r."serviceDate" is not null then 'service_date' end as submission_basis,
         r."placeOfService" as place_of_service, ${cents('r."billed"')} as billed_amount,
         ${texts('r."procedureCodes"')} as procedure_codes, ${texts('r."diagnosisCodes"')} as diagnosis_codes, ${texts('r."modifiers"')} as modifiers,
         ${texts('r."policyIds"')} as policy_ids, r."priorAuthorization" as prior_authorization, r."reportedStatus" as reported_status,
         r."reportedReason" as reported_reason, r."extra" as extra, jsonb_array_length(r."lines") as line_count, s.seq
  from staging_records s cross join lateral jsonb_to_record(s.body) as r(
    "id" text, "patientControlNumber" text, "payerId" text, "providerId" text, "renderingProviderId" text, "claimType" text, "use" text, "frequencyCode" text,
    "patient" jsonb, "serviceDate" date, "serviceDateEnd" date, "submissionDate" date, "placeOfService" text, "billed" bigint, "procedureCodes" jsonb,
    "diagnosisCodes" jsonb, "modifiers" jsonb, "policyIds" jsonb, "priorAuthorization" text, "reportedStatus" text, "reportedReason" text, "extra" jsonb, "lines" jsonb)
  where ${staged(slice, 'claim')}`

const RECEIVED = [
  'patient_control_number',
  'payer_id',
  'provider_id',
  'rendering_provider_id',
  'claim_type',
  'use',
  'frequency_code',
  'patient_name',
  'patient_dob',
  'patient_sex',
  'member_id',
  'member_group_id',
  'date_of_service',
  'date_of_service_end',
  'submission_date',
  'submission_basis',
  'place_of_service',
  'billed_amount',
  'procedure_codes',
  'diagnosis_codes',
  'modifiers',
  'policy_ids',
  'prior_authorization',
  'reported_status',
  'reported_reason',
  'extra',
]
const RECEIVED_OF_LINE = [
  'control_number',
  'procedure_code',
  'revenue_code',
  'modifiers',
  'diagnosis_codes',
  'place_of_service',
  'units',
  'units_type',
  'ndc_code',
  'date_of_service',
  'date_of_service_end',
  'billed_amount',
  'rendering_provider_id',
  'edits_fired',
  'policies_triggered',
  'extra',
]
const prefixed =
  (columns: readonly string[]) =>
  (prefix = '') =>
    sql.raw(columns.map((column) => prefix + column).join(', '))
const list = prefixed(RECEIVED)
const lineList = prefixed(RECEIVED_OF_LINE)

/** New claims with their lines and appeals. A claim whose id is there already is left alone: see updateClaims. Returns how many are new. */
export async function insertClaims(tx: TenantTransaction, slice: Slice): Promise<number> {
  const inserted = await tx.run(sql`
    insert into claims (organization_id, id, import_id, ${list()}, line_count)
    select distinct on (id) organization_id, id, import_id, ${list()}, line_count from (${claimSource(slice)}) as source order by id, seq desc
    on conflict (organization_id, id) do nothing`)
  await tx.run(sql`
    update staging_records s set claim_id = coalesce(s.body->>'id', 'C' || ${slice.importId}::text || '-' || s.seq) where ${staged(slice, 'claim')}`)
  await tx.run(lines(slice, sql`and c.import_id = ${slice.importId}`))
  await tx.run(appeals(slice, sql`and c.import_id = ${slice.importId}`))
  return inserted
}

/** Claims that were known and say something else now. Returns how many changed. Runs when the file becomes visible. */
export async function updateClaims(tx: TenantTransaction, slice: Slice): Promise<number> {
  const changed = await tx.run(sql`
    update claims c set (${list()}) = row(${list('source.')})
    from (select distinct on (id) * from (${claimSource(slice)}) as every order by id, seq desc) as source
    where c.organization_id = source.organization_id and c.id = source.id and c.import_id <> ${slice.importId}
      and (${list('c.')}) is distinct from (${list('source.')})`)
  const known = sql`and c.import_id <> ${slice.importId}`
  await tx.run(lines(slice, known))
  await tx.run(appeals(slice, known))
  return changed
}

/** The columns of a line stand in the order of RECEIVED_OF_LINE. */
const lines = (slice: Slice, which: SQL): SQL => sql`
  insert into claim_line_items as known (organization_id, claim_id, line_number, import_id, ${lineList()})
  select ${slice.organizationId}, c.id, l."lineNumber", c.import_id, l."controlNumber", l."procedureCode", l."revenueCode", ${texts('l."modifiers"')}, ${texts('l."diagnosisCodes"')},
         l."placeOfService", l."units", l."unitsType", l."ndcCode", coalesce(l."serviceDate", c.date_of_service), l."serviceDateEnd", ${cents('l."billed"')},
         l."renderingProviderId", ${texts('l."editsFired"')}, ${texts('l."policiesTriggered"')}, l."extra"
  from staging_records s
  join claims c on c.organization_id = ${slice.organizationId} and c.id = s.claim_id
  cross join lateral jsonb_to_recordset(s.body->'lines') as l(
    "lineNumber" int, "controlNumber" text, "procedureCode" text, "revenueCode" text, "modifiers" jsonb, "diagnosisCodes" jsonb, "placeOfService" text, "units" numeric,
    "unitsType" text, "ndcCode" text, "serviceDate" date, "serviceDateEnd" date, "billed" bigint, "renderingProviderId" text, "editsFired" jsonb, "policiesTriggered" jsonb, "extra" jsonb)
  where ${staged(slice, 'claim')} ${which}
  on conflict (organization_id, claim_id, line_number) do update set (${lineList()}) = row(${lineList('excluded.')})
  where (${lineList('known.')}) is distinct from (${lineList('excluded.')})`

/** An export that leaves the day or the deadline of an appeal out does not take back what an earlier one, or a person, said. */
const appeals = (slice: Slice, which: SQL): SQL => sql`
  insert into claim_appeals as known (organization_id, claim_id, level, import_id, appeal_date, deadline, outcome, decided_on, recovered_amount, reported_status)
  select ${slice.organizationId}, c.id, a."level", ${slice.importId}, a."filedOn", a."deadline", a."outcome", a."decidedOn", ${cents('a."recovered"')}, a."reportedStatus"
  from staging_records s
  join claims c on c.organization_id = ${slice.organizationId} and c.id = s.claim_id
  cross join lateral jsonb_to_recordset(s.body->'appeals') as a(
    "level" int, "filedOn" date, "deadline" date, "outcome" text, "decidedOn" date, "recovered" bigint, "reportedStatus" text)
  where ${staged(slice, 'claim')} ${which}
  on conflict (organization_id, claim_id, level) do update set appeal_date = coalesce(excluded.appeal_date, known.appeal_date),
    deadline = coalesce(excluded.deadline, known.deadline), outcome = excluded.outcome, decided_on = excluded.decided_on,
    recovered_amount = excluded.recovered_amount, reported_status = excluded.reported_status
  where known.closed_by is null and (known.appeal_date, known.deadline, known.outcome, known.decided_on, known.recovered_amount, known.reported_status)
    is distinct from (coalesce(excluded.appeal_date, known.appeal_date), coalesce(excluded.deadline, known.deadline), excluded.outcome, excluded.decided_on,
      excluded.recovered_amount, excluded.reported_status)`
