import { sql, type SQL } from 'drizzle-orm'
import { openColumns } from '../../claims/open-columns.ts'
import { inDays, ofPayers, type Payers } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { dateBases } from '../../db/schema/metrics.ts'
import { decisions, recovered } from '../cash/recovered.sql.ts'

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

/**
 * Rows (metric_date, payer, ...dailyMetrics) of these days and payers from the claims. A day without any has none; prior authorizations are no claims.
 * Those of payment take what was recovered from recovered_payments, which has to be computed before.
 */
export function daysFromClaims(organizationId: number, basis: DateBasis, days: readonly IsoDate[], payers: Payers): SQL {
  const source = basis === 'payment' ? paymentsOf(organizationId, days, payers) : claimsOf(organizationId, CLAIM_DAY[basis], days, payers)
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

/** The cash of the decisions of these days, each with its claim (offset 0 keeps that one key look-up each, with statistics or without), and what of it was recovered. */
const paymentsOf = (organizationId: number, days: readonly IsoDate[], payers: Payers): SQL => sql`
  select a.decided_on as metric_date, coalesce(c.payer_id, '') as payer, case when a.is_cash then a.paid_amount else 0 end as paid_amount, 0 as recovered
  from adjudications a
  cross join lateral (select c.payer_id from claims c where c.organization_id = ${organizationId} and c.id = a.claim_id and c.use = 'claim' and ${ofPayers('c.payer_id', payers)} offset 0) c
  where a.organization_id = ${organizationId} and a.kind in ('original', 'reversal') and ${inDays('a.decided_on', days)}
  union all
  select r.paid_on, r.payer_id, 0, r.amount from recovered_payments r
  where r.organization_id = ${organizationId} and ${inDays('r.paid_on', days)} and ${ofPayers('r.payer_id', payers)}`
