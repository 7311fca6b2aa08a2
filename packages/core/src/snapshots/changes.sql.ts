import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { columnOf, history, perColumn } from './as-known.sql.ts'
import { SOURCES, standing, type Cells } from './sources.ts'

/** What one cause did to the sum of a column on one day of the calendar. */
export interface Change {
  cause: string
  /** Day at the organization on which it was published, and the first moment of that. */
  day: string
  at: Date
  column: string
  /** Decimal text; what the sum grew by. */
  change: string
  /** A row appeared that was not there. */
  appeared: boolean
}

/**
 * Everything that changed the sums of the cells from one moment until before another (null: now), by cause and day: changed values, and rows that
 * appeared, with the value they first had (their value now, or 0 when they are gone, less every change of that life). The changes of a
 * column add up to the difference of `readKnown` at the two moments.
 */
export async function readChanges(
  tx: Pick<TenantTransaction, 'rows'>,
  cells: Cells,
  { from, until, timeZone }: { from: SQL; until: SQL | null; timeZone: string },
): Promise<Change[]> {
  const { columns, source } = cells
  const { subject } = SOURCES[source]
  const during = (column: string) => sql`${sql.raw(column)} >= ${from} ${until === null ? sql`` : sql`and ${sql.raw(column)} < ${until}`}`
  return tx.rows<Change>(sql`
    with event as materialized (
      select *, max(cause) filter (where metric is null) over (partition by subject, metric_date, life) as began_by from (${history(cells, from)}) event),
    change (at, cause, name, change, appeared) as (
      select d.created_at, d.created_by, v.name, v.value, true from (select *, ${sql.raw(subject)} as subject from ${standing(cells)}) d ${perColumn(columns, 'd')} where ${during('d.created_at')}
      union all
      select at, cause, name, 0, true from event cross join unnest(${sql.param(columns)}::text[]) as of_row(name) where metric is null and ${during('at')}
      union all
      select began, began_by, ${columnOf(source)}, -change, true from event where metric is not null and ${during('began')}
      union all
      select at, cause, ${columnOf(source)}, change, false from event where metric is not null and began is not null and ${during('at')})
    select cause, (at at time zone ${timeZone})::date::text as day, min(at) as at, name as column, sum(change)::text as change, bool_or(appeared) as appeared
    from change group by 1, 2, name order by min(at), cause, name`)
}
