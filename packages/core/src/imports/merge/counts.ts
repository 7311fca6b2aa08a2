import { sql } from 'drizzle-orm'

/** What became of the staged records of one kind. `unchanged`: the database said the same already, and no row was touched. */
export interface MergeCounts {
  inserted: number
  updated: number
  unchanged: number
}

export interface Merged extends MergeCounts {
  /** Ids of what was inserted or updated. */
  changed: string[]
}

/**
 * The end of a merge statement with the CTEs staged and written(id, inserted), what an upsert returned; import_id stands only on rows that
 * an import made, and tells which these are. Nothing is joined here: the planner knows no sizes of CTEs and would compare all rows with all.
 */
export const outcome = sql.raw(`
  select count(*) filter (where inserted)::int as inserted, count(*) filter (where not inserted)::int as updated,
         ((select count(*) from staged) - count(*))::int as unchanged, coalesce(array_agg(id), '{}') as changed
  from written`)

export function countsOf({ inserted, updated, unchanged }: Merged): MergeCounts {
  return { inserted, updated, unchanged }
}

/** Ids from an earlier statement, as an array parameter. */
export const idList = (ids: readonly string[]) => sql`${sql.param(ids)}::text[]`
