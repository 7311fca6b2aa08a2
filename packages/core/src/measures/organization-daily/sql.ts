import { sql, type SQL } from 'drizzle-orm'
import { openColumns } from '../../claims/open-columns.ts'
import { inDays, ofPayers, type Payers } from '../../computation/days.sql.ts'
import type { DateWindow, IsoDate } from '../../dates.ts'
import type { dateBases } from '../../db/schema/metrics.ts'

export type DateBasis = (typeof dateBases)[number]

/**
 * What a day says of the claims that were submitted or served on it. Adjudicated: a first decision is in hand, and it is more than a
 * duplicate's denial; duplicates stay out of every rate and are counted by themselves. A claim without lines is one line of its own.
 */
export const OF_CLAIMS = {
  claim_count: 'count(*)',
  pending_count: 'count(*) filter (where initial_outcome is null)',
  adjudicated_count: 'count(*) filter (where adjudicated)',
  denied_count: `count(*) filter (where adjudicated and initial_outcome = 'denied')`,
  partially_denied_count: `count(*) filter (where adjudicated and initial_outcome = 'partially_denied')`,
  finally_denied_count: `count(*) filter (where adjudicated and final_outcome = 'denied')`,
  duplicate_count: 'count(*) filter (where is_duplicate)',
  line_count: 'coalesce(sum(greatest(line_count - duplicate_line_count, 1)) filter (where adjudicated), 0)',
  denied_line_count: `coalesce(sum(case line_count when 0 then (initial_outcome = 'denied')::int else denied_line_count end) filter (where adjudicated), 0)`,
  billed_amount: 'sum(billed_amount)',
  adjudicated_amount: 'coalesce(sum(billed_amount) filter (where adjudicated), 0)',
  denied_amount: 'coalesce(sum(denied_amount) filter (where adjudicated), 0)',
  paid_amount: 'sum(paid_amount)',
  recovered_amount: 'sum(recovered)',
}
/** What a day says of the decisions made on it: cash, and how much of it came after a denial. */
const OF_PAYMENTS: Partial<Record<DailyMetric, string>> = { paid_amount: 'sum(paid_amount)', recovered_amount: 'sum(recovered)' }

export type DailyMetric = keyof typeof OF_CLAIMS
export const dailyMetrics = Object.keys(OF_CLAIMS) as DailyMetric[]

const CLAIM_DAY = { submission: 'c.submission_date', service: 'c.date_of_service' }

/** Rows (metric_date, payer, ...dailyMetrics) of these days and payers from the claims. A day without any has none; prior authorizations are no claims. */
export function daysFromClaims(organizationId: number, basis: DateBasis, days: readonly IsoDate[], payers: Payers): SQL {
  const source = basis === 'payment' ? payments(organizationId, days, payers) : claimsOf(organizationId, CLAIM_DAY[basis], days, payers)
  const definitions: Partial<Record<DailyMetric, string>> = basis === 'payment' ? OF_PAYMENTS : OF_CLAIMS
  const metrics = sql.raw(dailyMetrics.map((metric) => `${definitions[metric] ?? '0'} as ${metric}`).join(', '))
  return sql`select metric_date, payer, ${metrics} from (${source}) source group by metric_date, payer`
}

/** The claims of these days. Cash is looked up claim by claim, and of denied claims only: a plan that stays good without table statistics. */
const claimsOf = (organizationId: number, day: string, days: readonly IsoDate[], payers: Payers): SQL => sql`
  select ${openColumns}, ${sql.raw(day)} as metric_date, coalesce(c.payer_id, '') as payer, c.initial_outcome is not null and not c.is_duplicate as adjudicated,
    case when c.first_denied_on is null then 0 else (
      select coalesce(sum(${recovered}), 0) from (${decisions(organizationId, sql`a.claim_id = c.id`)}) a
    ) end as recovered
  from claims c where c.organization_id = ${organizationId} and c.use = 'claim' and ${inDays(day, days)} and ${ofPayers('c.payer_id', payers)}`

/**
 * The decisions of these days, each with its claim (offset 0 keeps that one key look-up each, with statistics or without): metric_date, payer,
 * paid_amount and `recovered`, with the keys of the decision, its remittance and its claim. What a day has recovered is the sum of its rows.
 */
export const payments = (organizationId: number, days: readonly IsoDate[], payers: Payers = 'all'): SQL => sql`
  select a.id, a.remittance_id, a.claim_id, a.kind, a.decided_on as metric_date, coalesce(c.payer_id, '') as payer, case when a.is_cash then a.paid_amount else 0 end as paid_amount, ${recovered} as recovered
  from (${decisions(organizationId, inDays('a.decided_on', days))}) a
  cross join lateral (select ${openColumns} from claims c where c.organization_id = ${organizationId} and c.id = a.claim_id and c.use = 'claim' and ${ofPayers('c.payer_id', payers)} offset 0) c`

/**
 * The decisions of the window about those claims (a statement that gives their `claim_id`) that paid, or took back, after their first
 * denial, each with who rendered the service, else who billed. Claim by claim: quicker than by day where the claims are few among all.
 */
export const paymentsOfClaims = (organizationId: number, claimIds: SQL, { start, end }: DateWindow): SQL => sql`
  select a.id, a.remittance_id, a.claim_id, a.kind, a.decided_on as metric_date, c.rendered_by, ${recovered} as recovered
  from (${claimIds}) wanted
  cross join lateral (
    select c.id, c.first_denied_on, c.initial_outcome, coalesce(c.rendering_provider_id, c.provider_id) as rendered_by from claims c
    where c.organization_id = ${organizationId} and c.id = wanted.claim_id and c.use = 'claim' and c.first_denied_on is not null offset 0) c
  cross join lateral (
    select * from (${decisions(organizationId, sql`a.claim_id = c.id and a.decided_on >= ${start} and a.decided_on < ${end}`)}) a where a.decided_on >= c.first_denied_on offset 0) a`

/** The decisions of which the first of the same claim and day that denies is named; cash is what `is_cash` says. */
const decisions = (organizationId: number, which: SQL): SQL => sql`
  select a.*, min(a.id) filter (where a.kind = 'original' and a.outcome in ('denied', 'partially_denied')) over (partition by a.claim_id, a.decided_on) as denying_id
  from adjudications a where a.organization_id = ${organizationId} and a.kind in ('original', 'reversal') and ${which}`

/**
 * What decision `a` of claim `c` pays (a reversal: takes back) after the claim's first denial: on a later day, or on the same day in a later
 * adjudication than the one that denied. Of its lines the initially denied ones count; a decision that names no line of the claim counts
 * whole if the claim was denied as a whole.
 */
const recovered: SQL = sql`
  case when a.is_cash and (a.decided_on > c.first_denied_on or (a.decided_on = c.first_denied_on and a.id > a.denying_id)) then (
    select case when count(cl.line_number) > 0 then coalesce(sum(al.paid_amount) filter (where cl.initially_denied and not cl.is_duplicate), 0)
                when c.initial_outcome = 'denied' then a.paid_amount else 0 end
    from adjudication_lines al
    join claim_line_items cl on cl.organization_id = al.organization_id and cl.claim_id = c.id and cl.line_number = al.claim_line_number
    where al.organization_id = a.organization_id and al.adjudication_id = a.id
  ) else 0 end`
