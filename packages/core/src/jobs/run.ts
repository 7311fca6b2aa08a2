import { z } from 'zod'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { jobName, jobNamed } from './names.ts'
import { isPaused } from './pauses.ts'
import { queueRun, runHere, workersOf } from './request.ts'

export const runJobOperation = defineOperation({
  name: 'jobs.run',
  kind: 'write',
  summary: 'Asks for a run of a job: by a process that runs jobs where there is one, else here and now.',
  input: z.strictObject({ job: jobName }),
  output: z.object({
    job: z.string(),
    /** True when another process will run it; the history then has it under `requestId`. */
    queued: z.boolean(),
    requestId: z.string().nullable(),
    /** Of the run that was made here. */
    run: z.object({ id: z.number().int(), rows: z.number().int(), result: z.unknown() }).nullable(),
  }),
  async run(context, { job }) {
    if (await isPaused(context.db, context.organization.id, job)) throw new OverturnError('conflict', `The job ${job} is paused. Resume it first.`)
    if ((await workersOf(context)) > 0) return { job, queued: true, requestId: await queueRun(context, job, 'person'), run: null }
    return { job, queued: false, requestId: null, run: await runHere(context, jobNamed(job), 'person') }
  },
})
