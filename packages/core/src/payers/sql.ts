import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { dollars, type Cents } from '../money.ts'

export interface PayerRow {
  id: string
  name: string
  appealWindowDays: number
  timelyFilingDays: number
  windowsSetBy: string | null
  windowsSetAt: Date | null
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
  p.appeal_window_days as "appealWindowDays", p.timely_filing_days as "timelyFilingDays", p.windows_set_by as "windowsSetBy", p.windows_set_at as "windowsSetAt"`

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

/** Appeals that were decided in the window; claims are looked up one by one, because appeals are few. */
export const readAppealsDecided = (tx: TenantTransaction, organizationId: number, id: string, { start, end }: DateWindow) =>
  tx.row<{ decided: number; won: number; recovered: Cents }>(sql`
    select count(*)::int as decided, (count(*) filter (where a.outcome in ('overturned', 'partially_overturned')))::int as won,
           (coalesce(sum(a.recovered_amount), 0) * 100)::int8 as recovered
    from claim_appeals a cross join lateral (
      select c.payer_id from claims c where c.organization_id = ${organizationId} and c.id = a.claim_id and c.use = 'claim' offset 0) c
    where a.organization_id = ${organizationId} and a.decided_on >= ${start} and a.decided_on < ${end} and a.outcome in ('upheld', 'overturned', 'partially_overturned') and c.payer_id = ${id}`)

export const readCash = (tx: TenantTransaction, organizationId: number, id: string, { start, end }: DateWindow) =>
  tx.row<{ recovered: Cents; recomputing: boolean }>(sql`
    select (coalesce(sum(recovered_amount), 0) * 100)::int8 as recovered,
           exists (select from service_days_to_recompute where organization_id = ${organizationId} and date_basis in ('submission', 'payment') and day >= ${start} and day < ${end}) as recomputing
    from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'payment' and payer_id = ${id} and metric_date >= ${start} and metric_date < ${end}`)

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

export const volumeOf = ({ claims, pending, adjudicated, denied, billed, deniedAmount, paid }: PayerRow) => ({
  claims,
  pending,
  adjudicated,
  denied,
  billedAmount: dollars(billed),
  deniedAmount: dollars(deniedAmount),
  paidAmount: dollars(paid),
})
