import { initializeComputationJobs, stopComputationJobs } from '@overturn/core/jobs/computation-jobs'
import { migrate } from '@overturn/core/db/migrate'
import { migrationState } from '@overturn/core/db/migration-state'
import { OverturnError } from '@overturn/core/errors'
import type { GlobalFlags } from './global-flags.ts'
import { interruptible } from './interruption.ts'
import { printNote } from './output.ts'
import { withDatabase } from './session.ts'

/** Runs the jobs of all organizations in this process until it is told to stop: a worker without a portal. */
export async function workUntilStopped(flags: GlobalFlags): Promise<void> {
  await withDatabase(flags, async ({ config, database, log }) => {
    const { applied, pending } = await migrationState(database)
    if (applied.length > 0 && pending.length > 0)
      throw new OverturnError('conflict', 'The database needs migrations before jobs can run. Run "overturn migrate".')
    await migrate(database)
    await interruptible('Stopping: what runs gets some seconds to finish.', async (signal) => {
      const jobs = await initializeComputationJobs({ database, log, webhook: config.alertWebhook })
      printNote(`Running jobs as ${jobs.runner}; Ctrl-C ends it.`)
      await new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })))
      await stopComputationJobs(jobs)
    })
  })
}
