import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'
import { recomputeMarked } from '../../src/computation/recompute.ts'
import { markDaysOf } from '../../src/measures/marks.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { deleteClaim } from '../patterns/patterns.ts'

const CREATED = ['patterns', 'policies', 'organization_daily_metrics', 'pattern_daily_metrics', 'policy_daily_metrics', 'provider_daily_metrics']

/** Claims come in, as of a file, and what they touch is computed. Returns the import's id. */
export async function bring(context: Context, specs: readonly ClaimSpec[]): Promise<number> {
  const id = await insertClaims(context, specs)
  await context.db.transaction((tx) => markDaysOf(tx, context.organization.id, specs.map(idOf), `import:${id}`))
  await recomputeMarked(context)
  return id
}

/** The same claims say something else, or (`null`) are gone: their days before and after are computed. */
export async function replace(context: Context, ids: readonly string[], specs: readonly ClaimSpec[], cause: string): Promise<void> {
  const { db, organization } = context
  const mark = () => db.transaction((tx) => markDaysOf(tx, organization.id, ids, cause))
  await mark()
  for (const id of ids) {
    await db.run(sql`delete from claim_appeals where claim_id = ${id}`)
    await deleteClaim(context, id)
  }
  await insertClaims(context, specs)
  await mark()
  await recomputeMarked(context)
}

const idOf = ({ id }: ClaimSpec) => id

/** The moment of the database. */
export const moment = async ({ db }: Context) => (await db.row<{ at: string }>(sql`select clock_timestamp()::text as at`))!.at

/** Lets days of the calendar pass: everything published so far was published so many days earlier. */
export async function letPass({ db }: Context, days: number): Promise<void> {
  for (const table of CREATED) await db.run(sql`update ${sql.raw(table)} set created_at = created_at - ${days} * interval '1 day'`)
  await db.run(sql`update metric_restatements set restated_at = restated_at - ${days} * interval '1 day'`)
  await db.run(sql`update metric_snapshots set snapshot_date = snapshot_date - ${days}::int, taken_at = taken_at - ${days} * interval '1 day'`)
}

/** The day, some days before the database's own, in UTC as the organizations of tests are. */
export async function daysAgo({ db }: Context, days: number): Promise<IsoDate> {
  const { today } = (await db.row<{ today: IsoDate }>(sql`select (now() at time zone 'UTC')::date::text as today`))!
  return addDays(today, -days)
}
