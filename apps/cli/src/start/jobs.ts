import type { Config } from '@overturn/core/config'
import type { Database } from '@overturn/core/db/connect'
import { initializeComputationJobs, stopComputationJobs } from '@overturn/core/jobs/computation-jobs'
import { createLog } from '@overturn/core/log'
import { loggable } from '@overturn/core/loggable'
import type { StopSignal } from './stop-signal.ts'

/** Runs the jobs beside the portal, in the process that has the database: the portal's own process is left to its requests. */
export async function startJobs(
  database: Database,
  { logLevel, alertWebhook }: Pick<Config, 'logLevel' | 'alertWebhook'>,
  stop: Pick<StopSignal, 'untilStopped'>,
): Promise<{ stop(): Promise<void> }> {
  const log = stop.untilStopped(createLog(logLevel))
  const jobs = await initializeComputationJobs({ database, log, webhook: alertWebhook })
  // Where the database is gone nothing can be said to it any more; why everything ends is said by whoever noticed.
  return { stop: () => stopComputationJobs(jobs).catch((error: unknown) => log.warn({ errors: loggable(error) }, 'jobs could not be stopped in order')) }
}
