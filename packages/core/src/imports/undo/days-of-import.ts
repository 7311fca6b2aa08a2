import { sql, type SQL } from 'drizzle-orm'
import { mark, marksOf } from '../../computation/marks.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantDatabase, TenantTransaction } from '../../db/tenant.ts'
import { firstRowId, lastRowId } from '../merge/slice.ts'

/** Rows of one short transaction. */
const ROWS = 5_000

/** A day that figures count on, by what they count it. */
interface Day {
  basis: 'submission' | 'service' | 'payment'
  day: IsoDate
}

/**
 * Every day that the claims and decisions of the import count on, in slices: a large file must not hold the database. Claims of others that it
 * decided or changed are marked as they are restored.
 */
export async function daysOfImport(db: TenantDatabase, importId: number, rows = ROWS): Promise<Day[]> {
  const days = new Map<string, Day>()
  const add = (found: readonly Day[]) => found.forEach((day) => days.set(`${day.basis} ${day.day}`, day))
  await walk(db, { id: '' }, (after) => claimDays(db.organizationId, importId, after, rows), add)
  await walk(db, { id: '', line: -1 }, (after) => lineDays(db.organizationId, importId, after, rows), add)
  await walk(db, { id: firstRowId(importId) - 1 }, (after) => decisionDays(db.organizationId, importId, after, rows), add)
  return [...days.values()]
}

/** Marks all of these days. */
export async function markDays(tx: TenantTransaction, organizationId: number, days: readonly Day[], cause: string): Promise<void> {
  await mark(tx, organizationId, marksOf(days.map((day) => ({ ...day, claims: null, payers: null }))), cause)
}

/** From slice to slice by the key of its last row, until one has none. */
async function walk<Key>(db: TenantDatabase, start: Key, slice: (after: Key) => SQL, add: (days: readonly Day[]) => void): Promise<void> {
  for (let after: Key | null = start; after !== null;) {
    const found: { last: Key | null; days: Day[] | null } | null = await db.row<{ last: Key | null; days: Day[] | null }>(slice(after))
    add(found?.days ?? [])
    after = found?.last ?? null
  }
}

/** The days and the last key of the rows in `slice`, whose columns `basis` and `day` are in `touched`. */
const summed = (slice: SQL, last: SQL, touched: SQL): SQL => sql`
  with slice as materialized (${slice}), touched as (${touched})
  select (${last}) as last, (select jsonb_agg(distinct jsonb_build_object('basis', basis, 'day', day)) from touched where day is not null) as days`

const claimDays = (organizationId: number, importId: number, { id }: { id: string }, rows: number): SQL =>
  summed(
    sql`select id, submission_date, date_of_service from claims
      where organization_id = ${organizationId} and import_id = ${importId} and id > ${id} order by id limit ${rows}`,
    sql`select jsonb_build_object('id', max(id)) from slice having count(*) > 0`,
    sql`select 'submission' as basis, submission_date as day from slice
      union select 'service', date_of_service from slice
      union select 'service', unnest(array[p.appeal_date, p.decided_on]) from slice s
        join claim_appeals p on p.organization_id = ${organizationId} and p.claim_id = s.id`,
  )

/** Lines that it added to claims of others are among them. */
const lineDays = (organizationId: number, importId: number, { id, line }: { id: string; line: number }, rows: number): SQL =>
  summed(
    sql`select claim_id, line_number, date_of_service as day from claim_line_items
      where organization_id = ${organizationId} and import_id = ${importId} and (claim_id, line_number) > (${id}, ${line}::int)
      order by claim_id, line_number limit ${rows}`,
    sql`select jsonb_build_object('id', claim_id, 'line', line_number) from slice order by claim_id desc, line_number desc limit 1`,
    sql`select 'service' as basis, day from slice`,
  )

const decisionDays = (organizationId: number, importId: number, { id }: { id: number }, rows: number): SQL =>
  summed(
    sql`select id, decided_on as day from adjudications
      where organization_id = ${organizationId} and id > ${id} and id <= ${lastRowId(importId)} order by id limit ${rows}`,
    sql`select jsonb_build_object('id', max(id)) from slice having count(*) > 0`,
    sql`select 'payment' as basis, day from slice`,
  )
