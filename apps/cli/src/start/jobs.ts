import type { Config } from '@overturn/core/config'
import type { Database } from '@overturn/core/db/connect'
import { initializeComputationJobs, stopComputationJobs } from '@overturn/core/jobs/computation-jobs'
import { createLog } from '@overturn/core/log'
import type { StopSignal } from './stop-signal.ts'

/** Runs the jobs beside the portal, in the process that has the database: the portal's own process is left to its requests. */
export async function startJobs(
  database: Database,
  { logLevel, alertWebhook }: Pick<Config, 'logLevel' | 'alertWebhook'>,
  stop: Pick<StopSignal, 'untilStopped'>,
): Promise<{ stop(): Promise<void> }> {
  const jobs = await initializeComputationJobs({ database, log: stop.untilStopped(createLog(logLevel)), webhook: alertWebhook })
  return { stop: () => stopComputationJobs(jobs) }
}
