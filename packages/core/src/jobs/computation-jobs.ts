import { setTimeout as sleep } from 'node:timers/promises'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Database } from '../db/connect.ts'
import type { Log } from '../log.ts'
import { loggable } from '../loggable.ts'
import { listOrganizations } from '../organizations.ts'
import { PRESENCE, sayGone, sayPresent } from './presence.ts'
import { newQueue, QUEUE, queueOptions, type RunRequest } from './queue.ts'
import { releaseStuck, type Runner } from './run-job.ts'
import { syncSchedules } from './schedules.ts'
import { computationJobs, type Job } from './table.ts'
import { jobTimes, type JobTimes } from './times.ts'
import { newRunner } from './turns.ts'
import { workRequest } from './work-request.ts'

export interface ComputationJobsOptions {
  database: Database
  log: Log
  /** Where alerts are posted. */
  webhook?: string | null
  times?: Partial<JobTimes>
  jobs?: readonly Job[]
}

/** The workers and schedules of this process. */
export interface ComputationJobs {
  /** Host, process and a few letters, as the history names it. */
  runner: string
  stop(): Promise<void>
}

/**
 * Runs the jobs of every organization in this process until `stopComputationJobs`, beside any number of other processes. Makes the tables of the
 * queue where they are missing. Organizations that are made later are found while it runs.
 */
export async function initializeComputationJobs({
  database,
  log,
  webhook = null,
  times: given = {},
  jobs = computationJobs,
}: ComputationJobsOptions): Promise<ComputationJobs> {
  const times = { ...jobTimes, ...given }
  const queue = newQueue(database, {
    superviseIntervalSeconds: times.superviseSeconds,
    monitorIntervalSeconds: times.superviseSeconds,
    cronMonitorIntervalSeconds: times.cronSeconds,
    cronWorkerIntervalSeconds: times.cronSeconds,
    // Nothing here uses requests that wait for others, and the queue's own upgrades are rare.
    flowIntervalSeconds: 3600,
    bamIntervalSeconds: 600,
    queueCacheIntervalSeconds: 300,
  })
  queue.on('error', (error) => log.warn({ errors: loggable(asError(error)) }, 'the queue of jobs met an error'))
  queue.on('warning', ({ message }) => log.warn({ message }, 'the queue of jobs warns'))
  const stopping = new AbortController()
  const cut = new AbortController()
  const runner: Runner = {
    name: newRunner(),
    database,
    log,
    webhook,
    times,
    stopping: stopping.signal,
    cut: cut.signal,
    giveBack: async ({ requestId, attempt }) => {
      // Of that attempt only: the queue may have noticed by itself and handed the request out again.
      if (requestId !== null) await queue.fail(QUEUE, { id: requestId, retryCount: attempt - 1 }, { message: 'Its process was silent.' })
    },
  }
  await queue.start()
  await prepareQueues(queue, times)
  const present = () => sayPresent(queue, runner.name, times.silentMs)
  const watch = async () => {
    await present()
    for (const organization of await listOrganizations(database)) await releaseStuck(runner, organization)
  }
  const sync = async () => syncSchedules(queue, jobs, await listOrganizations(database))
  await sync()
  await watch()
  const repeated = [every(times.watchMs, watch, log), every(times.organizationsMs, sync, log)]
  await queue.work(
    QUEUE,
    { includeMetadata: true, localConcurrency: times.concurrency, groupConcurrency: 1, pollingIntervalSeconds: times.pollSeconds },
    ([request]: JobWithMetadata<RunRequest>[]) => workRequest(runner, jobs, request!),
  )
  log.info({ runner: runner.name, jobs: jobs.map(({ name }) => name) }, 'jobs are being run')

  return {
    runner: runner.name,
    stop: async () => {
      stopping.abort()
      await Promise.all(repeated.map((end) => end()))
      const timer = setTimeout(() => cut.abort(), times.stopMs)
      await sayGone(queue, runner.name).catch(() => undefined)
      await queue
        .stop({ close: false, timeout: times.stopMs + 2_000 })
        .catch((error: unknown) => log.warn({ errors: loggable(error) }, 'the queue of jobs did not stop in order'))
      clearTimeout(timer)
      cut.abort()
    },
  }
}

/** Takes no new run, gives the running ones some seconds to finish, cuts off what goes on (another process or the next start completes it), and ends. */
export async function stopComputationJobs(jobs: ComputationJobs): Promise<void> {
  await jobs.stop()
}

async function prepareQueues(queue: PgBoss, times: JobTimes): Promise<void> {
  await queue.createQueue(PRESENCE)
  await queue.createQueue(QUEUE, queueOptions(times))
  await queue.updateQueue(QUEUE, queueOptions(times))
}

/** Does something again and again, one after the other. Returns the end of it, which waits for the one at hand. */
function every(ms: number, work: () => Promise<void>, log: Log): () => Promise<void> {
  const end = new AbortController()
  const done = (async () => {
    while (!end.signal.aborted) {
      await sleep(ms, undefined, { signal: end.signal }).catch(() => undefined)
      if (end.signal.aborted) return
      await work().catch((error: unknown) => log.warn({ errors: loggable(error) }, 'the watch over jobs met an error'))
    }
  })()
  return () => {
    end.abort()
    return done
  }
}

/** The queue hands errors on as plain objects with the fields of an error. */
const asError = (error: unknown): Error => (error instanceof Error ? error : Object.assign(new Error('unknown'), error))
