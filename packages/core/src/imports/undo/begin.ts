import { sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { tenantDatabase, type TenantDatabase } from '../../db/tenant.ts'
import { OverturnError } from '../../errors.ts'
import { hideForUndo, holdTurn, type OpenImport } from '../lifecycle.ts'
import { importsBuiltOn, type ImportedFile } from './builds-on.ts'
import { daysOfImport, markDays } from './days-of-import.ts'

const TRIES = 5

/**
 * Hides an import from everyone, after it was found that nothing builds on it; its days, gathered before, are marked in the same transaction. Throws `not_found`, and
 * `conflict` with what is to be done first.
 */
export async function beginUndo({ database, db, organization, actor }: Context, id: number): Promise<{ open: OpenImport; fileName: string }> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const seen = await completed(db)
    const fileName = await assertUndoable(db, id, organization.name)
    const days = await daysOfImport(db, id)
    const open = await db.transaction(async (tx) => {
      if (await holdTurn(tx, db.organizationId)) throw busy()
      // A file that came in while we looked may build on this one.
      if ((await completed({ organizationId: db.organizationId, row: tx.row })) !== seen) return null
      await markDays(tx, db.organizationId, days, `undo:${id}`)
      return hideForUndo(tx, tenantDatabase(database, db.organizationId, id), id, actor.id)
    })
    if (open) return { open, fileName }
  }
  throw busy()
}

const busy = () => new OverturnError('conflict', 'Another file is being imported or undone at this moment. Try again when that is done.')

/** What imports there are, in a word. */
async function completed({ organizationId, row }: Pick<TenantDatabase, 'organizationId' | 'row'>): Promise<string> {
  const found = await row<{ seen: string }>(
    sql`select concat(count(*), ' ', max(finished_at)) as seen from imports where organization_id = ${organizationId} and status = 'complete'`,
  )
  return found?.seen ?? ''
}

interface Stored {
  fileName: string
  status: string
  /** Objects that came with it; null for an import of a version that did not keep what it changed. */
  objects: number | null
  /** Provider level adjustments that it added to payments of other files. */
  adjustmentsAdded: number | null
  /** That people filed on its claims, or of its own that people decided. */
  appeals: number
}

/** The name of the file. */
async function assertUndoable(db: TenantDatabase, id: number, organization: string): Promise<string> {
  const stored = await db.row<Stored>(sql`
    select file_name as "fileName", status, (summary -> 'merged' ->> 'objects')::int as objects, (summary -> 'merged' ->> 'adjustmentsAdded')::int as "adjustmentsAdded",
      (select count(*) from claim_appeals p join claims c on c.organization_id = p.organization_id and c.id = p.claim_id
        where p.organization_id = ${db.organizationId} and ((p.import_id is null and c.import_id = ${id}) or (p.import_id = ${id} and p.changed_at is not null)))::int as appeals
    from imports where organization_id = ${db.organizationId} and id = ${id}`)
  if (!stored)
    throw new OverturnError('not_found', `There is no import ${id} in ${organization}. The list of imports has those there are.`, {
      command: 'overturn imports',
    })
  const why = whyNot(stored)
  if (why) throw new OverturnError('conflict', `${stored.fileName} (import ${id}) cannot be undone: ${why}`)
  const building = await importsBuiltOn(db, id)
  if (building.length > 0) throw new OverturnError('conflict', builtOnText(stored.fileName, id, building))
  return stored.fileName
}

const OVER: Record<string, string> = {
  failed: 'nothing of it was taken in.',
  undone: 'it was undone already.',
  undoing: 'it is being undone at this moment.',
}

function whyNot({ status, objects, adjustmentsAdded, appeals }: Stored): string | null {
  if (status !== 'complete') return OVER[status] ?? 'it is being imported at this moment. Try again when that is done.'
  if (objects === null) return 'it was imported by an earlier version of Overturn, which did not keep what an import changes.'
  if (objects > 0) {
    return `${objects} policies, patterns, learning events or code references came with it, of which no earlier state is kept. Import an earlier export to go back to what that says.`
  }
  if (adjustmentsAdded !== 0) return 'it added provider level adjustments to payments of another file, and these are not kept apart.'
  if (appeals > 0)
    return `${appeals} of the appeals on its claims were filed or decided by people since. Remove those that were filed, and open those that were decided again ("overturn appeals").`
  return null
}

/** A message that fits on a screen. */
const NAMED = 5

function builtOnText(fileName: string, id: number, building: readonly ImportedFile[]): string {
  const named = building.slice(0, NAMED).map((file) => `${file.fileName} (import ${file.id})`)
  const more = building.length > NAMED ? ` and ${building.length - NAMED} more` : ''
  return `${fileName} (import ${id}) cannot be undone: ${named.join(', ')}${more} came later and ${building.length === 1 ? 'builds' : 'build'} on it. Undo ${building.length > NAMED ? 'these first, the latest first; "overturn imports" lists them all.' : 'these first, in this order.'}`
}
