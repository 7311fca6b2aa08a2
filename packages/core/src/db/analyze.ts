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
