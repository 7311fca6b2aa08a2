import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { mayRemoveWorkNotes } from '../access/table.ts'
import type { Actor } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { note } from './schemas.ts'

type NoteRow = Omit<z.output<typeof note>, 'writtenAt' | 'mayRemove'> & { writtenAt: Date }

/** Who may take a note away: whoever wrote it, and those who may take any. */
export const mayRemove = (writtenBy: string, { id, role }: Actor): boolean => writtenBy === id || mayRemoveWorkNotes.includes(role)

export async function readNotes(tx: TenantTransaction, organizationId: number, which: SQL, actor: Actor): Promise<z.output<typeof note>[]> {
  const rows = await tx.rows<NoteRow>(sql`
    select n.id, n.body, n.written_at as "writtenAt", json_build_object('id', n.written_by, 'name', coalesce(u.name, n.written_by)) as "writtenBy"
    from work_notes n left join users u on u.id = n.written_by
    where n.organization_id = ${organizationId} and ${which}`)
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString(), mayRemove: mayRemove(row.writtenBy.id, actor) }))
}
