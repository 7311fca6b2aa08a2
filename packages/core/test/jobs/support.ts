import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '../../src/context.ts'
import type { Database } from '../../src/db/connect.ts'
import { initializeComputationJobs, stopComputationJobs, type ComputationJobs, type ComputationJobsOptions } from '../../src/jobs/computation-jobs.ts'
import { QUEUE } from '../../src/jobs/queue.ts'
import type { Job } from '../../src/jobs/table.ts'
import type { JobTimes } from '../../src/jobs/times.ts'
import { silentLog } from '../../src/log.ts'
import type { Operation } from '../../src/operation.ts'

/** As short as the queue allows. */
export const shortTimes: Partial<JobTimes> = {
  pollSeconds: 0.5,
  cronSeconds: 1,
  superviseSeconds: 1,
  requestSilentSeconds: 10,
  heartbeatMs: 100,
  silentMs: 5_000,
  watchMs: 200,
  turnMs: 50,
  organizationsMs: 300,
  retryLimit: 2,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 2,
  stopMs: 1_000,
}

/** A job that does what the test says. */
export function testJob(name: string, run: (context: Context) => Promise<number>, schedule: string | null = null): Job {
  const operation: Operation<z.ZodObject, z.ZodObject<{ rows: z.ZodNumber }>> = {
    // Any name that the table of access has: who may call it is not what these tests are about.
    name: 'computation.refresh',
    kind: 'write',
    summary: 'A job of a test.',
    input: z.strictObject({}),
    output: z.object({ rows: z.number() }),
    run: async (context) => ({ rows: await run(context) }),
  }
  return { name, summary: 'A job of a test', schedule, operation: operation as unknown as Operation, rows: (result) => (result as { rows: number }).rows }
}

/** Workers that end with the test, however it ends. */
export function useWorkers() {
  const started: ComputationJobs[] = []
  return {
    start: async (database: Database, options: Partial<ComputationJobsOptions> = {}) => {
      const jobs = await initializeComputationJobs({ database, log: silentLog, ...options, times: { ...shortTimes, ...options.times } })
      started.push(jobs)
      return jobs
    },
    stopAll: async () => {
      for (const jobs of started.splice(0)) await stopComputationJobs(jobs)
    },
  }
}

export interface RunRow {
  id: number
  job: string
  state: string
  trigger: string
  attempt: number
  runner: string
  requestId: string | null
  rows: number | null
  error: string | null
}

export function runsOf({ db }: Pick<Context, 'db'>, job: string): Promise<RunRow[]> {
  return db.rows<RunRow>(sql`
    select id, job, state, trigger, attempt, runner, request_id as "requestId", rows, error from job_runs where job = ${job} order by id`)
}

/** How many requests for a job of the organization wait. The queue must be there. */
export async function waitingRequests({ database, organization }: Pick<Context, 'database' | 'organization'>, job: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from pgboss.job where name = '${QUEUE}' and state < 'active' and data ->> 'job' = '${job}'
       and (data ->> 'organizationId')::int = ${organization.id}`,
  )
  return rows[0]!.n
}

export async function markedDays({ db }: Pick<Context, 'db'>): Promise<number> {
  return (await db.row<{ n: number }>(sql`select count(*)::int as n from service_days_to_recompute`))!.n
}

/** Pairs of runs of one job that were at work at the same time. */
export async function overlaps({ db }: Pick<Context, 'db'>): Promise<number> {
  const row = await db.row<{ n: number }>(sql`
    select count(*)::int as n from job_runs a join job_runs b on b.organization_id = a.organization_id and b.job = a.job and b.id > a.id
    where tstzrange(a.started_at, a.finished_at) && tstzrange(b.started_at, b.finished_at)`)
  return row!.n
}

/** Waits for something to come true; says what did not. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, seconds = 40): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await holds()); await sleep(50))
    if (Date.now() > end) throw new Error(`not within ${seconds} seconds: ${what}`)
}
