import { sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { tenantDatabase } from '../../db/tenant.ts'
import { assertUndoing, finishUndo, keepBeating, releaseImport, type OpenImport } from '../lifecycle.ts'
import { deriveDecided } from './derive-decided.ts'
import { removeParties } from './remove-parties.ts'
import { removeRows, type RemovedRows } from './remove-rows.ts'
import { restoreChanged } from './restore-changed.ts'

export interface TakenBack extends RemovedRows {
  /** Claims of other imports that are as they were before. */
  restoredClaims: number
}

/**
 * Undoes an import that is hidden already, in short transactions. Each step can be done again and leaves what the next one needs, so that a
 * process that is killed anywhere is followed by one that begins at the top.
 */
export async function takeBack(database: Database, open: OpenImport): Promise<TakenBack> {
  const stopBeating = keepBeating(open)
  try {
    const shown = tenantDatabase(database, open.db.organizationId)
    const changed = await restoreChanged(shown, open)
    const decided = await deriveDecided(shown, open)
    const removed = await removeRows(open.db, open.id)
    await removeParties(open.db, open.id)
    await open.db.transaction(async (tx) => {
      await assertUndoing(tx, open)
      await tx.run(sql`
        update import_rejections set state = 'open', mended_by_import = null
        where organization_id = ${open.db.organizationId} and mended_by_import = ${open.id}`)
      await finishUndo(tx, open)
    })
    return { ...removed, restoredClaims: changed + decided }
  } catch (error) {
    await releaseImport(open).catch(() => undefined)
    throw error
  } finally {
    stopBeating()
  }
}
