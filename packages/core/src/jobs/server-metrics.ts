import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { runStates } from '../db/schema/jobs.ts'
import { defineOperation } from '../operation.ts'
import { workersOf } from './request.ts'

const jobRuns = z.object({
  job: z.string(),
  state: z.enum(runStates),
  /** Of all that the history has. */
  runs: z.number().int(),
  /** All of them together. */
  seconds: z.number(),
})

export const serverMetrics = defineOperation({
  name: 'metrics.server',
  kind: 'read',
  summary: 'Counts what whoever operates the server watches: runs of jobs, days that wait, imports under way.',
  input: z.strictObject({}),
  output: z.object({
    jobs: z.array(jobRuns),
    /** Processes that run jobs now. */
    workers: z.number().int(),
    /** Days whose metrics no longer match the claims. */
    waitingDays: z.number().int(),
    unfinishedImports: z.number().int(),
  }),
  async run(context) {
    const { db } = context
    const own = sql`organization_id = ${db.organizationId}`
    const { jobs, counts } = await db.transaction(async (tx) => ({
      jobs: await tx.rows<z.infer<typeof jobRuns>>(sql`
        select job, state, count(*)::int as runs, (coalesce(sum(duration_ms), 0) / 1000.0)::float8 as seconds
        from job_runs where ${own} group by job, state order by job, state`),
      counts: await tx.row<{ waitingDays: number; unfinishedImports: number }>(sql`
        select (select count(*)::int from service_days_to_recompute where ${own}) as "waitingDays",
               (select count(*)::int from imports where ${own} and status in ('staging', 'merging', 'publishing', 'undoing')) as "unfinishedImports"`),
    }))
    return { jobs, workers: await workersOf(context), ...counts! }
  },
})
