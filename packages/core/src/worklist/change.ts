import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import type { changedWork, WorkBefore } from './schemas.ts'
import type { z } from 'zod'

/**
 * Changes the work on these claims, all or none, and gives back how each was. `set` are columns of work_items. Each claim gets its row first, so that
 * whoever changes the same ones waits and is told what was left. Throws `not_found` when one of them is not there.
 */
export async function changeWork(
  context: Context,
  claimIds: readonly string[],
  set: SQL,
  check?: (tx: TenantTransaction) => Promise<void>,
): Promise<z.input<typeof changedWork>> {
  const { db, organization, actor, now, log } = context
  const ids = [...new Set(claimIds)].sort()
  const mine = sql`organization_id = ${organization.id} and claim_id = any(${sql.param(ids)}::text[])`
  const before = await db.transaction(async (tx) => {
    await check?.(tx)
    await assertThere(tx, organization, ids)
    await tx.run(sql`
      insert into work_items (organization_id, claim_id, updated_at, updated_by)
      select ${organization.id}, id, ${now}, ${actor.id} from unnest(${sql.param(ids)}::text[]) as id order by id on conflict do nothing`)
    const rows = await tx.rows<WorkBefore>(sql`
      select claim_id as "claimId", state, assigned_to as "assignedTo", snoozed_until as "snoozedUntil" from work_items where ${mine} order by claim_id for update`)
    await tx.run(sql`update work_items set ${set}, updated_at = ${now}, updated_by = ${actor.id} where ${mine}`)
    return rows
  })
  log.info({ claims: ids.length, by: actor.id }, 'work changed')
  return { before, asOf: now.toISOString() }
}

/** Throws `not_found`, with the first of the claims that are not there. */
export async function assertThere(tx: TenantTransaction, { id, name }: Context['organization'], claimIds: readonly string[]): Promise<void> {
  const missing = await tx.row<{ claimId: string }>(sql`
    select claim_id as "claimId" from unnest(${sql.param(claimIds)}::text[]) as wanted(claim_id)
    where not exists (select from claims c where c.organization_id = ${id} and c.id = wanted.claim_id) limit 1`)
  if (missing) throw new OverturnError('not_found', `There is no claim "${missing.claimId}" in ${name}. "overturn worklist" names those to work.`)
}
