import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { cents, staged, texts, type Slice } from './slice.ts'

/**
 * Claims that were there and are told again: a later export, the submission of a claim known by its remittance alone, the decision that tells it
 * while there is none (`retells`), the other part of a claim that two files share. What a part leaves null, empty or 0.00, the claim keeps.
 */

const columns = {
  patient_control_number: 'text',
  payer_control_number: 'number',
  payer_id: 'text',
  provider_id: 'text',
  rendering_provider_id: 'text',
  claim_type: 'text',
  use: 'text',
  frequency_code: 'text',
  patient_name: 'text',
  patient_dob: 'date',
  patient_sex: 'text',
  member_id: 'text',
  member_group_id: 'text',
  date_of_service: 'date',
  date_of_service_end: 'date',
  submission_date: 'submission',
  submission_basis: 'submission',
  place_of_service: 'text',
  billed_amount: 'amount',
  procedure_codes: 'list',
  diagnosis_codes: 'list',
  modifiers: 'list',
  policy_ids: 'list',
  prior_authorization: 'text',
  referral_number: 'text',
  referring_provider_id: 'text',
  submitter: 'text',
  subscriber_name: 'text',
  subscriber_relationship: 'text',
  reported_status: 'text',
  reported_reason: 'text',
  extra: 'object',
} as const
const lineColumns = {
  control_number: 'text',
  procedure_code: 'text',
  revenue_code: 'text',
  modifiers: 'list',
  diagnosis_codes: 'list',
  place_of_service: 'text',
  units: 'text',
  units_type: 'text',
  ndc_code: 'text',
  date_of_service: 'date',
  date_of_service_end: 'date',
  billed_amount: 'amount',
  rendering_provider_id: 'text',
  edits_fired: 'list',
  policies_triggered: 'list',
  extra: 'object',
} as const
/** Columns of a claim, and of its lines, that a source says; `undo` puts them back. */
export const receivedColumns = Object.keys(columns)
export const receivedLineColumns = Object.keys(lineColumns)

type Kind = (typeof columns)[keyof typeof columns]

const list = (names: readonly string[], prefix = '') => sql.raw(names.map((name) => prefix + name).join(', '))

/** The value that a part leaves: its own where it says one, else what was there. The payer's number is kept by whole claims too: few say it. */
function kept([name, kind]: [string, Kind], mine: string, theirs: string): string {
  const [own, other] = [`${mine}.${name}`, `${theirs}.${name}`]
  if (kind === 'list') return `case when ${own} = '{}' then ${other} else ${own} end`
  if (kind === 'amount') return `case when ${own} = 0 then ${other} else ${own} end`
  if (kind === 'object') return `${other} || ${own}`
  // A stated day of submission is never given up for one that is only estimated.
  if (kind === 'submission') return `case when ${mine}.submission_basis = 'stated' or ${theirs}.submission_basis is null then ${own} else ${other} end`
  return `coalesce(${own}, ${other})`
}

const keptOf = (of: Record<string, Kind>, mine: string, theirs: string, isPart: string) =>
  sql.raw(
    Object.entries(of)
      .map((column) =>
        column[1] === 'number' ? kept(column, mine, theirs) : `case when ${isPart} then ${kept(column, mine, theirs)} else ${mine}.${column[0]} end`,
      )
      .join(', '),
  )

const claimSource = (slice: Slice): SQL => sql`
  select distinct on (s.claim_id) s.claim_id as id, coalesce((s.body->>'isPart')::boolean, false) as is_part,
         coalesce((s.body->>'retells')::boolean, false) as retells,
         nullif(nullif(trim(r."patientControlNumber"), ''), '0') as patient_control_number, r."payerControlNumber" as payer_control_number, r."payerId" as payer_id, r."providerId" as provider_id, r."renderingProviderId" as rendering_provider_id,
         r."claimType" as claim_type, r."use" as use, r."frequencyCode" as frequency_code,
         r."patient"->>'name' as patient_name, (r."patient"->>'dateOfBirth')::date as patient_dob, r."patient"->>'sex' as patient_sex,
         r."patient"->>'memberId' as member_id, r."patient"->>'groupId' as member_group_id,
         r."serviceDate" as date_of_service, r."serviceDateEnd" as date_of_service_end,
         coalesce(r."submissionDate", r."serviceDateEnd", r."serviceDate") as submission_date,
         case when (s.body->>'retells')::boolean then s.body->>'submissionBasis' when r."submissionDate" is not null then 'stated' when r."serviceDate" is not null then 'service_date' end as submission_basis,
         r."placeOfService" as place_of_service, ${cents('r."billed"')} as billed_amount,
         ${texts('r."procedureCodes"')} as procedure_codes, ${texts('r."diagnosisCodes"')} as diagnosis_codes, ${texts('r."modifiers"')} as modifiers,
         ${texts('r."policyIds"')} as policy_ids, r."priorAuthorization" as prior_authorization, r."referralNumber" as referral_number,
         r."referringProviderId" as referring_provider_id, r."submitter" as submitter, r."subscriber"->>'name' as subscriber_name,
         r."subscriber"->>'relationship' as subscriber_relationship, r."reportedStatus" as reported_status, r."reportedReason" as reported_reason, r."extra" as extra
  from staging_records s cross join lateral jsonb_to_record(s.body) as r(
    "patientControlNumber" text, "payerControlNumber" text, "payerId" text, "providerId" text, "renderingProviderId" text, "claimType" text, "use" text, "frequencyCode" text,
    "patient" jsonb, "serviceDate" date, "serviceDateEnd" date, "submissionDate" date, "placeOfService" text, "billed" bigint, "procedureCodes" jsonb,
    "diagnosisCodes" jsonb, "modifiers" jsonb, "policyIds" jsonb, "priorAuthorization" text, "referralNumber" text, "referringProviderId" text, "submitter" text,
    "subscriber" jsonb, "reportedStatus" text, "reportedReason" text, "extra" jsonb)
  where ${staged(slice, 'claim')} order by s.claim_id, s.seq desc`

