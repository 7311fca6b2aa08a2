import { sql, type SQL } from 'drizzle-orm'
import { inDays, ofClaims, type ServiceDays } from '../computation/days.sql.ts'
import { denialFacts } from '../patterns/denial-facts.sql.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import { adjudicated } from '../patterns/scope/scoped.sql.ts'
import { inScope } from '../patterns/scope/sql.ts'

/** One row of counts as the database gives it; `dollars` is decimal text. */
export interface AlertCounts {
  claims: number
  alerts: number
  denied: number
  restDenied: number
  dollars: string
}

/** What conditions look at of a claim; never who the patient is, so that a role that only reads may ask. */
const SEEN = sql.raw(`c.id, c.payer_id, c.provider_id, c.rendering_provider_id, c.claim_type, c.date_of_service, c.submission_date, c.place_of_service,
  c.procedure_codes, c.diagnosis_codes`)

/**
 * What a check would have said of the adjudicated claims of these days of service. A denial of a claim as a whole (line 0) is one of each of its lines.
 * Lines are looked up claim by claim (offset 0): the days are few of many, and a join would be planned to read the table.
 */
export const alertCounts = (organizationId: number, { reason, scope }: { reason: string; scope: readonly Condition[] }, days: ServiceDays): SQL => sql`
  with claim as materialized (
    select ${SEEN} from claims c
    where c.organization_id = ${organizationId} and ${adjudicated} and ${inDays('c.date_of_service', days)}),
  alerted as materialized (
    select c.id, l.line_number
    from claim c left join lateral (
      select i.line_number, i.procedure_code, i.modifiers, i.diagnosis_codes, i.place_of_service, i.rendering_provider_id
      from claim_line_items i where i.organization_id = ${organizationId} and i.claim_id = c.id offset 0) l on true
    where ${inScope(scope)}),
  denial as materialized (
    select f.claim_id, f.line_number, f.amount from (${denialFacts(organizationId, ofClaims({ days }, { day: 'c.date_of_service', id: 'c.id' }))}) f
    where f.reason = ${reason}),
  hit as (
    select d.claim_id, d.amount from denial d
    where exists (select from alerted a where a.id = d.claim_id and (d.line_number = 0 or d.line_number = a.line_number)))
  select (select count(*) from claim)::int as claims, (select count(distinct id) from alerted)::int as alerts,
    (select count(distinct claim_id) from hit)::int as denied,
    (select count(distinct claim_id) from denial where claim_id not in (select id from alerted))::int as "restDenied",
    (select coalesce(sum(amount), 0) from hit)::text as dollars`
