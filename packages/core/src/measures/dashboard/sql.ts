import { sql } from 'drizzle-orm'
import type { Actor, Organization } from '../../context.ts'
import type { DateWindow, IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents, type Cents } from '../../money.ts'
import { shownPatterns, shownVersion } from '../../releases/shown.sql.ts'
import type { LagCurves } from '../maturity/rules.ts'
import { curvesOf, storedCurves, type CurveRow } from '../maturity/sql.ts'
import {
  daysFrom,
  daysOf,
  marksIn,
  patternsIn,
  recoveredIn,
  submittedBefore,
  type DayFigures,
  type DayRow,
  type PatternCounts,
  type SubmittedDays,
} from './parts.sql.ts'

export type { DayFigures }

export interface DashboardFigures extends SubmittedDays {
  /** First and last day of submission up to the window's end; null without any. */
  data: { firstSubmission: IsoDate; lastSubmission: IsoDate } | null
  cashRecovered: Cents
  patterns: PatternCounts
  /** The lag curves as they are stored for this day; null when they are not. */
  curves: LagCurves | null
  /** Whether a day of the windows waits to be computed again. */
  recomputing: boolean
  computationVersion: number
}

interface FiguresRow extends Pick<DashboardFigures, 'patterns' | 'recomputing' | 'computationVersion'> {
  days: DayRow[]
  first: IsoDate | null
  last: IsoDate | null
  recovered: string
  curves: CurveRow[]
}

export interface FiguresOf {
  organization: Organization
  actor: Actor
  asOf: IsoDate
  window: DateWindow
  previous: DateWindow
  payer: string | undefined
}

/** All that a dashboard is made of, in one statement: on the embedded engine each costs half a millisecond by itself. */
export async function readFigures(tx: Pick<TenantTransaction, 'row'>, of: FiguresOf): Promise<DashboardFigures> {
  const { organization, actor, asOf, window, previous, payer } = of
  const { id, timeZone } = organization
  const both = { start: previous.start, end: window.end }
  const row = await tx.row<FiguresRow>(sql`
    select (select coalesce(json_agg(day), '[]') from (${daysOf(id, both, payer)}) day) as days,
      (${submittedBefore(id, window.end, 'min')}) as first, (${submittedBefore(id, window.end, 'max')}) as last,
      (${recoveredIn(id, window, payer)}) as recovered,
      (select row_to_json(counts) from (${patternsIn(shownPatterns(id, actor), timeZone, window, previous)}) counts) as patterns,
      (select coalesce(json_agg(curve), '[]') from (${storedCurves({ organizationId: id, basis: 'submission', asOf })}) curve) as curves,
      exists (${marksIn(id, both)}) as recomputing, ${shownVersion(id, actor)} as "computationVersion"`)
  const { days, first, last, recovered, curves, ...rest } = row!
  return {
    ...rest,
    ...daysFrom(days),
    data: first === null || last === null ? null : { firstSubmission: first, lastSubmission: last },
    cashRecovered: parseCents(recovered)!,
    curves: curves.length === 0 ? null : curvesOf(curves),
  }
}

/** Single figures of it, for those who need no more. Patterns are counted as they are released. */

export async function readDays(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  window: DateWindow,
  payer?: string,
): Promise<Map<IsoDate, DayFigures>> {
  return daysFrom(await tx.rows<DayRow>(daysOf(organizationId, window, payer))).days
}

export async function readCashRecovered(tx: Pick<TenantTransaction, 'row'>, organizationId: number, window: DateWindow, payer?: string): Promise<Cents> {
  const found = await tx.row<{ recovered: string }>(recoveredIn(organizationId, window, payer))
  return parseCents(found!.recovered)!
}

export async function countPatterns(
  tx: Pick<TenantTransaction, 'row'>,
  { id, timeZone }: Pick<Organization, 'id' | 'timeZone'>,
  window: DateWindow,
  previous: DateWindow,
): Promise<PatternCounts> {
  const released = sql`(select * from patterns where organization_id = ${id})`
  return (await tx.row<PatternCounts>(patternsIn(released, timeZone, window, previous)))!
}

export async function isRecomputing(tx: Pick<TenantTransaction, 'row'>, organizationId: number, window: DateWindow): Promise<boolean> {
  return (await tx.row(marksIn(organizationId, window))) !== null
}