/** Brings the claims of the slice up to date: `which` are those of the import itself, or those that were there before. Returns how many changed. */
export async function applyChanges(tx: TenantTransaction, slice: Slice, which: 'own' | 'earlier'): Promise<number> {
  const those = which === 'own' ? sql`c.import_id = ${slice.importId}` : sql`c.import_id <> ${slice.importId}`
  const changed = await tx.run(sql`
    update claims c set (${list(receivedColumns)}) = row(${keptOf(columns, 'source', 'c', 'source.is_part')}), is_submitted = c.is_submitted or not source.retells,
      voided_on = case when not c.is_submitted and not source.retells and source.frequency_code = '8' then coalesce(source.submission_date, ${importDay(slice)}) else c.voided_on end
    from (${claimSource(slice)}) as source
    where c.organization_id = ${slice.organizationId} and c.id = source.id and ${those}
      and (not c.is_submitted or (${list(receivedColumns, 'c.')}) is distinct from (${keptOf(columns, 'source', 'c', 'source.is_part')}))`)
  await tx.run(lines(slice, sql`${those} and not coalesce((s.body->>'isPart')::boolean, false)`, list(receivedLineColumns, 'excluded.')))
  await tx.run(lines(slice, sql`${those} and (s.body->>'isPart')::boolean`, keptOf(lineColumns, 'excluded', 'known', 'true')))
  await tx.run(appeals(slice, those))
  await tx.run(payers(slice, those))
  return changed
}

/** A void that tells no day at all, neither its own nor one of service, counts for the day of its import: a claim that was taken back is never shown as open. */
const importDay = ({ organizationId, importId }: Slice): SQL =>
  sql`(select (i.started_at at time zone 'UTC')::date from imports i where i.organization_id = ${organizationId} and i.id = ${importId})`

/** A claim that a submission of frequency 8 took back. */
export async function applyVoids(tx: TenantTransaction, slice: Slice): Promise<number> {
  return tx.run(sql`
    update claims c set voided_on = coalesce((s.body->>'on')::date, c.submission_date, ${importDay(slice)}) from staging_records s
    where ${staged(slice, 'void')} and c.organization_id = ${slice.organizationId} and c.id = s.claim_id`)
}

/** Keeps claims of earlier imports as they are, before they are changed. */
export async function keepBefore(tx: TenantTransaction, { organizationId, importId }: Slice, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return
  const rows = (table: string, which: SQL = sql``) =>
    sql`(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from ${sql.raw(table)} x where x.organization_id = c.organization_id and x.claim_id = c.id ${which})`
  await tx.run(sql`
    insert into import_changes (organization_id, import_id, claim_id, before)
    select c.organization_id, ${importId}, c.id,
           jsonb_build_object('claim', to_jsonb(c), 'lines', ${rows('claim_line_items', sql`and x.import_id <> ${importId}`)}, 'appeals', ${rows('claim_appeals')}, 'payers', ${rows('claim_payers')},
             'decided', (select coalesce(jsonb_agg(jsonb_build_object('adjudication_id', l.adjudication_id, 'line_number', l.line_number, 'claim_line_number', l.claim_line_number)), '[]')
                         from adjudications a join adjudication_lines l on l.organization_id = a.organization_id and l.adjudication_id = a.id
                         where a.organization_id = c.organization_id and a.claim_id = c.id and a.import_id <> ${importId}))
    from claims c where c.organization_id = ${organizationId} and c.id = any(${sql.param(claimIds)}::text[]) and c.import_id <> ${importId}
    on conflict do nothing`)
}

