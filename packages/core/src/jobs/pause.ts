import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { jobName } from './names.ts'

export const pauseJob = defineOperation({
  name: 'jobs.pause',
  kind: 'write',
  summary: 'Stops a job until it is resumed; a run at work finishes. Requests that come meanwhile are dropped.',
  input: z.strictObject({ job: jobName }),
  output: z.object({ job: z.string(), pausedBy: z.string(), pausedAt: z.string() }),
  async run({ db, organization, actor }, { job }) {
    const row = await db.row<{ by: string; at: Date }>(sql`
      insert into job_pauses (organization_id, job, paused_by) values (${organization.id}, ${job}, ${actor.id})
      on conflict (organization_id, job) do update set job = excluded.job
      returning paused_by as "by", paused_at as "at"`)
    return { job, pausedBy: row!.by, pausedAt: row!.at.toISOString() }
  },
})
