import { sql, type SQL } from 'drizzle-orm'
import { REASON_NOT_STATED } from '../adjudication/rules.ts'

/** Claims `c` of which something was denied at the first decision and that count: no prior authorization, no duplicate (docs/metrics.md, "Adjudicated"). */
const counted = sql`c.use = 'claim' and not c.is_duplicate and c.initial_outcome in ('denied', 'partially_denied')`
/** Denials without a stated reason are counted, but never pooled into a pattern. */
const withReason = (column: string): SQL => sql`${sql.raw(column)} is not null and ${sql.raw(column)} <> ${REASON_NOT_STATED}`

/**
 * The denial facts of the claims `c` that meet `claims`, one row each: a line denied at the first decision; or, of a claim that was denied
 * or cut without a denied line, the claim itself as line 0 with its denied amount. This is the only place that says what a denial is. Use it as a
 * subquery, where its claims are those of another table as a lateral one (`c.id = other.claim_id`): row-level security hides from the planner
 * how many rows it gives, and a plain join would compute it again and again.
 *
 * claim_id, line_number, reason, carc, rarc, payer_id
 * service_day      day of service of the claim: the day on which the denial is counted, as the claim is counted in its population once
 * service_date     the line's own day of service, else the claim's
 * submitted_on     day of submission, else of service
 * denied_on        day of the decision that denied, null when unknown
 * amount           charge denied at the first decision
 * open_amount      what of it is still denied at the latest
 * procedure_code, modifiers, diagnosis_code
 */
export function denialFacts(organizationId: number, claims: SQL = sql`true`): SQL {
  return sql`
    select c.id as claim_id, l.line_number, l.denial_reason as reason, l.denial_carc as carc, l.denial_rarc as rarc, c.payer_id,
           c.date_of_service as service_day, coalesce(l.date_of_service, c.date_of_service) as service_date,
           coalesce(c.submission_date, c.date_of_service) as submitted_on, coalesce(l.denial_date, c.first_denied_on) as denied_on,
           l.billed_amount as amount, case when l.finally_denied then l.billed_amount else 0 end as open_amount,
           l.procedure_code, l.modifiers, coalesce(l.diagnosis_codes[1], c.diagnosis_codes[1]) as diagnosis_code
    from claims c join claim_line_items l on l.organization_id = c.organization_id and l.claim_id = c.id
    where c.organization_id = ${organizationId} and l.organization_id = ${organizationId} and ${counted} and ${claims}
      and l.initially_denied and not l.is_duplicate and ${withReason('l.denial_reason')}
    union all
    select c.id, 0, c.denial_reason, c.denial_carc, c.denial_rarc, c.payer_id,
           c.date_of_service, c.date_of_service,
           coalesce(c.submission_date, c.date_of_service), c.first_denied_on,
           c.denied_amount, case c.final_outcome when 'denied' then c.denied_amount when 'partially_denied' then least(c.open_denied_amount, c.denied_amount) else 0 end,
           c.procedure_codes[1], c.modifiers, c.diagnosis_codes[1]
    from claims c
    where c.organization_id = ${organizationId} and ${counted} and ${claims}
      and (c.denied_amount > 0 or (c.initial_outcome = 'denied' and c.line_count = 0)) and ${withReason('c.denial_reason')}
      and not exists (select from claim_line_items l where l.organization_id = ${organizationId} and l.claim_id = c.id and l.initially_denied)`
}
