import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

/** A pattern found by reason, its days computed and its score due. `scoped: false` is an imported one that nobody has adopted. */
export async function insertPattern(
  { db, organization }: Context,
  { id, reason, status = 'active', scoped = true }: { id: string; reason: string; status?: string; scoped?: boolean },
): Promise<void> {
  await db.run(sql`
    insert into patterns (organization_id, id, title, category, status, denial_reason, scope_key, computation_status)
    values (${organization.id}, ${id}, ${reason}, 'unclassified', ${status}, ${reason}, ${scoped ? `reason:${reason}` : null}, ${scoped ? 'computing' : 'pending'})`)
}

/** Takes a claim away with all that hangs on it, as undoing its file would. */
export async function deleteClaim({ db }: Pick<Context, 'db'>, id: string): Promise<void> {
  await db.run(sql`delete from adjudications where claim_id = ${id}`)
  await db.run(sql`delete from claim_line_items where claim_id = ${id}`)
  await db.run(sql`delete from claims where id = ${id}`)
}
