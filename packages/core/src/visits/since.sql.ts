import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { importsOf } from '../imports/history/sql.ts'
import { readCashRecovered } from '../measures/dashboard/sql.ts'
import { dollars } from '../money.ts'
import { COMPUTATION } from '../patterns/status-changes.ts'
import { turns, type News } from './schemas.ts'

export interface Since {
  organizationId: number
  since: Date
  now: Date
  /** The days of it, for what has no hour. */
  window: DateWindow
}

const SHOWN = 3

/** What has happened since a visit ended. Everything is a sum over small tables or daily rows; no claim is read. */
export async function readNews(tx: TenantTransaction, of: Since): Promise<News> {
  return {
    imports: await readImported(tx, of),
    window: of.window,
    cashRecovered: dollars(await readCashRecovered(tx, of.organizationId, of.window)),
    appealsDecided: await readAppealsDecided(tx, of),
    patterns: await readPatterns(tx, of),
    rateChanges: await readRateChanges(tx, of),
    ...(await readWork(tx, of)),
  }
}

type Within = Pick<TenantTransaction, 'row' | 'rows'>

/** Whether a moment is in the time since the visit ended. */
const within = (column: string, { since, now }: Since) => sql`(${sql.raw(column)} > ${since.toISOString()} and ${sql.raw(column)} <= ${now.toISOString()})`

async function readImported(tx: Within, of: Since): Promise<News['imports']> {
  const merged = (name: string) => sql`coalesce(sum((i.summary -> 'merged' ->> ${name})::int) filter (where i.status = 'complete'), 0)::int`
  return (await tx.row<News['imports']>(sql`
    select count(*) filter (where i.status = 'complete')::int as files, ${merged('newClaims')} as "newClaims", ${merged('changedClaims')} as "changedClaims",
      ${merged('decisions')} as decisions, count(*) filter (where i.status = 'failed')::int as failed
    from imports i where ${importsOf(of.organizationId)} and ${within('i.finished_at', of)}`))!
}

async function readAppealsDecided(tx: Within, { organizationId, window }: Since): Promise<News['appealsDecided']> {
  return (await tx.row<News['appealsDecided']>(sql`
    select count(*)::int as count, count(*) filter (where outcome in ('overturned', 'partially_overturned'))::int as won from claim_appeals
    where organization_id = ${organizationId} and decided_on >= ${window.start} and decided_on < ${window.end}
      and outcome in ('upheld', 'overturned', 'partially_overturned')`))!
}

async function readPatterns(tx: Within, of: Since): Promise<News['patterns']> {
  const found = sql`patterns where organization_id = ${of.organizationId} and status <> 'archived' and ${within('detected_at', of)}`
  const counts = await tx.row<{ found: number; changed: number }>(sql`
    select (select count(*)::int from ${found}) as found, (
      select count(distinct pattern_id)::int from pattern_status_changes
      where organization_id = ${of.organizationId} and changed_by <> ${COMPUTATION} and ${within('changed_at', of)}) as changed`)
  const first = await tx.rows<News['patterns']['first'][number]>(sql`
    select id, title from ${found} order by preventable_amount desc nulls last, score_impact desc nulls last, id limit ${SHOWN}`)
  return { ...counts!, first, ...(await readTurned(tx, of)) }
}

type Turned = Pick<News['patterns'], (typeof turns)[number] | 'turned'>

/** Patterns that the numbers have brought from the status they had then to another: what went to and fro in between is as it was. */
async function readTurned(tx: Within, of: Since): Promise<Turned> {
  const place = (status: SQL) => sql`array_position(array['active', 'improving', 'resolved'], ${status})`
  const to = sql`case when ${place(sql`p.status`)} < ${place(sql`was.from_status`)} then 'returned' else p.status end`
  return (await tx.row<Turned>(sql`
    with was as (
      select distinct on (pattern_id) pattern_id, from_status from pattern_status_changes
      where organization_id = ${of.organizationId} and changed_by = ${COMPUTATION} and ${within('changed_at', of)} order by pattern_id, changed_at, id),
    turned as (
      select p.id, p.title, ${to} as "to", p.preventable_amount as amount from was join patterns p on p.id = was.pattern_id
      where p.organization_id = ${of.organizationId} and p.status not in ('archived', was.from_status)),
    shown as (select id, title, "to" from turned order by array_position(${sql.param([...turns])}::text[], "to"), amount desc nulls last, id limit ${SHOWN})
    select (count(*) filter (where "to" = 'resolved'))::int as resolved, (count(*) filter (where "to" = 'improving'))::int as improving,
      (count(*) filter (where "to" = 'returned'))::int as returned, (select coalesce(json_agg(shown), '[]') from shown) as turned
    from turned`))!
}

async function readRateChanges(tx: Within, of: Since): Promise<News['rateChanges']> {
  const found = sql`rate_changes c where c.organization_id = ${of.organizationId} and ${within('c.created_at', of)}`
  const counts = await tx.row<{ up: number; down: number }>(sql`
    select count(*) filter (where direction = 'up')::int as up, count(*) filter (where direction = 'down')::int as down from ${found}`)
  const first = await tx.rows<News['rateChanges']['first'][number]>(sql`
    select c.id::int, c.subject, c.direction, c.payer_id as "payerId", y.name as "payerName", c.denial_reason as "denialReason", c.pattern_id as "patternId"
    from (select * from ${found} order by c.onset desc, c.id desc limit ${SHOWN}) c
    left join payers y on y.organization_id = c.organization_id and y.id = c.payer_id
    order by c.onset desc, c.id desc`)
  return { ...counts!, first }
}

async function readWork(tx: Within, of: Since): Promise<Pick<News, 'checksReleased' | 'alertsRaised' | 'failedRuns'>> {
  const countIn = (table: string, column: string, state = 'true') =>
    sql`(select count(*)::int from ${sql.raw(table)} where organization_id = ${of.organizationId} and ${sql.raw(state)} and ${within(column, of)})`
  return (await tx.row(sql`
    select ${countIn('pattern_checks', 'live_at')} as "checksReleased", ${countIn('alerts', 'raised_at')} as "alertsRaised",
      ${countIn('job_runs', 'finished_at', "state = 'failed'")} as "failedRuns"`))!
}
