import type { Database } from './connect.ts'

/** The tables that imports fill; the planner must know how they grew. */
const GROWING = ['claims', 'claim_line_items', 'adjudications', 'adjudication_lines', 'adjustments', 'staging_records']

/**
 * Takes fresh statistics of the tables that imports fill. The embedded engine has nobody who would do it, and everywhere a foreign key's
 * check is planned once per session, on tables that were empty then: without this an import into a new database checked each key by a
 * scan (measured: 154 claims/s instead of 1,900). Only the owner may; row-level security plays no part.
 */
export async function analyzeTables(database: Database): Promise<void> {
  for (const table of GROWING) await database.pool.query(`analyze ${table}`)
}

/** True at the slices after which statistics are worth taking again: the 1st, 4th, 16th, 64th … */
export function isGrowthStep(slice: number): boolean {
  return Number.isInteger(Math.log2(slice) / 2)
}
