import { sql, type SQL } from 'drizzle-orm'

/** Staged records from..to (both in it) of one import: what one short transaction of the merge covers. */
export interface Slice {
  organizationId: number
  importId: number
  from: number
  to: number
}

/** The staged records of one kind in a slice, as `s` in a FROM or UPDATE. */
export function staged({ organizationId, importId, from, to }: Slice, kind: string): SQL {
  return sql`s.organization_id = ${organizationId} and s.import_id = ${importId} and s.seq between ${from} and ${to} and s.kind = ${kind}`
}

/**
 * Rows of an import are numbered (import_id << 32) + position: known before they are written, the same at every try, one range per import.
 * 2^53 leaves room for two million imports of four billion records.
 */
export const rowId = (importId: number, position: SQL): SQL => sql`(${importId}::bigint * 4294967296 + ${position})`
/** The same for a position that is known here. */
export const rowIdOf = (importId: number, position: number): number => importId * 4_294_967_296 + position
export const firstRowId = (importId: number): number => rowIdOf(importId, 0)
export const lastRowId = (importId: number): number => firstRowId(importId + 1) - 1

/** Staged amounts are whole cents. */
export const cents = (expression: string): SQL => sql.raw(`(${expression})::numeric / 100`)
/** A JSON array of texts as text[]. */
export const texts = (expression: string): SQL => sql.raw(`coalesce((select array_agg(x) from jsonb_array_elements_text(${expression}) x), '{}')`)
