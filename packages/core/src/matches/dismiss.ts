import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { notQueued } from './not-queued.ts'
import { dismissMatchInput, dismissMatchOutput } from './schemas.ts'
import { closeMatch, lockMatch } from './sql.ts'

export const dismissMatch = defineOperation({
  name: 'matches.dismiss',
  kind: 'write',
  concerns: (_input, { claimId }) => [claimId],
  summary: 'Takes a decision that fits several claims off the list and leaves it on the claim that stands for it.',
  input: dismissMatchInput,
  output: dismissMatchOutput,
  async run({ db, organization, actor, now, log }, { adjudicationId }) {
    const claimId = await db.transaction(async (tx) => {
      const queued = await lockMatch(tx, organization.id, adjudicationId)
      if (!queued) throw notQueued(adjudicationId)
      if (queued.state !== 'open') throw new OverturnError('conflict', `Decision ${adjudicationId} was ${queued.state} before; there is nothing to do.`)
      await closeMatch(tx, organization.id, adjudicationId, { state: 'dismissed', claimId: null, by: actor.id, at: now })
      return queued.claimId
    })
    log.info({ adjudicationId, by: actor.id }, 'match dismissed')
    return { adjudicationId: String(adjudicationId), claimId, state: 'dismissed' as const }
  },
})
