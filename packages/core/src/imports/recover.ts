import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { tenantDatabase, type TenantDatabase } from '../db/tenant.ts'
import { refreshAfterWrite } from '../jobs/refresh-after-write.ts'
import { publishImport } from './merge/publish.ts'
import { completeImport, failImport, isPreviewKey, keepBeating, releaseImport, takeForRemoval, takeOver } from './lifecycle.ts'
import { settleRejections } from './quarantine/settle.ts'
import { removeParties } from './undo/remove-parties.ts'
import { removeRows } from './undo/remove-rows.ts'
import { takeBack } from './undo/take-back.ts'
import { isGone } from './writer.ts'

/**
 * Imports whose process died: one that was not visible yet is removed as a whole, one that was becoming visible is finished, one that was being
 * undone is undone. Either way each file is in the database entirely or not at all. Returns the names of files that have to be imported again,
 * and of those that came in; what these or an undone one change is asked to be computed, because their process cannot any more.
 */
export async function recoverImports(context: Context): Promise<{ removed: string[]; finished: string[] }> {
  const open = await context.db.rows<Left>(sql`
    select id, file_name as "fileName", sha256, status, writer, heartbeat_at as heartbeat from imports
    where organization_id = ${context.organization.id} and status in ('staging', 'merging', 'publishing', 'undoing') order by id`)
  const removed: string[] = []
  const finished: string[] = []
  let undone = 0
  for (const left of open.filter(({ writer, heartbeat }) => isGone(writer, heartbeat, new Date()))) {
    const db = tenantDatabase(context.database, context.organization.id, left.id)
    if (left.status === 'undoing') undone += await goOnUndoing(context, db, left)
    else if (left.status === 'publishing') {
      if (await goOnPublishing(db, left)) finished.push(left.fileName)
    } else if (isPreviewKey(left.sha256)) await removePreview(db, left.id)
    else if (await removeImport(db, left.id, 'The import was interrupted; nothing of the file was kept. Import it again.')) removed.push(left.fileName)
  }
  if (finished.length + undone > 0) await refreshAfterWrite(context)
  return { removed, finished }
}

interface Left {
  id: number
  fileName: string
  sha256: string
  status: string
  writer: string
  heartbeat: Date
}

async function goOnPublishing(db: TenantDatabase, { id, writer }: Left): Promise<boolean> {
  const open = await takeOver(db, id, 'publishing', writer)
  if (!open) return false
  const stopBeating = keepBeating(open)
  try {
    await publishImport(open, { touchesEarlier: true })
    await completeImport(open, null)
    await settleRejections(open, null)
    return true
  } catch (error) {
    await releaseImport(open).catch(() => undefined)
    throw error
  } finally {
    stopBeating()
  }
}

async function goOnUndoing({ database, log }: Context, db: TenantDatabase, { id, writer }: Left): Promise<number> {
  const open = await takeOver(db, id, 'undoing', writer)
  if (!open) return 0
  await takeBack(database, open)
  log.info({ importId: id }, 'an import that was being undone when its process ended is undone')
  return 1
}

/** Takes back every row of an import that never became visible. False, and nothing done, for one that is visible or over. */
export async function removeImport(db: TenantDatabase, importId: number, reason: string): Promise<boolean> {
  const taken = await takeForRemoval(db, importId, reason)
  if (!taken) return false
  await removeRows(db, importId)
  await failImport(taken)
  return true
}

/** Takes a preview back: its rows, the payers and providers that only it brought, and that it was there. */
export async function removePreview(db: TenantDatabase, importId: number): Promise<void> {
  if (!(await takeForRemoval(db, importId, 'Only looked at.'))) return
  await removeRows(db, importId)
  await removeParties(db, importId)
  await db.run(sql`delete from imports where organization_id = ${db.organizationId} and id = ${importId} and status in ('staging', 'merging')`)
}
