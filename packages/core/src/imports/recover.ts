import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { tenantDatabase, type TenantDatabase } from '../db/tenant.ts'
import { publishImport } from './merge/run.ts'
import { firstRowId, lastRowId } from './merge/slice.ts'
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
      await publishImport(db, left.id)
      await db.run(sql`update imports set status = 'complete', finished_at = now() where organization_id = ${db.organizationId} and id = ${left.id}`)
      finished.push(left.file_name)
    } else {
      await removeImport(db, left.id, 'The import was interrupted; nothing of the file was kept. Import it again.')
      removed.push(left.file_name)
    }
  }
  return { removed, finished }
}

/** Takes back every row of an import that never became visible. In slices: a large file must not hold the database. */
export async function removeImport(db: TenantDatabase, importId: number, reason: string): Promise<void> {
  const { organizationId } = db
  const own = sql`organization_id = ${organizationId} and id between ${firstRowId(importId)} and ${lastRowId(importId)}`
  const steps = [
    sql`delete from adjudications where organization_id = ${organizationId} and id in (select id from adjudications where ${own} limit ${REMOVE_ROWS})`,
    sql`delete from claims where organization_id = ${organizationId} and id in (select id from claims where organization_id = ${organizationId} and import_id = ${importId} limit ${REMOVE_ROWS})`,
    sql`delete from claim_line_items where organization_id = ${organizationId} and import_id = ${importId}`,
    sql`delete from remittances where ${own}`,
    sql`delete from staging_records where organization_id = ${organizationId} and import_id = ${importId} and seq in
        (select seq from staging_records where organization_id = ${organizationId} and import_id = ${importId} limit ${REMOVE_ROWS})`,
  ]
  for (const step of steps) while ((await db.run(step)) >= REMOVE_ROWS);
  await db.run(sql`update imports set status = 'failed', error = ${reason}, finished_at = now() where organization_id = ${organizationId} and id = ${importId}`)
}
