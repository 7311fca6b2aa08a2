import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { tenantDatabase, type TenantDatabase } from '../db/tenant.ts'
import { publishImport } from './merge/publish.ts'
import { firstRowId, lastRowId } from './merge/slice.ts'
import { completeImport, failImport, takeForRemoval } from './lifecycle.ts'
import { isGone } from './writer.ts'

const REMOVE_ROWS = 2_000

/**
 * Imports whose process died: one that was not visible yet is removed as a whole, one that was becoming visible is finished.
 * Either way each file is in the database entirely or not at all. Returns the file names by what happened.
 */
export async function recoverImports(context: Context): Promise<{ removed: string[]; finished: string[] }> {
  const open = await context.db.rows<{ id: number; file_name: string; status: string; writer: string; heartbeat_at: Date }>(sql`
    select id, file_name, status, writer, heartbeat_at from imports
    where organization_id = ${context.organization.id} and status in ('staging', 'merging', 'publishing') order by id`)
  const removed: string[] = []
  const finished: string[] = []
  for (const left of open.filter(({ writer, heartbeat_at: heartbeat }) => isGone(writer, heartbeat, new Date()))) {
    const db = tenantDatabase(context.database, context.organization.id, left.id)
    if (left.status === 'publishing') {
      await publishImport(db, left.id, { touchesEarlier: true })
      await completeImport(db, left.id, null)
      finished.push(left.file_name)
    } else if (await removeImport(db, left.id, 'The import was interrupted; nothing of the file was kept. Import it again.')) {
      removed.push(left.file_name)
    }
  }
  return { removed, finished }
}

/**
 * Takes back every row of an import that never became visible, in slices: a large file must not hold the database. False, and nothing
 * done, for one that is visible or over. Its rows stay hidden until the last is gone.
 */
export async function removeImport(db: TenantDatabase, importId: number, reason: string): Promise<boolean> {
  const taken = await takeForRemoval(db, importId, reason)
  if (!taken) return false
  const { organizationId } = db
  const ofImport = sql`organization_id = ${organizationId} and import_id = ${importId}`
  const inRange = sql`organization_id = ${organizationId} and id between ${firstRowId(importId)} and ${lastRowId(importId)}`
  const decided = sql`organization_id = ${organizationId} and adjudication_id between ${firstRowId(importId)} and ${lastRowId(importId)}`
  const some = (table: string, key: string, rows: SQL) =>
    sql`delete from ${sql.identifier(table)} where organization_id = ${organizationId} and (${sql.raw(key)}) in (select ${sql.raw(key)} from ${sql.identifier(table)} where ${rows} limit ${REMOVE_ROWS})`
  const steps = [
    some('adjustments', 'adjudication_id, line_number, position', decided),
    some('adjudication_remarks', 'adjudication_id, line_number, position', decided),
    some('adjudication_lines', 'adjudication_id, line_number', decided),
    some('adjudications', 'id', inRange),
    some('claim_submissions', 'id', inRange),
    some('claim_line_items', 'claim_id, line_number', ofImport),
    some('claims', 'id', ofImport),
    some('remittances', 'id', inRange),
    some('staging_records', 'import_id, seq', ofImport),
  ]
  for (const step of steps) while ((await db.run(step)) >= REMOVE_ROWS);
  await failImport(taken)
  return true
}
