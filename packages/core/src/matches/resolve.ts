import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { ownClaimId } from '../imports/merge/drafts.ts'
import { firstRowId } from '../imports/merge/slice.ts'
import { refreshAfterWrite } from '../jobs/refresh-after-write.ts'
import { defineOperation } from '../operation.ts'
import { moveDecisions } from './move.ts'
import { notQueued } from './not-queued.ts'
import { assertNoImport } from './quiet.ts'
import { resolveMatchInput, resolveMatchOutput } from './schemas.ts'
import { closeMatch, lockMatch } from './sql.ts'

export const resolveMatch = defineOperation({
  name: 'matches.resolve',
  kind: 'write',
  concerns: ({ claimId }, { fromClaimId }) => [claimId, fromClaimId],
  summary: 'Says which claim a decision is of that fits several: it moves there, and the claim that stood for it goes. Naming that claim itself keeps it.',
  input: resolveMatchInput,
  output: resolveMatchOutput,
  async run(context, { adjudicationId, claimId }) {
    const { db, organization, actor, now, log } = context
    const { id: organizationId, name } = organization
    const outcome = await db.transaction(async (tx) => {
      await assertNoImport(tx, organizationId)
      const queued = await lockMatch(tx, organizationId, adjudicationId)
      if (!queued) throw notQueued(adjudicationId)
      if (!(await tx.row(sql`select id from claims where organization_id = ${organizationId} and id = ${claimId} for update`)))
        throw new OverturnError('not_found', `There is no claim "${claimId}" in ${name}. The list of doubtful matches has the claims that the decision fits.`, {
          command: 'overturn matches',
        })
      await tx.run(
        sql`update adjudications set match_basis = 'by_hand' where organization_id = ${organizationId} and id = ${adjudicationId} and match_basis is distinct from 'by_hand'`,
      )
      await closeMatch(tx, organizationId, adjudicationId, { state: 'resolved', claimId, by: actor.id, at: now })
      const fromClaimId = queued.claimId
      if (fromClaimId === claimId) return { fromClaimId, movedDecisions: 0, addedLines: 0, removedClaimId: null }
      return { fromClaimId, ...(await moveTo(tx, organizationId, { adjudicationId, from: fromClaimId, importId: queued.importId, to: claimId })) }
    })
    log.info({ adjudicationId, movedDecisions: outcome.movedDecisions, by: actor.id }, 'match resolved')
    if (outcome.movedDecisions > 0) await refreshAfterWrite(context)
    return { adjudicationId: String(adjudicationId), claimId, ...outcome }
  },
})

interface Choice {
  adjudicationId: number
  importId: number
  from: string
  to: string
}

/**
 * The decision goes; with it goes what was matched to the claim that only stood for it (its reversal, its correction), because that is the
 * chosen claim by another name. A claim that has been submitted in the meantime is one, and keeps what is its own.
 */
async function moveTo(
  tx: TenantTransaction,
  organizationId: number,
  { adjudicationId, importId, from, to }: Choice,
): Promise<{ movedDecisions: number; addedLines: number; removedClaimId: string | null }> {
  const isStandIn =
    from === ownClaimId(importId, adjudicationId - firstRowId(importId)) &&
    (await tx.row(sql`select id from claims where organization_id = ${organizationId} and id = ${from} and not is_submitted`)) !== null
  const standing = sql`select id from adjudications where organization_id = ${organizationId} and claim_id = ${from} order by id`
  const decisions = isStandIn ? (await tx.rows<{ id: number }>(standing)).map(({ id }) => id) : [adjudicationId]
  const addedLines = await moveDecisions(tx, { organizationId, decisions, from, to, cause: `match:${adjudicationId}` })
  const isRemoved = isStandIn && (await removeStandIn(tx, organizationId, from, to))
  return { movedDecisions: decisions.length, addedLines, removedClaimId: isRemoved ? from : null }
}

/** A claim that nothing decides, that nobody submitted and nobody appealed. Where it was a candidate, the chosen claim is. */
async function removeStandIn(tx: TenantTransaction, organizationId: number, claimId: string, chosen: string): Promise<boolean> {
  const removed = await tx.run(sql`
    delete from claims c where c.organization_id = ${organizationId} and c.id = ${claimId} and not c.is_submitted
      and not exists (select from adjudications a where a.organization_id = c.organization_id and a.claim_id = c.id)
      and not exists (select from claim_appeals p where p.organization_id = c.organization_id and p.claim_id = c.id)`)
  if (removed === 0) return false
  await tx.run(sql`delete from claim_line_items where organization_id = ${organizationId} and claim_id = ${claimId}`)
  await tx.run(sql`
    update match_queue set candidates = (select array_agg(distinct case when id = ${claimId} then ${chosen} else id end) from unnest(candidates) as c(id))
    where organization_id = ${organizationId} and state = 'open' and ${claimId} = any(candidates)`)
  return true
}
