import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'

/** Somebody who sees a candidate; without an address for a token, and for whoever no longer belongs to the organization. */
export interface Previewer {
  id: string
  email: string | null
}

/** Members by id or address, and tokens by the name under which they act. */
const among = (tx: Pick<TenantTransaction, 'rows'>, organizationId: number, names: readonly string[]) =>
  tx.rows<Previewer>(sql`
    select m.user_id as id, u.email from members m join users u on u.id = m.user_id
    where m.organization_id = ${organizationId}
      and (m.user_id = any(${sql.param(names)}::text[]) or u.email = any(${sql.param(names.map((name) => name.toLowerCase()))}::text[]))
    union all
    select 'token:' || t.id, null from api_tokens t
    where t.organization_id = ${organizationId} and t.revoked_at is null and 'token:' || t.id = any(${sql.param(names)}::text[])`)

/**
 * Ids of members by their ids or e-mail addresses, and of tokens by `token:<id>`. `known` are ids that are taken as they are: somebody who has left the organization can still be
 * taken off a list. Throws `not_found` naming whoever is neither.
 */
export async function memberIds(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  names: readonly string[],
  known: readonly string[] = [],
): Promise<string[]> {
  if (names.length === 0) return []
  const members = await among(tx, organizationId, names)
  const idOf = (name: string) => members.find(({ id, email }) => id === name || email === name.toLowerCase())?.id ?? known.find((id) => id === name)
  const unknown = names.filter((name) => idOf(name) === undefined)
  if (unknown.length > 0) {
    const who = unknown.map((name) => `"${name}"`).join(', ')
    throw new OverturnError('not_found', `No member of this organization has the e-mail address or id ${who}. The settings list the members.`, {
      command: 'overturn members',
    })
  }
  return names.map((name) => idOf(name)!)
}

/** Who these ids are, in their order. */
export async function previewersOf(tx: Pick<TenantTransaction, 'rows'>, organizationId: number, ids: readonly string[]): Promise<Map<string, Previewer>> {
  const members = ids.length === 0 ? [] : await among(tx, organizationId, ids)
  return new Map(ids.map((id) => [id, { id, email: members.find((member) => member.id === id)?.email ?? null }]))
}
