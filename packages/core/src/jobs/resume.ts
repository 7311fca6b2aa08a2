import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { jobName, jobNamed } from './names.ts'
import { queueRun, workersOf } from './request.ts'
import { lastDue } from './schedule.ts'

export const resumeJob = defineOperation({
  name: 'jobs.resume',
  kind: 'write',
  summary: 'Lets a paused job run again; what was due meanwhile is made up for once.',
  input: z.strictObject({ job: jobName }),
  output: z.object({
    job: z.string(),
    wasPaused: z.boolean(),
    /** A run that was due while the job was paused, or that imports may have asked for. */
    queued: z.boolean(),
  }),
  async run(context, { job }) {
    const { db, organization, now } = context
    const pause = await db.row<{ at: Date }>(
      sql`delete from job_pauses where organization_id = ${organization.id} and job = ${job} returning paused_at as "at"`,
    )
    if (!pause) return { job, wasPaused: false, queued: false }
    const { schedule } = jobNamed(job)
    const isOwed = schedule === null || lastDue(schedule, organization.timeZone, now) > pause.at
    // Where nothing runs jobs, the next hour or start does it.
    const queued = isOwed && (await workersOf(context)) > 0
    if (queued) await queueRun(context, job, schedule === null ? 'data' : 'missed')
    return { job, wasPaused: true, queued }
  },
})