const lines = (slice: Slice, which: SQL, values: SQL): SQL => sql`
  insert into claim_line_items as known (organization_id, claim_id, line_number, import_id, ${list(receivedLineColumns)})
  select distinct on (c.id, l."lineNumber") ${slice.organizationId}, c.id, l."lineNumber", c.import_id, l."controlNumber", l."procedureCode", l."revenueCode", ${texts('l."modifiers"')}, ${texts('l."diagnosisCodes"')},
         l."placeOfService", l."units", l."unitsType", l."ndcCode", coalesce(l."serviceDate", c.date_of_service), l."serviceDateEnd", ${cents('l."billed"')},
         l."renderingProviderId", ${texts('l."editsFired"')}, ${texts('l."policiesTriggered"')}, l."extra"
  from staging_records s
  join claims c on c.organization_id = ${slice.organizationId} and c.id = s.claim_id
  cross join lateral jsonb_to_recordset(s.body->'lines') as l(
    "lineNumber" int, "controlNumber" text, "procedureCode" text, "revenueCode" text, "modifiers" jsonb, "diagnosisCodes" jsonb, "placeOfService" text, "units" numeric,
    "unitsType" text, "ndcCode" text, "serviceDate" date, "serviceDateEnd" date, "billed" bigint, "renderingProviderId" text, "editsFired" jsonb, "policiesTriggered" jsonb, "extra" jsonb)
  where ${staged(slice, 'claim')} and ${which}
  order by c.id, l."lineNumber", s.seq desc
  on conflict (organization_id, claim_id, line_number) do update set (${list(receivedLineColumns)}) = row(${values})
  where (${list(receivedLineColumns, 'known.')}) is distinct from (${values})`

/** An export that leaves the day or the deadline of an appeal out does not take back what an earlier one, or a person, said. */
const appeals = (slice: Slice, which: SQL): SQL => sql`
  insert into claim_appeals as known (organization_id, claim_id, level, import_id, appeal_date, deadline, outcome, decided_on, recovered_amount, reported_status)
  select distinct on (c.id, a."level") ${slice.organizationId}, c.id, a."level", ${slice.importId}, a."filedOn", a."deadline", a."outcome", a."decidedOn", ${cents('a."recovered"')}, a."reportedStatus"
  from staging_records s
  join claims c on c.organization_id = ${slice.organizationId} and c.id = s.claim_id
  cross join lateral jsonb_to_recordset(s.body->'appeals') as a(
    "level" int, "filedOn" date, "deadline" date, "outcome" text, "decidedOn" date, "recovered" bigint, "reportedStatus" text)
  where ${staged(slice, 'claim')} and ${which}
  order by c.id, a."level", s.seq desc
  on conflict (organization_id, claim_id, level) do update set appeal_date = coalesce(excluded.appeal_date, known.appeal_date),
    deadline = coalesce(excluded.deadline, known.deadline), outcome = excluded.outcome, decided_on = excluded.decided_on,
    recovered_amount = excluded.recovered_amount, reported_status = excluded.reported_status
  where known.closed_by is null and (known.appeal_date, known.deadline, known.outcome, known.decided_on, known.recovered_amount, known.reported_status)
    is distinct from (coalesce(excluded.appeal_date, known.appeal_date), coalesce(excluded.deadline, known.deadline), excluded.outcome, excluded.decided_on,
      excluded.recovered_amount, excluded.reported_status)`

/** The first submission does not know yet what a payer paid; the one to the next payer does. */
const payers = (slice: Slice, which: SQL): SQL => sql`
  insert into claim_payers as known (organization_id, claim_id, rank, payer_id, member_id, member_group_id, claim_filing_code, paid_amount, paid_on)
  select distinct on (c.id, p."rank") ${slice.organizationId}, c.id, p."rank", p."payerId", p."memberId", p."groupId", p."filingCode", ${cents('p."paid"')}, p."paidOn"
  from staging_records s
  join claims c on c.organization_id = ${slice.organizationId} and c.id = s.claim_id
  cross join lateral jsonb_to_recordset(s.body->'payers') as p(
    "rank" text, "payerId" text, "memberId" text, "groupId" text, "filingCode" text, "paid" bigint, "paidOn" date)
  where ${staged(slice, 'claim')} and ${which}
  order by c.id, p."rank", s.seq desc
  on conflict (organization_id, claim_id, rank) do update set payer_id = coalesce(excluded.payer_id, known.payer_id), member_id = coalesce(excluded.member_id, known.member_id),
    member_group_id = coalesce(excluded.member_group_id, known.member_group_id), claim_filing_code = coalesce(excluded.claim_filing_code, known.claim_filing_code),
    paid_amount = coalesce(excluded.paid_amount, known.paid_amount), paid_on = coalesce(excluded.paid_on, known.paid_on)`
