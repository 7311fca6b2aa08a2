import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { readPauses } from './pauses.ts'
import { countWorkers } from './presence.ts'
import { hasQueue, jobsAskedFor } from './queue.ts'
import { jobRun, jobRunColumns, jobRunOf, type JobRunRow } from './run-schemas.ts'
import { nextDue } from './schedule.ts'
import { computationJobs } from './table.ts'

const listed = z.object({
  name: z.string(),
  summary: z.string(),
  /** Cron expression by the clock of the organization; null for a job that only data or a person asks for. */
  schedule: z.string().nullable(),
  /** Null without a schedule, and while the job is paused. */
  nextDue: z.string().nullable(),
  paused: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** A run was asked for and has not begun: its turn, or a process that runs jobs, has not come. */
  waiting: z.boolean(),
  /** The run at work, or else the last one. */
  lastRun: jobRun.nullable(),
})

export const listJobs = defineOperation({
  name: 'jobs.list',
  kind: 'read',
  summary: 'Lists the jobs that keep everything computed: when each is due, how its last run went, and whether it is paused.',
  input: z.strictObject({}),
  output: z.object({
    timeZone: z.string(),
    /** Processes that run jobs now; without one nothing runs by itself. */
    workers: z.number().int(),
    jobs: z.array(listed),
  }),
  async run(context) {
    const { db, organization, now } = context
    const pauses = new Map((await readPauses(db, organization.id)).map((pause) => [pause.job, pause]))
    // Before the runs are read: what begins in between is listed as at work, and never as neither.
    const isThere = await hasQueue(context.database)
    const asked = isThere ? await jobsAskedFor(context.database, organization.id) : new Set<string>()
    // One after the other from the newest on: the index has them in this order, and each job runs often enough.
    const lasts = await db.rows<JobRunRow>(sql`
      select last.* from json_array_elements_text(${JSON.stringify(computationJobs.map(({ name }) => name))}::json) as name
      cross join lateral (
        select ${jobRunColumns} from job_runs where organization_id = ${organization.id} and job = name order by started_at desc, id desc limit 1) last`)
    const lastOf = new Map(lasts.map((row) => [row.job, jobRunOf(row)]))
    const jobs = computationJobs.map(({ name, summary, schedule }) => {
      const paused = pauses.get(name)
      const lastRun = lastOf.get(name) ?? null
      return {
        name,
        summary,
        schedule,
        nextDue: schedule === null || paused ? null : nextDue(schedule, organization.timeZone, now).toISOString(),
        paused: paused ? { by: paused.by, at: paused.at.toISOString() } : null,
        waiting: asked.has(name) && lastRun?.state !== 'running',
        lastRun,
      }
    })
    return { timeZone: organization.timeZone, workers: isThere ? await countWorkers(context.database) : 0, jobs }
  },
})
