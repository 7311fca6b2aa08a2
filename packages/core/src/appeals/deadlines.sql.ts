import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { describeReason } from '../adjudication/reasons.ts'
import { addDays, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { dollars, type Cents } from '../money.ts'
import { withRecoverableUntil } from '../patterns/at-risk.sql.ts'
import { denialFacts } from '../patterns/denial-facts.sql.ts'
import { unknownReasons } from '../patterns/detect.sql.ts'
import type { appealDeadlinesInput, deadline } from './schemas.ts'

/** Longer than any window that a payer can be given. */
export const ALL_DEADLINES = 10_000

export type DeadlineFilter = z.output<typeof appealDeadlinesInput>
type Deadline = z.output<typeof deadline>
export type StoredDeadline = Omit<Deadline, 'openAmount' | 'daysLeft' | 'remedies'> & { open: Cents; hasUnprocessable: boolean }

/** Reasons with what usually gets their denials back: those that are patterns, whose claims have their last day on record, and the others. */
export interface Reasons {
  patterns: { id: string; reason: string }[]
  rare: string[]
}

export async function readReasons(tx: TenantTransaction, organizationId: number, remedy: DeadlineFilter['remedy'] = 'all'): Promise<Reasons> {
  const fits = (reason: string) => remedy === 'all' || describeReason(reason).remedy === remedy
  const patterns = await tx.rows<Reasons['patterns'][number]>(sql`
    select id, denial_reason as reason from patterns where organization_id = ${organizationId} and scope_key = 'reason:' || denial_reason order by id`)
  const others = await tx.rows<{ reason: string }>(unknownReasons(organizationId))
  return {
    patterns: patterns.filter(({ reason }) => fits(reason)),
    rare: others.map(({ reason }) => reason).filter((reason) => fits(reason) && describeReason(reason).remedy !== 'none'),
  }
}

/** Of one pattern, with a scope or without: its denials have their last day on record as well. */
export async function readReasonOf(tx: TenantTransaction, organizationId: number, pattern: string, remedy: DeadlineFilter['remedy'] = 'all'): Promise<Reasons> {
  const patterns = await tx.rows<Reasons['patterns'][number]>(sql`
    select id, denial_reason as reason from patterns where organization_id = ${organizationId} and id = ${pattern} and scope_key is not null`)
  return { patterns: patterns.filter(({ reason }) => remedy === 'all' || describeReason(reason).remedy === remedy), rare: [] }
}

/**
 * Denials that can still be got back and whose last day is in the window: (claim_id, line_number, reason, amount, last_day). Of reasons that are
 * patterns as the refresh left them in pattern_claims; of the others, which are denied too seldom to be one, computed here by the same rule.
 */
export function denials(organizationId: number, { patterns, rare }: Reasons, first: IsoDate, last: IsoDate): SQL {
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

/**
 * One row per claim of such denials; those under an open appeal have nothing left to file. Claims are looked up one by one: they are few among all.
 * `more` are other columns, made of all denials of the claim.
 */
export function claimsDue(organizationId: number, { payer }: { payer?: string | undefined }, rows: SQL, more: SQL = sql``): SQL {
  return sql`
    select d.*, c.* from (
      select claim_id, min(last_day) as last_day, sum(amount) as amount, array_agg(distinct line_number) as lines, array_agg(distinct reason) as reasons ${more}
      from (${rows}) denial group by claim_id) d
    cross join lateral (
      select c.patient_control_number, c.payer_id, c.status, c.date_of_service, c.first_denied_on, c.appeal_status, c.denial_rarc from claims c
      where c.organization_id = ${organizationId} and c.id = d.claim_id offset 0) c
    where c.appeal_status is distinct from 'pending' and ${payer === undefined ? sql`true` : sql`c.payer_id = ${payer}`}`
}

const ORDERS = { due: sql`last_day, amount desc, claim_id`, value: sql`amount desc, last_day, claim_id` }

/** One page of the claims with a last day in the window, and how many there are with what is open on them. Cents. */
export async function readDeadlines(tx: TenantTransaction, organizationId: number, filter: DeadlineFilter, today: IsoDate) {
  const reasons =
    filter.pattern === undefined ? await readReasons(tx, organizationId, filter.remedy) : await readReasonOf(tx, organizationId, filter.pattern, filter.remedy)
  const open = denials(organizationId, reasons, today, addDays(today, filter.dueWithin))
  const order = ORDERS[filter.sort]
  const rows = await tx.rows<StoredDeadline & { known: boolean; total: number; totalOpen: Cents }>(sql`
    with due as materialized (${claimsDue(organizationId, filter, open)}),
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

/** All that the deadlines list, whatever the last day, by payer; a payer without any is not in it. */
export async function readOpenByPayer(tx: TenantTransaction, organizationId: number, today: IsoDate) {
  const filter: DeadlineFilter = { dueWithin: ALL_DEADLINES, remedy: 'all', sort: 'due', page: 1, limit: 1 }
  const reasons = await readReasons(tx, organizationId, filter.remedy)
  const open = denials(organizationId, reasons, today, addDays(today, filter.dueWithin))
  const rows = await tx.rows<{ payer: string | null; claims: number; open: Cents }>(sql`
    select payer_id as payer, count(*)::int as claims, (sum(amount) * 100)::int8 as open from (${claimsDue(organizationId, filter, open)}) due group by 1`)
  return new Map(rows.map(({ payer, claims, open }) => [payer ?? '', { claims, openAmount: dollars(open) }]))
}
