import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import type { ExpectedClaim } from './expected-claim.ts'

/** The claims of a batch that are in the database, summed by what they reported and what was made of it. Amounts in cents. */
export interface ClaimSums {
  status: string | null
  reason: string | null
  outcome: string
  denialReason: string | null
  claims: number
  billed: number
  paid: number
  /** Claims that count in our rates: decided, and more than a duplicate's denial. */
  adjudicated: number
  denied: number
  lines: number
  linesBilled: number
  appeals: number
}

export function sumsOf(db: TenantDatabase, ids: readonly string[]): Promise<ClaimSums[]> {
  return db.rows<ClaimSums>(sql`
    select c.reported_status as status, c.reported_reason as reason, coalesce(c.initial_outcome, 'pending') as outcome, c.denial_reason as "denialReason", count(*) as claims,
           (sum(c.billed_amount) * 100)::bigint as billed, (sum(c.paid_amount) * 100)::bigint as paid,
           count(*) filter (where c.initial_outcome is not null and not c.is_duplicate) as adjudicated,
           count(*) filter (where c.initial_outcome = 'denied' and not c.is_duplicate) as denied,
           coalesce(sum(l.lines), 0)::bigint as lines, coalesce(sum(l.billed) * 100, 0)::bigint as "linesBilled", coalesce(sum(a.appeals), 0)::bigint as appeals
    from claims c
    left join lateral (select count(*) as lines, sum(billed_amount) as billed from claim_line_items l where l.organization_id = ${db.organizationId} and l.claim_id = c.id) l on true
    left join lateral (select count(*) as appeals from claim_appeals a where a.organization_id = ${db.organizationId} and a.claim_id = c.id) a on true
    where c.organization_id = ${db.organizationId} and c.id = any(${sql.param(ids)}::text[])
    group by 1, 2, 3, 4`)
}

/** Fields of the export (left) and where they stand here. A submission date that the export does not state is an estimate of ours. */
const FIELDS: Record<string, string> = {
  providerId: 'c.provider_id',
  dateOfService: 'c.date_of_service::text',
  submissionDate: `case when c.submission_basis = 'stated' then c.submission_date::text end`,
  processingDate: `coalesce(c.processing_date::text, c.extra->>'processingDate')`,
  patientName: 'c.patient_name',
  patientDOB: 'c.patient_dob::text',
  patientSex: 'c.patient_sex',
  memberId: 'c.member_id',
  memberGroupId: 'c.member_group_id',
  priorAuthNumber: 'c.prior_authorization',
  claimType: 'c.claim_type',
  appealStatus:
    '(select coalesce(a.reported_status, a.outcome) from claim_appeals a where a.organization_id = c.organization_id and a.claim_id = c.id and a.level = 1)',
}
const LISTS: Record<string, string> = { procedureCodes: 'procedure_codes', diagnosisCodes: 'diagnosis_codes', modifiers: 'modifiers', policyIds: 'policy_ids' }

/** Claims of the batch that are not in the database (no fields) or otherwise there (the fields that differ). */
export function claimMismatches(db: TenantDatabase, claims: readonly ExpectedClaim[]): Promise<{ id: string; fields: string[] | null }[]> {
  const differs = [
    `case when e.billed <> (c.billed_amount * 100)::bigint then 'billedAmount' end`,
    `case when e.paid <> (c.paid_amount * 100)::bigint then 'paidAmount' end`,
    `case when e.status is distinct from c.reported_status then 'status' end`,
    `case when e.reason is distinct from c.reported_reason then 'denialReason' end`,
    ...Object.entries(FIELDS).map(([field, here]) => `case when e.fields->>'${field}' is distinct from ${here} then '${field}' end`),
    ...Object.entries(LISTS).map(([field, here]) => `case when e.fields->'${field}' is distinct from to_jsonb(c.${here}) then '${field}' end`),
  ]
  return db.rows(sql`
    select id, fields from (
      select e.id, case when c.id is not null then array_remove(array[${sql.raw(differs.join(', '))}], null) end as fields
      from json_to_recordset(${JSON.stringify(claims)}::json) as e(id text, status text, reason text, billed bigint, paid bigint, fields jsonb)
      left join lateral (select * from claims c where c.organization_id = ${db.organizationId} and c.id = e.id limit 1) as c on true
    ) as compared
    where fields is null or fields <> '{}'
    order by id`)
}
