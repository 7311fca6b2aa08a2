import { sql, type SQL } from 'drizzle-orm'
import type { Actor, Organization } from '../../context.ts'
import type { DateWindow, IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents, type Cents } from '../../money.ts'
import { releasedVersion, shownPatterns, shownVersion } from '../../releases/shown.sql.ts'
import type { LagCurves } from '../maturity/rules.ts'
import { curvesOf, storedCurves, type CurveRow } from '../maturity/sql.ts'
import { changesFrom, changesOf, paidShareFrom, paidShareOf, type ChangeRow, type StoredChange } from '../revenue/sql.ts'
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
  changes: StoredChange[]
  /** Of what is not denied, 0 to 1; null when unknown. */
  paidShare: number | null
  /** The lag curves as they are stored for this day; null when they are not. */
  curves: LagCurves | null
  /** Whether a day of the windows waits to be computed again. */
  recomputing: boolean
  computationVersion: number
}

interface FiguresRow extends Pick<DashboardFigures, 'patterns' | 'recomputing' | 'computationVersion'> {
  releasedVersion: number
  changes: ChangeRow[]
  share: number | null
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

/**
 * All that a dashboard is made of, in one statement: on the embedded engine each costs half a millisecond by itself. Patterns are read as they are
 * released, and all of it once more for the few who preview others: what tells those apart takes the planner longer than the rest takes to run.
 */
export async function readFigures(tx: Pick<TenantTransaction, 'row'>, of: FiguresOf): Promise<DashboardFigures> {
  const { organization, actor } = of
  const released = (await tx.row<FiguresRow>(figuresOf(of, releasedPatterns(organization.id))))!
  if (released.computationVersion === released.releasedVersion) return figuresFrom(released)
  return figuresFrom((await tx.row<FiguresRow>(figuresOf(of, shownPatterns(organization.id, actor))))!)
}

const releasedPatterns = (organizationId: number): SQL => sql`(select * from patterns where organization_id = ${organizationId})`

function figuresOf({ organization: { id, timeZone }, actor, asOf, window, previous, payer }: FiguresOf, patterns: SQL): SQL {
  const both = { start: previous.start, end: window.end }
  return sql`
    select (select coalesce(json_agg(day), '[]') from (${daysOf(id, both, payer)}) day) as days,
      (${submittedBefore(id, window.end, 'min')}) as first, (${submittedBefore(id, window.end, 'max')}) as last,
      (${recoveredIn(id, window, payer)}) as recovered,
      (select row_to_json(counts) from (${patternsIn(patterns, timeZone, window, previous)}) counts) as patterns,
      (select coalesce(json_agg(change), '[]') from (${changesOf(patterns)}) change) as changes, (${paidShareOf(id, window.end)}) as share,
      (select coalesce(json_agg(curve), '[]') from (${storedCurves({ organizationId: id, basis: 'submission', asOf })}) curve) as curves,
      exists (${marksIn(id, both)}) as recomputing, ${shownVersion(id, actor)} as "computationVersion", ${releasedVersion(id)} as "releasedVersion"`
}

function figuresFrom(row: FiguresRow): DashboardFigures {
  const { days, first, last, recovered, changes, share, curves, patterns, recomputing, computationVersion } = row
  return {
    ...daysFrom(days),
    data: first === null || last === null ? null : { firstSubmission: first, lastSubmission: last },
    cashRecovered: parseCents(recovered)!,
    patterns,
    changes: changesFrom(changes),
    paidShare: paidShareFrom(share),
    curves: curves.length === 0 ? null : curvesOf(curves),
    recomputing,
    computationVersion,
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
  return (await tx.row<PatternCounts>(patternsIn(releasedPatterns(id), timeZone, window, previous)))!
}

export async function isRecomputing(
  tx: Pick<TenantTransaction, 'row'>,
  organizationId: number,
  window: Pick<DateWindow, 'end'> & Partial<DateWindow>,
): Promise<boolean> {
  return (await tx.row(marksIn(organizationId, window))) !== null
}
