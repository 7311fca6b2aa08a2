import type { Context } from '../context.ts'
import { countWorkers } from './presence.ts'
import { groupOf, hasQueue, isQueued, QUEUE, withQueue, type RunRequest } from './queue.ts'
import { runJob, type JobRun } from './run-job.ts'
import type { Job } from './table.ts'
import { jobTimes } from './times.ts'
import { newRunner, type RunTrigger } from './turns.ts'

/** Processes that run jobs now. */
export async function workersOf({ database }: Pick<Context, 'database'>): Promise<number> {
  return (await hasQueue(database)) ? countWorkers(database) : 0
}

type Asking = Pick<Context, 'database' | 'organization' | 'actor'>

const requestOf = ({ organization, actor }: Asking, job: string, trigger: RunTrigger): RunRequest => ({
  job,
  organizationId: organization.id,
  trigger,
  by: actor.id,
})

/** Puts a run into the queue; the number of the request. */
export async function queueRun(context: Asking, job: string, trigger: RunTrigger): Promise<string | null> {
  const request = requestOf(context, job, trigger)
  return withQueue(context.database, (queue) => queue.send(QUEUE, request, { group: { id: groupOf(request) } }))
}

/** The same, unless a request of the same still waits: it will see what has changed since, too. */
export async function queueRunOnce(context: Asking, job: string, trigger: RunTrigger): Promise<void> {
  if (!(await isQueued(context.database, { job, organizationId: context.organization.id }))) await queueRun(context, job, trigger)
}

/** Runs a job in this process, when its turn comes; no attempt follows, and who called hears what went wrong. */
export function runHere(context: Context, job: Job, trigger: RunTrigger): Promise<JobRun> {
  const runner = { name: newRunner(), database: context.database, log: context.log, webhook: null, times: jobTimes }
  return runJob(runner, context, job, { trigger, requestId: null, attempt: 1 })
}
