import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { restated, SOURCES, standing, type Cells } from './sources.ts'

/** What the sums are per: each thing that rows are about, or all rows of the window together. */
export type Per = 'subject' | 'whole'

/** The sums of the columns as decimal text, under the subject or ''. A key that had no row until then is not there; where all have gone, sums are not. */
export type Sums = Map<string, Record<string, string>>

/** The first moment after a day at the organization: what happened before it was known on that day. */
export const endOfDay = (day: IsoDate, timeZone: string): SQL => sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`

/**
 * What happened to each row of the cells, in order of time: it appeared (`metric` null), its values were changed by `change`, and it may have gone and
 * appeared again. Changes before `since` are left out. `life` numbers its lives, `began` is when the one began in which a change was made; null where nothing says that it had begun
 * (of a pattern that was removed with all its rows).
 */
export const history = (cells: Cells, since: SQL | null = null): SQL => {
  const { subject, metric } = SOURCES[cells.source]
  return sql`
    select *, count(*) filter (where metric is null) over w as life, max(at) filter (where metric is null) over w as began
    from (
      select d.${sql.raw(subject)} as subject, d.metric_date, d.created_at as at, d.created_by as cause, null as metric, null::numeric as change from ${standing(cells)}
      union all
      select r.subject, r.metric_date, r.restated_at, r.cause, nullif(r.metric, ${metric}), r.new_value - r.old_value from ${restated(cells, since)}
    ) event
    window w as (partition by subject, metric_date order by at, metric is not null)`
}

/** Sums of columns in one row `total`, as a row each: (…keys, column, value). */
export const perColumn = (columns: readonly string[], alias: string): SQL =>
  sql`cross join lateral (values ${sql.raw(columns.map((column) => `('${column}', ${alias}.${column}::numeric)`).join(', '))}) as v(name, value)`

/** The column that a restatement's metric names. */
export const columnOf = (source: Cells['source']): SQL => sql`substr(metric, ${SOURCES[source].metric.length + 2}::int)`

/**
 * The sums as they were known before a moment (null: as they are now). A row's value then is its value now less every change since, as long as it
 * is the same life of the row: what has appeared since was nothing then, and what has gone since ended in changes to 0. Meant for moments at
 * which no refresh was running: a refresh publishes its days in several transactions. One scan of the window's rows and restatements.
 */
export async function readKnown(tx: Pick<TenantTransaction, 'rows'>, cells: Cells, per: Per, before: SQL | null): Promise<Sums> {
  const { columns, source } = cells
  const key = (subject: string) => sql.raw(per === 'subject' ? subject : `''`)
  const standingThen = sql`
    select key, v.name, v.value from (
      select ${key(SOURCES[source].subject)} as key, ${sql.raw(columns.map((column) => `sum(${column}) as ${column}`).join(', '))}
      from ${standing(cells)} ${before === null ? sql`` : sql`and d.created_at < ${before}`} group by 1
    ) total ${perColumn(columns, 'total')}`
  const changedSince = sql`
    select ${key('subject')}, ${columnOf(source)}, -change from (${history(cells, before)}) event
    where metric is not null and at >= ${before} and began < ${before}`
  // Rows that are gone say that the thing was known.
  const gone = sql`select ${key('r.subject')}, '', 0 from ${restated({ ...cells, columns: [] }, null)} ${before === null ? sql`` : sql`and r.restated_at < ${before}`}`
  const rows = await tx.rows<{ key: string; name: string; value: string }>(sql`
    select key, name, sum(value)::text as value from (${standingThen} union all ${gone} ${before === null ? sql`` : sql`union all ${changedSince}`}) known(key, name, value) group by key, name`)
  const sums: Sums = new Map()
  for (const { key: of, name, value } of rows) (sums.get(of) ?? sums.set(of, {}).get(of)!)[name] = value
  return sums
}

/** When the first row of the cells appeared, of those that can be told; null without any. */
export async function readKnownSince(tx: Pick<TenantTransaction, 'row'>, cells: Cells): Promise<string | null> {
  const found = await tx.row<{ at: Date | null }>(sql`select min(at) as at from (${history({ ...cells, columns: [] })}) event where metric is null`)
  return found?.at?.toISOString() ?? null
}
