import { refreshComputationOperation } from '../computation/operations.ts'
import type { Context } from '../context.ts'
import { perform } from '../operation.ts'
import { detectPatternsOperation } from '../patterns/operations.ts'
import { isSearchDue } from '../patterns/search/due.ts'
import { groupOf, QUEUE, withQueue } from './queue.ts'
import { queueRun, workersOf } from './request.ts'
import { REFRESH } from './table.ts'

/**
 * What an import has changed is computed, and where a search for patterns is due, it follows: by a process that runs jobs, where there is one, else here
 * and now. A request that still waits will see
 * this import too, so there is no second one.
 */
export async function refreshAfterImport(context: Context): Promise<void> {
  if ((await workersOf(context)) === 0) {
    await perform(refreshComputationOperation, context, {})
    if (await isSearchDue(context.db)) await perform(detectPatternsOperation, context, {})
    return
  }
  if (!(await isWaiting(context))) await queueRun(context, REFRESH, 'data')
}

async function isWaiting({ database, organization }: Context): Promise<boolean> {
  const waiting = await withQueue(database, (queue) => queue.findJobs(QUEUE, { data: { job: REFRESH, organizationId: organization.id }, queued: true }))
  return waiting.some(({ groupId }) => groupId === groupOf({ job: REFRESH, organizationId: organization.id }))
}
