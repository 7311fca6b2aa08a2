import { sql } from 'drizzle-orm'
import type { Role } from '../../access/roles.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { OverturnError } from '../../errors.ts'

/** The role of a member whose seat is about to change. Throws `not_found` where nobody of that id belongs to the organization. */
export async function roleOf(tx: TenantTransaction, organizationId: number, userId: string): Promise<Role> {
  const row = await tx.row<{ role: Role }>(sql`select role from members where organization_id = ${organizationId} and user_id = ${userId} for update`)
  if (!row) throw new OverturnError('not_found', `No member of this organization has the id "${userId}". members.list has their ids.`)
  return row.role
}

/**
 * Throws `conflict` when this is the only administrator: nobody could let anybody in again. The seats of all of them stay locked until the
 * transaction ends, so that the last two cannot go at once.
 */
export async function assertNotLast(tx: TenantTransaction, organizationId: number, userId: string): Promise<void> {
  const administrators = await tx.rows<{ userId: string }>(
    sql`select user_id as "userId" from members where organization_id = ${organizationId} and role = 'administrator' order by user_id for update`,
  )
  if (administrators.length === 1 && administrators[0]!.userId === userId)
    throw new OverturnError('conflict', 'This is the last administrator of the organization. Make somebody else one first.')
}

/** Takes back the offers of somebody who may make none any more: the links are in that person's hands. */
export async function revokeInvitationsOf(tx: TenantTransaction, organizationId: number, { userId, now }: { userId: string; now: Date }): Promise<void> {
  await tx.run(sql`
    update invitations set revoked_at = ${now.toISOString()}
    where organization_id = ${organizationId} and invited_by = ${userId} and accepted_at is null and revoked_at is null`)
}

/** Ends the tokens that somebody has made and that may more than their maker now may; all of them where the maker has left. */
export async function revokeTokensAbove(
  tx: TenantTransaction,
  organizationId: number,
  { userId, allowed, now }: { userId: string; allowed: readonly Role[]; now: Date },
): Promise<number> {
  return tx.run(sql`
    update api_tokens set revoked_at = ${now.toISOString()}
    where organization_id = ${organizationId} and created_by = ${userId} and revoked_at is null and role <> all (${sql.param([...allowed])}::text[])`)
}
