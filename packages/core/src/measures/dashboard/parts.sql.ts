import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../../dates.ts'
import { parseCents, type Cents } from '../../money.ts'

/** The statements of which a dashboard is made. Counts and amounts are such that rows say the same as JSON and by themselves. */

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

/** Claims of a day by payer ('' = unknown). */
export type PayerMix = Readonly<Record<string, number>>

const AMOUNTS = ['billed', 'adjudicatedAmount', 'deniedAmount', 'paid'] as const
export type DayRow = { date: IsoDate; payers: PayerMix } & { [Figure in keyof DayFigures]: Figure extends (typeof AMOUNTS)[number] ? string : number }

export interface SubmittedDays {
  /** The days that have claims, by submission date. */
  days: Map<IsoDate, DayFigures>
  payers: Map<IsoDate, PayerMix>
}

export function daysFrom(rows: readonly DayRow[]): SubmittedDays {
  return { days: new Map(rows.map((row) => [row.date, figuresOf(row)])), payers: new Map(rows.map(({ date, payers }) => [date, payers])) }
}

function figuresOf({ date: _date, payers: _payers, ...figures }: DayRow): DayFigures {
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, parseCents(figures[name])!])) as Pick<DayFigures, (typeof AMOUNTS)[number]>
  return { ...figures, ...amounts }
}

const ofPayer = (payer: string | undefined) => (payer === undefined ? sql`` : sql`and payer_id = ${payer}`)

/** A row per day of submission that has claims: DayRow. */
export const daysOf = (organizationId: number, { start, end }: DateWindow, payer: string | undefined): SQL => sql`
  select metric_date as date, sum(claim_count)::int as claims, sum(pending_count)::int as pending, sum(adjudicated_count)::int as adjudicated,
    sum(denied_count)::int as denied, sum(partially_denied_count)::int as "partiallyDenied", sum(finally_denied_count)::int as "finallyDenied",
    sum(duplicate_count)::int as duplicates, sum(line_count)::int as lines, sum(denied_line_count)::int as "deniedLines", sum(billed_amount)::text as billed,
    sum(adjudicated_amount)::text as "adjudicatedAmount", sum(denied_amount)::text as "deniedAmount", sum(paid_amount)::text as paid,
    json_object_agg(payer_id, claim_count) as payers
  from organization_daily_metrics
  where organization_id = ${organizationId} and date_basis = 'submission' and metric_date >= ${start} and metric_date < ${end} ${ofPayer(payer)}
  group by metric_date`

/** First or last day of submission before the day. */
export const submittedBefore = (organizationId: number, end: IsoDate, which: 'min' | 'max'): SQL => sql`
  select ${sql.raw(which)}(metric_date) from organization_daily_metrics
  where organization_id = ${organizationId} and date_basis = 'submission' and metric_date < ${end}`

/** Payments of the window that came after a first denial, by the day of the payer's decision. */
export const recoveredIn = (organizationId: number, { start, end }: DateWindow, payer: string | undefined): SQL => sql`
  select coalesce(sum(recovered_amount), 0)::text as recovered from organization_daily_metrics
  where organization_id = ${organizationId} and date_basis = 'payment' and metric_date >= ${start} and metric_date < ${end} ${ofPayer(payer)}`

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

/** Counts over the rows of `patterns`, which is that table or what a member is shown of it. */
export function patternsIn(patterns: SQL, timeZone: string, window: DateWindow, previous: DateWindow): SQL {
  const open = sql`status <> 'archived'`
  const foundIn = ({ start, end }: DateWindow) => sql`(count(*) filter (where ${open} and found >= ${start}::date and found < ${end}::date))::int`
  return sql`
    select (count(*) filter (where ${open}))::int as total, (count(*) filter (where ${open} and tier = 'critical'))::int as critical,
      ${foundIn(window)} as found, ${foundIn(previous)} as "foundBefore", min(found) as "firstFound"
    from (select status, tier, (coalesce(detected_at, created_at) at time zone ${timeZone})::date as found from ${patterns} p) pattern`
}

/** A row when a day of the window waits to be computed again; without a start, when any day before its end does. */
export const marksIn = (organizationId: number, { start, end }: Pick<DateWindow, 'end'> & Partial<DateWindow>): SQL =>
  sql`select 1 as waits from service_days_to_recompute where organization_id = ${organizationId} ${start === undefined ? sql`` : sql`and day >= ${start}`} and day < ${end} limit 1`
