import { sql } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents, type Cents } from '../../money.ts'

/** One day of the organization, or the sum of some: counts and cents. */
export interface DayFigures {
  claims: number
  pending: number
  adjudicated: number
  denied: number
  partiallyDenied: number
  finallyDenied: number
  duplicates: number
  lines: number
  deniedLines: number
  billed: Cents
  adjudicatedAmount: Cents
  deniedAmount: Cents
  paid: Cents
}

const AMOUNTS = ['billed', 'adjudicatedAmount', 'deniedAmount', 'paid'] as const
type DayRow = { date: IsoDate } & { [Figure in keyof DayFigures]: Figure extends (typeof AMOUNTS)[number] ? string : number }

const ofPayer = (payer: string | undefined) => (payer === undefined ? sql`` : sql`and payer_id = ${payer}`)

/** The days of the window that have claims, by submission date. */
export async function readDays(tx: TenantTransaction, organizationId: number, { start, end }: DateWindow, payer?: string): Promise<Map<IsoDate, DayFigures>> {
  const rows = await tx.rows<DayRow>(sql`
    select metric_date as date, sum(claim_count)::int as claims, sum(pending_count)::int as pending, sum(adjudicated_count)::int as adjudicated,
      sum(denied_count)::int as denied, sum(partially_denied_count)::int as "partiallyDenied", sum(finally_denied_count)::int as "finallyDenied",
      sum(duplicate_count)::int as duplicates, sum(line_count)::int as lines, sum(denied_line_count)::int as "deniedLines", sum(billed_amount) as billed,
      sum(adjudicated_amount) as "adjudicatedAmount", sum(denied_amount) as "deniedAmount", sum(paid_amount) as paid
    from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'submission' and metric_date >= ${start} and metric_date < ${end} ${ofPayer(payer)}
    group by metric_date`)
  return new Map(
    rows.map(({ date, ...figures }) => {
      const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, parseCents(figures[name])!])) as Pick<DayFigures, (typeof AMOUNTS)[number]>
      return [date, { ...figures, ...amounts }]
    }),
  )
}

/** Payments of the window that came after a first denial, by the day of the payer's decision. */
export async function readCashRecovered(tx: TenantTransaction, organizationId: number, { start, end }: DateWindow, payer?: string): Promise<Cents> {
  const found = await tx.row<{ recovered: string }>(sql`
    select coalesce(sum(recovered_amount), 0) as recovered from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'payment' and metric_date >= ${start} and metric_date < ${end} ${ofPayer(payer)}`)
  return parseCents(found!.recovered)!
}

/** First and last day of submission before `end`; null without any. */
export async function readDataSpan(
  tx: TenantTransaction,
  organizationId: number,
  { end }: DateWindow,
): Promise<{ firstSubmission: IsoDate; lastSubmission: IsoDate } | null> {
  const found = await tx.row<{ first: IsoDate | null; last: IsoDate | null }>(sql`
    select min(metric_date) as first, max(metric_date) as last from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'submission' and metric_date < ${end}`)
  const { first, last } = found!
  return first === null || last === null ? null : { firstSubmission: first, lastSubmission: last }
}

/** Patterns that are not archived. */
export interface PatternCounts {
  total: number
  critical: number
  /** Found in the window, and in the one before it. */
  found: number
  foundBefore: number
  /** The day on which the organization's very first pattern was found, archived ones too; null without any. */
  firstFound: IsoDate | null
}

export async function countPatterns(
  tx: TenantTransaction,
  { id, timeZone }: { id: number; timeZone: string },
  window: DateWindow,
  previous: DateWindow,
): Promise<PatternCounts> {
  const open = sql`status <> 'archived'`
  const foundIn = ({ start, end }: DateWindow) => sql`(count(*) filter (where ${open} and found >= ${start}::date and found < ${end}::date))::int`
  const counts = await tx.row<PatternCounts>(sql`
    select (count(*) filter (where ${open}))::int as total, (count(*) filter (where ${open} and tier = 'critical'))::int as critical,
      ${foundIn(window)} as found, ${foundIn(previous)} as "foundBefore", min(found) as "firstFound"
    from (select status, tier, (coalesce(detected_at, created_at) at time zone ${timeZone})::date as found from patterns where organization_id = ${id}) pattern`)
  return counts!
}

/** Whether a day of the window waits to be computed again. */
export async function isRecomputing(tx: TenantTransaction, organizationId: number, { start, end }: DateWindow): Promise<boolean> {
  const found = await tx.row(
    sql`select 1 as waits from service_days_to_recompute where organization_id = ${organizationId} and day >= ${start} and day < ${end} limit 1`,
  )
  return found !== null
}
