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
 * The end of a merge statement with the CTEs staged(id), known(id), the ids that were there before, and written(id), what an upsert
 * returned. The CTEs of one statement see the same snapshot, so `known` does not see what `written` does.
 */
export const outcome = sql.raw(`
  select count(*) filter (where w.id is not null and k.id is null)::int as inserted, count(*) filter (where w.id is not null and k.id is not null)::int as updated,
         count(*) filter (where w.id is null)::int as unchanged, coalesce(array_agg(w.id) filter (where w.id is not null), '{}') as changed
  from staged s left join written w on w.id = s.id left join known k on k.id = s.id`)

export function countsOf({ inserted, updated, unchanged }: Merged): MergeCounts {
  return { inserted, updated, unchanged }
}

/** Ids from an earlier statement, as an array parameter. */
export const idList = (ids: readonly string[]) => sql`${sql.param(ids)}::text[]`
