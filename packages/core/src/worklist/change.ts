import { sql } from 'drizzle-orm'
import { todayOf, type Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { deniedAgain, standing } from './denied-again.sql.ts'
import type { changedWork, WorkBefore } from './schemas.ts'
import type { z } from 'zod'

/** One column of work_items. Whom the work is given to says nothing of how it stands: a denial that came after it was closed stays later than that. */
export type WorkChange = { sets: 'assigned_to' | 'state' | 'snoozed_until'; to: string | null }

/** By the clock that says when an import was complete: `now` of the context may be a day in the past. */
const SAID_AT = sql`clock_timestamp()`

/**
 * Changes the work on these claims, all or none, and gives back how each was. Each claim gets its row first, so that whoever changes the same ones
 * waits and is told what was left. Throws `not_found` when one of them is not there.
 */
export async function changeWork(
  context: Context,
  claimIds: readonly string[],
  { sets, to }: WorkChange,
  check?: (tx: TenantTransaction) => Promise<void>,
): Promise<z.input<typeof changedWork>> {
  const { db, organization, actor, now, log } = context
  const ids = [...new Set(claimIds)].sort()
  const mine = sql`organization_id = ${organization.id} and claim_id = any(${sql.param(ids)}::text[])`
  const again = deniedAgain(organization.id, todayOf(context))
  const before = await db.transaction(async (tx) => {
    await check?.(tx)
    await assertThere(tx, organization, ids)
    await tx.run(sql`
      insert into work_items (organization_id, claim_id, updated_at, updated_by)
      select ${organization.id}, id, ${SAID_AT}, ${actor.id} from unnest(${sql.param(ids)}::text[]) as id order by id on conflict do nothing`)
    const rows = await tx.rows<WorkBefore>(sql`
      select claim_id as "claimId", assigned_to as "assignedTo", ${standing.state} as state, ${standing.snoozedUntil} as "snoozedUntil"
      from (select w.*, ${again} as denied_again from work_items w where ${mine} order by w.claim_id for update) w
      order by claim_id`)
    const said = sets === 'assigned_to' ? sql`` : sql`, updated_at = ${SAID_AT}, updated_by = ${actor.id}`
    if (sets !== 'assigned_to') await tx.run(sql`update work_items w set state = 'open', snoozed_until = null where ${mine} and ${again} is not null`)
    await tx.run(sql`update work_items set ${sql.identifier(sets)} = ${to} ${said} where ${mine}`)
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
  if (missing)
    throw new OverturnError('not_found', `There is no claim "${missing.claimId}" in ${name}. The worklist names those to work.`, {
      command: 'overturn worklist',
    })
}
