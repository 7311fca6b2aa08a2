import { sql, type SQL } from 'drizzle-orm'
import { inDays, ofClaims, type Claims } from '../computation/days.sql.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { chosen, type PolicyChoice } from './choice.ts'
import { matchingLines } from './matching.sql.ts'

const COLUMNS = ['service_date', 'has_modifier', 'denied', 'amount', 'provider_id', 'patient', 'counted_on', 'units'] as const
const each = (of: (column: string) => string) => sql.raw(COLUMNS.map(of).join(', '))

/** A patient whose count towards a policy's limit changed, from a day of service on. */
export interface ChangedCount {
  policyId: string
  patient: string
  since: IsoDate
}

/**
 * Brings policy_hits in line with those claims: adds what is missing, corrects what changed, removes what is no longer true.
 * Whether a line exceeds a limit depends on other lines of the patient: those whose count changed are returned, for `judgeLimits`.
 */
export function writeHits(tx: TenantTransaction, organizationId: number, claims: Claims, policies: PolicyChoice): Promise<ChangedCount[]> {
  const known = ofClaims(claims, { day: 'h.service_date', id: 'h.claim_id' })
  // Rows by their day or claim first (offset 0), and a full join, which the planner can only hash or merge: it does not know how many rows there are.
  return tx.rows<ChangedCount>(sql`
    with new as materialized (${matchingLines(organizationId, claims, policies)}),
    old as (
      select h.* from (select * from policy_hits h where h.organization_id = ${organizationId} and ${known} offset 0) h
      where h.policy_id = any(array(select p.id from policies p where p.organization_id = ${organizationId} and ${chosen(policies)}))),
    change as materialized (
      select policy_id, claim_id, line_number, ${each((column) => `old.${column} as old_${column}, new.${column}`)}
      from old full join new using (policy_id, claim_id, line_number)
      where (${each((column) => `old.${column}`)}) is distinct from (${each((column) => `new.${column}`)})),
    removed as (
      delete from policy_hits h using change
      where h.organization_id = ${organizationId} and ${known} and change.service_date is null
        and h.policy_id = change.policy_id and h.claim_id = change.claim_id and h.line_number = change.line_number),
    written as (
      insert into policy_hits as known (organization_id, policy_id, claim_id, line_number, ${each((column) => column)}, exceeds_limit)
      select ${organizationId}, policy_id, claim_id, line_number, ${each((column) => column)}, patient is null from change where service_date is not null
      on conflict (organization_id, policy_id, claim_id, line_number) do update set ${each((column) => `${column} = excluded.${column}`)},
        exceeds_limit = excluded.patient is null or (known.patient is not null and known.exceeds_limit)),
    counted as (
      select policy_id, old_patient as patient, old_counted_on as day from change union all select policy_id, patient, counted_on from change)
    select policy_id as "policyId", patient, min(day) as since from counted where patient is not null group by 1, 2`)
}

/** Of the lines of these patients, from the day on which their count changed. */
export const linesOf = (organizationId: number, changed: readonly ChangedCount[]): SQL => sql`
  select h.* from json_to_recordset(${JSON.stringify(changed)}::json) as t("policyId" text, patient text, since date) cross join lateral (
    select * from policy_hits h where h.organization_id = ${organizationId} and h.policy_id = t."policyId" and h.patient = t.patient and h.counted_on >= t.since offset 0) h`

/** Of the lines served on these days that count towards a limit. */
export const limitedLines = (organizationId: number, days: readonly IsoDate[], policies: readonly string[]): SQL => sql`
  select h.* from policy_hits h
  where h.organization_id = ${organizationId} and ${inDays('h.service_date', days)} and h.policy_id = any(${sql.param(policies)}::text[]) and h.patient is not null`

/**
 * Says of the lines `h` whether they exceed the limit: with the patient's lines before it in the period that bear the required modifier, in
 * order of day, claim and line, its units are more than the limit. A period is the calendar's day, week (from Monday), month or year, or the
 * days that end with the line's. Returns the days whose metrics that touches: of service of the claims, and of their appeals.
 */
export async function judgeLimits(tx: TenantTransaction, organizationId: number, lines: SQL): Promise<IsoDate[]> {
  const days = await tx.rows<{ day: IsoDate }>(sql`
    with line as materialized (
      select h.*, p.frequency_limit_count as most,
             case when p.frequency_limit_period is null then h.counted_on - p.frequency_limit_days + 1
                  else date_trunc(p.frequency_limit_period, h.counted_on::timestamp)::date end as start
      from (${lines}) h join policies p on p.organization_id = ${organizationId} and p.id = h.policy_id),
    verdict as materialized (
      select line.policy_id, line.claim_id, line.line_number, line.units + coalesce(before.units, 0) > line.most as exceeds
      from line cross join lateral (
        select sum(o.units) as units from policy_hits o
        where o.organization_id = ${organizationId} and o.policy_id = line.policy_id and o.patient = line.patient and o.has_modifier
          and o.counted_on >= line.start and o.counted_on <= line.counted_on
          and (o.counted_on, o.claim_id, o.line_number) < (line.counted_on, line.claim_id, line.line_number)) before
      where line.exceeds_limit is distinct from (line.units + coalesce(before.units, 0) > line.most)),
    turned as (
      update policy_hits h set exceeds_limit = v.exceeds from verdict v
      where h.organization_id = ${organizationId} and h.policy_id = v.policy_id and h.claim_id = v.claim_id and h.line_number = v.line_number
      returning h.claim_id, h.service_date)
    select service_date as day from turned
    union select unnest(array[a.appeal_date, a.decided_on]) from turned join claim_appeals a on a.organization_id = ${organizationId} and a.claim_id = turned.claim_id
    order by day`)
  return days.map(({ day }) => day).filter((day) => day !== null)
}
