import { refreshComputationOperation } from '../computation/operations.ts'
import type { Context } from '../context.ts'
import { perform } from '../operation.ts'
import { detectPatternsOperation } from '../patterns/operations.ts'
import { isSearchDue } from '../patterns/search/due.ts'
import { REFRESH } from './data-jobs.ts'
import { queueRunOnce, workersOf } from './request.ts'

/**
 * What an import has changed is computed, and where a search for patterns is due, it follows: by a process that runs jobs, where there is one, else here
 * and now.
 */
export async function refreshAfterImport(context: Context): Promise<void> {
  if ((await workersOf(context)) === 0) {
    await perform(refreshComputationOperation, context, {})
    if (await isSearchDue(context.db)) await perform(detectPatternsOperation, context, {})
    return
  }
  await queueRunOnce(context, REFRESH, 'data')
}
