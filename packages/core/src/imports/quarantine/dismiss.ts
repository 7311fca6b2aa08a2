import { defineOperation } from '../../operation.ts'
import { assertOpen, findRejection } from './one.ts'
import { dismissRejectOutput, oneRejection } from './schemas.ts'
import { closeRejection } from './sql.ts'

export const dismissReject = defineOperation({
  name: 'imports.rejects.dismiss',
  kind: 'write',
  summary: 'Takes a rejection off the list because nothing needs to be done about it.',
  input: oneRejection,
  output: dismissRejectOutput,
  async run(context, key) {
    const closed = await closeRejection(context.db, context.organization.id, key, { state: 'dismissed' })
    if (!closed) assertOpen(await findRejection(context, key))
    context.log.info({ ...key, by: context.actor.id }, 'rejection dismissed')
    return { ...key, state: 'dismissed' as const }
  },
})
