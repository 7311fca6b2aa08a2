import type { Context } from '../context.ts'
import { loggable } from '../loggable.ts'
import { REFRESH } from './data-jobs.ts'
import { hasQueue } from './queue.ts'
import { queueRunOnce } from './request.ts'

/**
 * Asks for what a write has changed to be computed, after its transaction: nobody waits for it. A process that runs jobs takes the request up, now
 * or when it comes. Where none has ever run the days stay marked, and whoever wrote computes them: the command does. The write is done, whatever
 * becomes of this: it never throws.
 */
export async function refreshAfterWrite(context: Pick<Context, 'database' | 'organization' | 'actor' | 'log'>): Promise<void> {
  try {
    if (await hasQueue(context.database)) await queueRunOnce(context, REFRESH, 'data')
  } catch (thrown) {
    context.log.warn({ errors: loggable(thrown) }, 'a refresh could not be asked for; what was changed is computed with the next one')
  }
}
