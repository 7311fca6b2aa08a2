import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { dollars, type Cents } from '../money.ts'
import type { Proportion } from '../statistics/proportions.ts'
import { measure } from './rules.ts'

export interface PayerRow {
  id: string
  name: string
  appealWindowDays: number
  timelyFilingDays: number
  windowsSetBy: string | null
  windowsSetAt: Date | null
  appealsAddress: string | null
  claims: number
  pending: number
  adjudicated: number
  denied: number
  billed: Cents
  deniedAmount: Cents
  paid: Cents
}

/** The daily rows of a window by payer: (payer_id, ...sums). */
const sums = (organizationId: number, { start, end }: DateWindow, which: SQL): SQL => sql`
  select payer_id, sum(claim_count)::int as claims, sum(pending_count)::int as pending, sum(adjudicated_count)::int as adjudicated, sum(denied_count)::int as denied,
         (sum(billed_amount) * 100)::int8 as billed, (sum(denied_amount) * 100)::int8 as "deniedAmount", (sum(paid_amount) * 100)::int8 as paid
  from organization_daily_metrics
  where organization_id = ${organizationId} and date_basis = 'submission' and metric_date >= ${start} and metric_date < ${end} and ${which} group by payer_id`

const windowColumns = sql`
  p.appeal_window_days as "appealWindowDays", p.timely_filing_days as "timelyFilingDays", p.windows_set_by as "windowsSetBy", p.windows_set_at as "windowsSetAt",
  p.appeals_address as "appealsAddress"`

const columns = sql`
  p.id, p.name, ${windowColumns}, coalesce(d.claims, 0) as claims, coalesce(d.pending, 0) as pending, coalesce(d.adjudicated, 0) as adjudicated, coalesce(d.denied, 0) as denied,
  coalesce(d.billed, 0) as billed, coalesce(d."deniedAmount", 0) as "deniedAmount", coalesce(d.paid, 0) as paid`

/** Ties are settled by id, so that pages neither repeat nor lose a payer. */
const ORDERS = {
  claims: sql`coalesce(d.claims, 0) desc, p.id`,
  denied: sql`coalesce(d."deniedAmount", 0) desc, p.id`,
  name: sql`p.name, p.id`,
}

export interface PayerFilter {
  search?: string | undefined
  sort: keyof typeof ORDERS
  page: number
  limit: number
}

export async function readPayers(tx: TenantTransaction, organizationId: number, window: DateWindow, { search, sort, page, limit }: PayerFilter) {
  // Searched as it stands: position() knows no wildcards.
  const needle = search?.toLowerCase() ?? null
  const matching = sql`p.organization_id = ${organizationId} and (${needle}::text is null or position(${needle} in lower(concat_ws(' ', p.id, p.name))) > 0)`
  const counted = await tx.row<{ total: number }>(sql`select count(*)::int as total from payers p where ${matching}`)
  const payers = await tx.rows<PayerRow>(sql`
    select ${columns} from payers p left join (${sums(organizationId, window, sql`true`)}) d on d.payer_id = p.id
    where ${matching} order by ${ORDERS[sort]} limit ${limit} offset ${(page - 1) * limit}`)
  return { payers, total: counted!.total }
}

/** One payer with the sums of its days; null when there is none of that id. */
export const readPayer = (tx: TenantTransaction, organizationId: number, id: string, window: DateWindow): Promise<PayerRow | null> =>
  tx.row<PayerRow>(sql`
    select ${columns} from payers p left join (${sums(organizationId, window, sql`payer_id = ${id}`)}) d on true
    where p.organization_id = ${organizationId} and p.id = ${id}`)

/** Sums of the days before one; nothing when that is not known. */
export const readMature = (tx: TenantTransaction, organizationId: number, id: string, { start, end }: DateWindow, before: IsoDate | null) =>
  tx.row<{ adjudicated: number; denied: number }>(sql`
    select coalesce(sum(adjudicated_count), 0)::int as adjudicated, coalesce(sum(denied_count), 0)::int as denied from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'submission' and payer_id = ${id} and metric_date >= ${start} and metric_date < least(${end}::date, ${before}::date) and ${before}::date is not null`)

/** The leading reasons of the claims submitted in the window that were denied in whole or in part at their first decision. */
export const readReasons = (tx: TenantTransaction, organizationId: number, id: string, { start, end }: DateWindow, most: number) =>
  tx.rows<{ reason: string; claims: number; denied: Cents }>(sql`
    select denial_reason as reason, count(*)::int as claims, (sum(denied_amount) * 100)::int8 as denied from claims
    where organization_id = ${organizationId} and payer_id = ${id} and submission_date >= ${start} and submission_date < ${end} and denial_reason is not null
      and use = 'claim' and not is_duplicate and initial_outcome in ('denied', 'partially_denied')
    group by 1 order by 2 desc, 3 desc, 1 limit ${most}`)

