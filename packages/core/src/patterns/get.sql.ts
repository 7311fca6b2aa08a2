import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import { isHit } from '../policies/choice.ts'
import type { PatternDetail } from './schemas.ts'

export interface WeekRow {
  week: string
  claims: number
  denied: number
  dollars: string
}

/** The pattern's daily rows by week (from Monday), every week of the window, also those without claims. */
export const weeksOf = (organizationId: number, id: string, { start, end }: DateWindow): SQL => sql`
  select w.week::date as week, coalesce(sum(d.claim_count), 0)::int as claims, coalesce(sum(d.denied_count), 0)::int as denied, coalesce(sum(d.dollars_denied), 0)::text as dollars
  from generate_series(date_trunc('week', ${start}::date::timestamp), ${end}::date::timestamp - interval '1 day', interval '7 days') as w(week)
  left join pattern_daily_metrics d
    on d.organization_id = ${organizationId} and d.pattern_id = ${id} and d.metric_date >= w.week::date and d.metric_date < w.week::date + 7 and d.metric_date < ${end}
  group by w.week order by w.week`

/** Condition on pattern_evidence `e`: evidence as an import gave it gives way to what the claim itself shows, once the claim is here. */
export const shownEvidence = (organizationId: number, id: string): SQL => sql`
  e.organization_id = ${organizationId} and e.pattern_id = ${id}
  and (e.origin = 'detected' or not exists (
    select from pattern_evidence own where own.organization_id = ${organizationId} and own.pattern_id = ${id} and own.origin = 'detected' and own.claim_reference = e.claim_reference))`

export type EvidenceRow = Omit<PatternDetail['evidence'][number], 'billedAmount'> & { billedAmount: string | null }

export const evidenceColumns = sql`
  e.claim_id as "claimId", e.claim_reference as "claimReference", e.line_number as "lineNumber", e.service_date as "serviceDate", e.denial_date as "denialDate",
  e.denial_reason as "denialReason", e.denial_carc as carc, e.denial_rarc as rarc, e.procedure_code as "procedureCode", e.modifiers, e.billed_amount as "billedAmount"`

export const evidenceOf = (organizationId: number, id: string, { page, limit }: { page: number; limit: number }): SQL => sql`
  select ${evidenceColumns}
  from pattern_evidence e where ${shownEvidence(organizationId, id)}
  order by e.service_date desc nulls last, e.claim_reference, e.line_number limit ${limit} offset ${(page - 1) * limit}`

/** What belongs to the pattern: as an import or a person said, then the ten procedure codes denied most often in it; and how much evidence and how many claims there are. */
export const relatedOf = (organizationId: number, id: string): SQL => sql`
  with named as (select kind, reference from pattern_relations where organization_id = ${organizationId} and pattern_id = ${id}),
  evidence as (select e.* from pattern_evidence e where ${shownEvidence(organizationId, id)}),
  frequent as (
    select procedure_code as code from evidence
    where procedure_code is not null and procedure_code not in (select reference from named where kind = 'procedure_code')
    group by 1 order by count(*) desc, 1 limit 10)
  select array(select reference from named where kind = 'policy' order by 1) as policies,
         array(select reference from named where kind = 'procedure_code' order by 1) || array(select code from frequent) as "procedureCodes",
         (select count(*) from evidence)::int as total,
         (select count(distinct claim_id) from pattern_claims where organization_id = ${organizationId} and pattern_id = ${id} and denied)::int as "deniedClaims"`

export interface RelatedRow extends Pick<PatternDetail['pattern']['related'], 'policies' | 'procedureCodes'> {
  total: number
  deniedClaims: number
}

/** So many of the latest denied lines say which policies a pattern has to do with. */
const LATEST_LINES = 1_000

export type PolicyHit = PatternDetail['pattern']['related']['policyHits'][number]

export const policyHitsOf = (organizationId: number, id: string): SQL => sql`
  with line as materialized (
    select claim_id, line_number from pattern_claims
    where organization_id = ${organizationId} and pattern_id = ${id} and denied order by service_date desc limit ${LATEST_LINES}),
  hit as (
    select h.policy_id, count(*)::int as lines from line
    join policy_hits h on h.organization_id = ${organizationId} and h.claim_id = line.claim_id and h.line_number = line.line_number and ${isHit}
    group by 1)
  select p.id, p.name, hit.lines, p.fix_guidance as "fixGuidance" from hit join policies p on p.organization_id = ${organizationId} and p.id = hit.policy_id
  order by hit.lines desc, p.id limit 10`

type LineageStep = PatternDetail['pattern']['lineage'][number]
export type LineageRow = Omit<LineageStep, 'recordedAt'> & { recordedAt: Date }

export const lineageOf = (organizationId: number, id: string): SQL => sql`
  select kind, other_id as "otherId", scope_before as "scopeBefore", scope_after as "scopeAfter", recorded_at as "recordedAt"
  from pattern_lineage where organization_id = ${organizationId} and pattern_id = ${id} order by recorded_at, id`
