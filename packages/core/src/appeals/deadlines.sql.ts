import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { describeReason } from '../adjudication/reasons.ts'
import { addDays, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Cents } from '../money.ts'
import { withRecoverableUntil } from '../patterns/at-risk.sql.ts'
import { denialFacts } from '../patterns/denial-facts.sql.ts'
import { unknownReasons } from '../patterns/detect.sql.ts'
import type { appealDeadlinesInput, deadline } from './schemas.ts'

export type DeadlineFilter = z.output<typeof appealDeadlinesInput>
type Deadline = z.output<typeof deadline>
export type StoredDeadline = Omit<Deadline, 'openAmount' | 'daysLeft' | 'remedies'> & { open: Cents; hasUnprocessable: boolean }

/** Reasons with what usually gets their denials back: those that are patterns, whose claims have their last day on record, and the others. */
interface Reasons {
  patterns: { id: string; reason: string }[]
  rare: string[]
}

async function readReasons(tx: TenantTransaction, organizationId: number, { remedy }: DeadlineFilter): Promise<Reasons> {
  const fits = (reason: string) => remedy === 'all' || describeReason(reason).remedy === remedy
  const patterns = await tx.rows<Reasons['patterns'][number]>(sql`
    select id, denial_reason as reason from patterns where organization_id = ${organizationId} and scope_key = 'reason:' || denial_reason order by id`)
  const others = await tx.rows<{ reason: string }>(unknownReasons(organizationId))
  return {
    patterns: patterns.filter(({ reason }) => fits(reason)),
    rare: others.map(({ reason }) => reason).filter((reason) => fits(reason) && describeReason(reason).remedy !== 'none'),
  }
}

/**
 * Denials that can still be got back and whose last day is in the window: (claim_id, line_number, reason, amount, last_day). Of reasons that are
 * patterns as the refresh left them in pattern_claims; of the others, which are denied too seldom to be one, computed here by the same rule.
 */
function denials(organizationId: number, { patterns, rare }: Reasons, first: IsoDate, last: IsoDate): SQL {
  const known = sql.param(patterns.map(({ id }) => id))
  const names = sql.param(patterns.map(({ reason }) => reason))
  const seldom = sql.param(rare)
  const remedies = sql.param(rare.map((reason) => describeReason(reason).remedy))
  const claimsOfRare = sql`array(
    select claim_id from claim_line_items where organization_id = ${organizationId} and denial_reason = any(${seldom}::text[])
    union select id from claims where organization_id = ${organizationId} and denial_reason = any(${seldom}::text[]))`
  const facts = sql`(
    select f.*, r.remedy from (${denialFacts(organizationId, sql`c.id = any(${claimsOfRare})`)}) f
    join unnest(${seldom}::text[], ${remedies}::text[]) as r(reason, remedy) using (reason))`
  return sql`
    select pc.claim_id, pc.line_number, p.reason, pc.open_amount as amount, pc.recoverable_until as last_day
    from unnest(${known}::text[], ${names}::text[]) as p(id, reason)
    join pattern_claims pc on pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.recoverable_until >= ${first} and pc.recoverable_until <= ${last}
    union all
    select claim_id, line_number, reason, open_amount, recoverable_until from (${withRecoverableUntil(organizationId, facts)}) d
    where recoverable_until >= ${first} and recoverable_until <= ${last}`
}

/** One row per claim; those under an open appeal have nothing left to file. Claims are looked up one by one: they are few among all. */
function claimsDue(organizationId: number, filter: DeadlineFilter, reasons: Reasons, today: IsoDate): SQL {
  return sql`
    select d.*, c.* from (
      select claim_id, min(last_day) as last_day, sum(amount) as amount, array_agg(distinct line_number) as lines, array_agg(distinct reason) as reasons
      from (${denials(organizationId, reasons, today, addDays(today, filter.dueWithin))}) denial group by claim_id) d
    cross join lateral (
      select c.patient_control_number, c.payer_id, c.status, c.date_of_service, c.first_denied_on, c.appeal_status, c.denial_rarc from claims c
      where c.organization_id = ${organizationId} and c.id = d.claim_id offset 0) c
    where c.appeal_status is distinct from 'pending' and ${filter.payer === undefined ? sql`true` : sql`c.payer_id = ${filter.payer}`}`
}

const ORDERS = { due: sql`last_day, amount desc, claim_id`, value: sql`amount desc, last_day, claim_id` }

/** One page of the claims with a last day in the window, and how many there are with what is open on them. Cents. */
export async function readDeadlines(tx: TenantTransaction, organizationId: number, filter: DeadlineFilter, today: IsoDate) {
  const reasons = await readReasons(tx, organizationId, filter)
  const order = ORDERS[filter.sort]
  const rows = await tx.rows<StoredDeadline & { known: boolean; total: number; totalOpen: Cents }>(sql`
    with due as materialized (${claimsDue(organizationId, filter, reasons, today)}),
    page as (select * from due order by ${order} limit ${filter.limit} offset ${(filter.page - 1) * filter.limit})
    select claim_id is not null as known, (select count(*) from due)::int as total, (select coalesce(sum(amount), 0) * 100 from due)::int8 as "totalOpen",
           claim_id as "claimId", patient_control_number as "patientControlNumber", payer_id as "payerId", y.name as "payerName", status, date_of_service as "dateOfService",
           first_denied_on as "firstDeniedOn", last_day as "lastDay", (amount * 100)::int8 as open, lines as "lineNumbers", reasons, appeal_status as "appealStatus",
           denial_rarc is not distinct from 'MA130' as "hasUnprocessable"
    from (select 1) always left join page on true left join payers y on y.organization_id = ${organizationId} and y.id = page.payer_id
    order by ${order}`)
  const { total, totalOpen } = rows[0]!
  return { page: rows.filter(({ known }) => known), total, totalOpen }
}