export interface AppealsDecided {
  decided: number
  won: number
  recovered: Cents
  /** From filing to decision, of those whose day of filing is known. */
  medianDays: number | null
}

/** Appeals of these payers that were decided in the window; claims are looked up one by one, because appeals are few. A payer without any is not in it. */
export async function readAppealsDecided(tx: TenantTransaction, organizationId: number, payers: readonly string[], { start, end }: DateWindow) {
  const rows = await tx.rows<AppealsDecided & { payer: string }>(sql`
    select c.payer_id as payer, count(*)::int as decided, (count(*) filter (where a.outcome in ('overturned', 'partially_overturned')))::int as won,
           (coalesce(sum(a.recovered_amount), 0) * 100)::int8 as recovered,
           percentile_cont(0.5) within group (order by a.decided_on - a.appeal_date) filter (where a.appeal_date <= a.decided_on) as "medianDays"
    from claim_appeals a cross join lateral (
      select c.payer_id from claims c where c.organization_id = ${organizationId} and c.id = a.claim_id and c.use = 'claim' offset 0) c
    where a.organization_id = ${organizationId} and a.decided_on >= ${start} and a.decided_on < ${end} and a.outcome in ('upheld', 'overturned', 'partially_overturned')
      and c.payer_id = any(${sql.param(payers)}::text[])
    group by 1`)
  return new Map(rows.map(({ payer, ...appeals }) => [payer, appeals]))
}

export interface PayerWeek {
  week: IsoDate
  adjudicated: number
  denied: number
  deniedAmount: Cents
}

/** The payer's days of submission by week (from Monday), every week of the window, also those without claims. */
export const readWeeks = (tx: TenantTransaction, organizationId: number, id: string, { start, end }: DateWindow) =>
  tx.rows<PayerWeek>(sql`
    select w.week::date as week, coalesce(sum(d.adjudicated_count), 0)::int as adjudicated, coalesce(sum(d.denied_count), 0)::int as denied,
           (coalesce(sum(d.denied_amount), 0) * 100)::int8 as "deniedAmount"
    from generate_series(date_trunc('week', ${start}::date::timestamp), ${end}::date::timestamp - interval '1 day', interval '7 days') as w(week)
    left join organization_daily_metrics d on d.organization_id = ${organizationId} and d.date_basis = 'submission' and d.payer_id = ${id}
      and d.metric_date >= w.week::date and d.metric_date < w.week::date + 7 and d.metric_date < ${end}
    group by w.week order by w.week`)

export const readCash = (tx: TenantTransaction, organizationId: number, id: string, { start, end }: DateWindow) =>
  tx.row<{ recovered: Cents; recomputing: boolean }>(sql`
    select (coalesce(sum(recovered_amount), 0) * 100)::int8 as recovered,
           exists (select from service_days_to_recompute where organization_id = ${organizationId} and date_basis in ('submission', 'payment') and day >= ${start} and day < ${end}) as recomputing
    from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'payment' and payer_id = ${id} and metric_date >= ${start} and metric_date < ${end}`)

const rateOf = (denied: Proportion) => {
  const { rate, interval } = measure(denied)
  return { denialRate: rate, denialRateInterval: interval }
}

export const windowsOf = ({
  appealWindowDays,
  timelyFilingDays,
  windowsSetBy,
  windowsSetAt,
}: Pick<PayerRow, 'appealWindowDays' | 'timelyFilingDays' | 'windowsSetBy' | 'windowsSetAt'>) => ({
  appealWindowDays,
  timelyFilingDays,
  setBy: windowsSetBy,
  setAt: windowsSetAt?.toISOString() ?? null,
})

export const appealsOf = (appeals: AppealsDecided | undefined) => {
  const { decided, won } = appeals ?? { decided: 0, won: 0 }
  return { decided, won, ...measure({ part: won, whole: decided }) }
}

export const volumeOf = ({ claims, pending, adjudicated, denied, billed, deniedAmount, paid }: PayerRow) => ({
  claims,
  pending,
  adjudicated,
  denied,
  ...rateOf({ part: denied, whole: adjudicated }),
  billedAmount: dollars(billed),
  deniedAmount: dollars(deniedAmount),
  paidAmount: dollars(paid),
})
