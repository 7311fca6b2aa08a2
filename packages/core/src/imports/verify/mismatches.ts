import type { Mismatch } from './schemas.ts'

/** Listed up to here, counted beyond: an export that was never imported must not fill the memory. */
const LISTED = 1000

/** What the export has and the database has not, or has otherwise. */
export class Mismatches {
  readonly listed: Mismatch[] = []
  total = 0

  /** Rows of a comparison: no fields at all means that the object is not there. */
  add(kind: string, rows: readonly { id: string; fields: string[] | null }[]): void {
    this.total += rows.length
    for (const { id, fields } of rows.slice(0, LISTED - this.listed.length))
      this.listed.push({ kind, id, problem: fields ? 'different' : 'missing', fields: fields ?? [] })
  }
}
