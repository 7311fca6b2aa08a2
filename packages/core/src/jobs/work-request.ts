import type { JobWithMetadata } from 'pg-boss'
import { raiseAlert } from '../alerts/raise.ts'
import { tenantDatabase } from '../db/tenant.ts'
import { loggable } from '../loggable.ts'
import { listOrganizations } from '../organizations.ts'
import { isSearchDue } from '../patterns/search/due.ts'
import { DETECTION, REFRESH } from './data-jobs.ts'
import { isPaused } from './pauses.ts'
import type { RunRequest } from './queue.ts'
import { runJob, type Runner } from './run-job.ts'
import { safeError } from './safe-error.ts'
import { arrivalOf } from './schedule.ts'
import { queueRun } from './request.ts'
import type { Job } from './table.ts'

/**
 * Does what a request of the queue asks for. A paused job and an organization that is gone ask for nothing. The error it throws makes the queue try
 * again later and is kept by the queue, so its words are safe; after the last attempt people are told. After an import's refresh a search for
 * patterns follows where one is due.
 */
export async function workRequest(
  runner: Runner,
  jobs: readonly Job[],
  { id, data, createdOn, retryCount, retryLimit }: JobWithMetadata<RunRequest>,
): Promise<void> {
  const organization = (await listOrganizations(runner.database)).find((candidate) => candidate.id === data.organizationId)
  const job = jobs.find(({ name }) => name === data.job)
  if (!organization) return
  if (!job) throw new Error(`This version knows no job "${data.job}".`)
  const arrival = data.trigger === 'schedule' && job.schedule !== null ? arrivalOf(job.schedule, organization.timeZone, createdOn) : data.trigger
  const db = tenantDatabase(runner.database, organization.id)
  if (arrival === 'repeat' || (await isPaused(db, organization.id, job.name))) return
  const attempt = retryCount + 1
  const how = { trigger: arrival, requestId: id, attempt }
  // Only its safe words go on: the queue would keep a cause too.
  const failure = await runJob(runner, { organization, actor: { id: data.by, role: 'administrator' } }, job, how).then(() => null, safeError)
  if (failure === null) {
    if (job.name === REFRESH && jobs.some(({ name }) => name === DETECTION) && (await isSearchDue(db)))
      await queueRun({ database: runner.database, organization, actor: { id: data.by, role: 'administrator' } }, DETECTION, 'data')
    return
  }
  if (retryCount >= retryLimit && !runner.stopping?.aborted) {
    const message = `The job ${job.name} failed ${attempt} times; the last time: ${failure}`
    await raiseAlert({ db, organization, log: runner.log, webhook: runner.webhook }, { kind: 'job_failed', subject: job.name, message }).catch(
      (thrown: unknown) => runner.log.error({ errors: loggable(thrown) }, 'an alert could not be kept'),
    )
  }
  throw new Error(failure)
}
