import { setTimeout as sleep } from 'node:timers/promises'
import { raiseAlert } from '../alerts/raise.ts'
import type { Actor, Context, Organization } from '../context.ts'
import type { Database } from '../db/connect.ts'
import { tenantDatabase } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import type { Log } from '../log.ts'
import { loggable } from '../loggable.ts'
import { perform } from '../operation.ts'
import { keepLease } from './lease.ts'
import { safeError } from './safe-error.ts'
import type { Job } from './table.ts'
import type { JobTimes } from './times.ts'
import { endTurn, releaseSilent, takeTurn, type SilentRun, type TurnRequest } from './turns.ts'

/** A process that runs jobs. */
export interface Runner {
  name: string
  database: Database
  log: Log
  webhook: string | null
  times: JobTimes
  /** Aborted at a stop: who waits for a turn gives up at once. */
  stopping?: AbortSignal
  /** Aborted some time after: runs are cut off. */
  cut?: AbortSignal
  /** Gives the request of a run that was released to another worker. */
  giveBack?(run: SilentRun): Promise<void>
}

export interface JobRun {
  id: number
  rows: number
  result: unknown
}

export const contextOf = ({ database, log, webhook }: Pick<Runner, 'database' | 'log' | 'webhook'>, organization: Organization, actor: Actor): Context => ({
  db: tenantDatabase(database, organization.id),
  database,
  organization,
  actor,
  origin: { channel: 'job', address: null, requestId: null },
  webhook,
  now: new Date(),
  log,
})

/**
 * Runs a job of an organization when its turn comes, and writes down how it went. Throws what its operation throws, after that is written down;
 * `conflict` when it was stopped or lost its turn.
 */
export async function runJob(
  runner: Runner,
  { organization, actor }: Pick<Context, 'organization' | 'actor'>,
  job: Job,
  request: Omit<TurnRequest, 'job' | 'runner'>,
): Promise<JobRun> {
  const { database, log, times, cut } = runner
  const db = tenantDatabase(database, organization.id)
  const id = await waitForTurn(runner, organization, { ...request, job: job.name, runner: runner.name })
  const lease = keepLease(db, id, times, cut)
  const about = { organizationId: organization.id, job: job.name, run: id, trigger: request.trigger, attempt: request.attempt }
  try {
    const result = await perform(job.operation, { ...contextOf(runner, organization, actor), db: lease.db }, {})
    const rows = job.rows(result)
    if (!(await endTurn(db, id, { state: 'complete', rows, result }))) throw new OverturnError('conflict', 'The run lost its turn before it was done.')
    log.info({ ...about, rows }, 'a job is done')
    return { id, rows, result }
  } catch (thrown) {
    await endTurn(db, id, { state: lease.lost ? 'released' : 'failed', error: safeError(thrown) }).catch((failure: unknown) =>
      log.warn({ ...about, errors: loggable(failure) }, 'how a job failed could not be written down; its run will be released'),
    )
    log.warn({ ...about, errors: loggable(thrown) }, 'a job did not get done')
    throw thrown
  } finally {
    lease.end()
  }
}

async function waitForTurn(runner: Runner, organization: Organization, request: TurnRequest): Promise<number> {
  const db = tenantDatabase(runner.database, organization.id)
  for (;;) {
    if (runner.stopping?.aborted) throw new OverturnError('conflict', 'The process was stopped before the turn of the run came.')
    const id = await takeTurn(db, request)
    if (id !== null) return id
    const released = await releaseStuck(runner, organization, request.job)
    if (released === 0) await sleep(runner.times.turnMs, undefined, { ...(runner.stopping && { signal: runner.stopping }) }).catch(() => undefined)
  }
}

/** Takes the turn away from runs whose process is gone or stands still, tells people, and gives their requests to others. Returns how many. */
export async function releaseStuck(runner: Runner, organization: Organization, job: string | null = null): Promise<number> {
  const db = tenantDatabase(runner.database, organization.id)
  const released = await releaseSilent(db, runner.times.silentMs, job)
  for (const run of released) {
    await raiseAlert(
      { db, organization, log: runner.log, webhook: runner.webhook },
      {
        kind: 'job_released',
        subject: run.job,
        message: `The job ${run.job} (run ${run.id}) was released: process ${run.runner} has said nothing for ${Math.round(runner.times.silentMs / 1000)} seconds. Another process goes on with it.`,
      },
    )
    await runner.giveBack?.(run)
  }
  return released.length
}
