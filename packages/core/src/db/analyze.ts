import type { Database } from './connect.ts'

/** The tables that imports fill; the planner must know how they grew. */
const GROWING = ['claims', 'claim_line_items', 'adjudications', 'adjudication_lines', 'adjustments', 'staging_records']

/**
 * Takes fresh statistics of the tables that imports fill: the embedded engine has nobody else who would do it, and without them the planner
 * takes every column for alike. Only the owner may; row-level security plays no part.
 */
export async function analyzeTables(database: Database): Promise<void> {
  for (const table of GROWING) await database.pool.query(`analyze ${table}`)
}

/** True at the slices of an import after which statistics are worth taking again: the 8th, 64th, 512th … */
export function isGrowthStep(slice: number): boolean {
  return slice > 1 && Number.isInteger(Math.log2(slice) / 3)
}

/**
 * Whether nobody has taken statistics since the database was made. A foreign key's check is planned once per session: on tables that were empty
 * then it would be a scan for as long as the session lives.
 */
export async function isUnknownToPlanner(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ unknown: boolean }>("select reltuples <= 0 as unknown from pg_class where oid = 'claims'::regclass")
  return rows[0]?.unknown ?? false
}
