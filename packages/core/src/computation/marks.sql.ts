import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { DateBasis } from '../measures/organization-daily/sql.ts'

/** A day to compute again, and what of it: claims whose own facts changed, payers whose row of the day did. Null stands for all, nothing for none. */
export interface DayMark {
  basis: DateBasis
  day: IsoDate
  claims: readonly string[] | null
  payers: readonly string[] | null
}

/** A mark names at most so many: a day of more is cheaper, or no dearer, to compute whole. */
export const MOST_NAMED = 1_000

/** Those, unless they are too many to be named. */
export const named = (count: SQL, values: SQL): SQL => sql`case when ${count} <= ${MOST_NAMED} then ${values} end`

const union = (column: string): SQL => {
  const [known, added] = [sql.raw(`service_days_to_recompute.${column}`), sql.raw(`excluded.${column}`)]
  return named(sql`cardinality(${known}) + cardinality(${added})`, sql`array(select unnest(${known}) union select unnest(${added}))`)
}

/**
 * Writes marks: the rows of `marks` (date_basis, day, claims, payers). A day that is marked already names what either names. Marked again while it
 * is being computed it keeps its mark: the refresh drops only marks it has seen. `cause` is what a restatement will name.
 */
export async function mark(tx: Pick<TenantTransaction, 'run'>, organizationId: number, marks: SQL, cause: string): Promise<void> {
  await tx.run(sql`
    insert into service_days_to_recompute (organization_id, date_basis, day, cause, claims, payers)
    select ${organizationId}, date_basis, day, ${cause}, claims, payers from (${marks}) as marks where day is not null
    order by date_basis, day
    on conflict (organization_id, date_basis, day) do update
    set cause = excluded.cause, marked_at = clock_timestamp(), claims = ${union('claims')}, payers = ${union('payers')}`)
}

/** Marks from memory as rows for `mark`. */
export const marksOf = (marks: readonly DayMark[]): SQL =>
  sql`select basis as date_basis, day, claims, payers from json_to_recordset(${JSON.stringify(marks)}::json) as m(basis text, day date, claims text[], payers text[])`
