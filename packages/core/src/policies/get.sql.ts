import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../dates.ts'
import { isHit } from './choice.ts'
import type { PolicyDetail } from './schemas.ts'

export interface PolicyTexts extends Pick<
  PolicyDetail['policy'],
  'description' | 'clinicalRationale' | 'commonMistake' | 'fixGuidance' | 'ageRestrictions' | 'frequencyLimits'
> {
  ageMin: number | null
  ageMax: number | null
  frequencyCount: number | null
  frequencyPeriod: 'day' | 'week' | 'month' | 'year' | null
  frequencyDays: number | null
  conditions: PolicyDetail['policy']['conditions']
}

/** What a policy `p` says beside what lists show. */
export const policyTexts = sql.raw(`
  p.description, p.clinical_rationale as "clinicalRationale", p.common_mistake as "commonMistake", p.fix_guidance as "fixGuidance", p.age_restrictions as "ageRestrictions",
  p.frequency_limits as "frequencyLimits", p.age_min as "ageMin", p.age_max as "ageMax", p.frequency_limit_count as "frequencyCount",
  p.frequency_limit_period as "frequencyPeriod", p.frequency_limit_days as "frequencyDays",
  (select coalesce(json_agg(json_build_object('kind', k.kind, 'code', k.code, 'label', k.label) order by k.kind, k.code), '[]')
   from policy_conditions k where k.organization_id = p.organization_id and k.policy_id = p.id) as conditions`)

export interface WeekRow {
  week: IsoDate
  hits: number
  denied: number
  dollars: string
}

/** The policy's daily rows by week (from Monday), every week of the window, also those without hits. */
export const weeksOf = (organizationId: number, id: string, { start, end }: DateWindow): SQL => sql`
  select w.week::date as week, coalesce(sum(d.hit_count), 0)::int as hits, coalesce(sum(d.denied_count), 0)::int as denied, coalesce(sum(d.dollars_denied), 0)::text as dollars
  from generate_series(date_trunc('week', ${start}::date::timestamp), ${end}::date::timestamp - interval '1 day', interval '7 days') as w(week)
  left join policy_daily_metrics d
    on d.organization_id = ${organizationId} and d.policy_id = ${id} and d.metric_date >= w.week::date and d.metric_date < w.week::date + 7 and d.metric_date < ${end}
  group by w.week order by w.week`

const denials = (organizationId: number, id: string, { start, end }: DateWindow): SQL => sql`
  from policy_hits h where h.organization_id = ${organizationId} and h.policy_id = ${id} and h.denied and ${isHit} and h.service_date >= ${start} and h.service_date < ${end}`

export type DenialRow = Omit<PolicyDetail['denials'][number], 'billedAmount'> & { billed: string }

/** A page of the denied hit lines, a claim without lines as line 0. The reason is the line's, or that of the claim that was denied as a whole. */
export const denialsOf = (organizationId: number, id: string, window: DateWindow, { page, limit }: { page: number; limit: number }): SQL => sql`
  select h.claim_id as "claimId", h.line_number as "lineNumber", h.service_date as "serviceDate", coalesce(l.procedure_code, c.procedure_codes[1]) as "procedureCode", coalesce(l.modifiers, c.modifiers) as modifiers,
         case when l.initially_denied then l.denial_reason else c.denial_reason end as "denialReason",
         case when l.initially_denied then l.denial_carc else c.denial_carc end as carc, case when l.initially_denied then l.denial_rarc else c.denial_rarc end as rarc,
         coalesce(l.billed_amount, c.denied_amount)::text as billed
  from (select h.* ${denials(organizationId, id, window)} order by h.service_date desc, h.claim_id, h.line_number limit ${limit} offset ${(page - 1) * limit}) h
  join claims c on c.organization_id = ${organizationId} and c.id = h.claim_id
  left join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = h.claim_id and l.line_number = h.line_number
  order by h.service_date desc, h.claim_id, h.line_number`

export const denialCount = (organizationId: number, id: string, window: DateWindow): SQL =>
  sql`select count(*)::int as total ${denials(organizationId, id, window)}`

export const patternsOf = (organizationId: number, id: string): SQL => sql`
  select t.id, t.title, t.status, t.current_denial_rate as "denialRate"
  from pattern_relations r join patterns t on t.organization_id = ${organizationId} and t.id = r.pattern_id
  where r.organization_id = ${organizationId} and r.kind = 'policy' and r.reference = ${id} and t.status <> 'archived' order by t.id`
