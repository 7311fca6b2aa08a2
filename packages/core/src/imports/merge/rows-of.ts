import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'

interface Whose {
  organizationId: number
  importId: number
}

/** Of these claims, those that the import brought, or those that were there before. */
export async function claimsOf(
  tx: TenantTransaction,
  { organizationId, importId }: Whose,
  ids: readonly string[],
  which: 'own' | 'earlier',
): Promise<string[]> {
  const theirs = which === 'own' ? sql`import_id = ${importId}` : sql`import_id <> ${importId}`
  const rows = await tx.rows<{ id: string }>(
    sql`select id from claims where organization_id = ${organizationId} and ${theirs} and id = any(${sql.param(ids)}::text[])`,
  )
  return rows.map(({ id }) => id)
}

/** What hangs on decisions that are gone: lines, adjustments, remarks, and their places in the match queue. Returns how many places there were. */
export async function removeFacts(tx: TenantTransaction, organizationId: number, decisionIds: readonly number[]): Promise<number> {
  if (decisionIds.length === 0) return 0
  const remove = (table: string) =>
    tx.run(sql`delete from ${sql.identifier(table)} where organization_id = ${organizationId} and adjudication_id = any(${sql.param(decisionIds)}::int8[])`)
  for (const table of ['adjudication_lines', 'adjustments', 'adjudication_remarks']) await remove(table)
  return remove('match_queue')
}
