import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { runStates } from '../db/schema/jobs.ts'
import { defineOperation } from '../operation.ts'
import { paginate, pagination, paging } from '../schemas.ts'
import { jobRun, jobRunColumns, jobRunOf, type JobRunRow } from './run-schemas.ts'
import { jobName } from './names.ts'

export const jobHistory = defineOperation({
  name: 'jobs.history',
  kind: 'read',
  summary: 'Lists the runs of jobs, the newest first: what asked for each, how long it took, what it computed, and what went wrong.',
  input: z.strictObject({ job: jobName.optional(), state: z.enum(runStates).optional(), ...paging }),
  output: z.object({ runs: z.array(jobRun.extend({ result: z.unknown() })), pagination }),
  async run({ db, organization }, { job, state, page, limit }) {
    const wanted = sql`organization_id = ${organization.id} ${job ? sql`and job = ${job}` : sql``} ${state ? sql`and state = ${state}` : sql``}`
    return db.transaction(async (tx) => {
      const total = (await tx.row<{ total: number }>(sql`select count(*)::int as total from job_runs where ${wanted}`))!.total
      const rows = await tx.rows<JobRunRow & { result: unknown }>(sql`
        select ${jobRunColumns}, result from job_runs where ${wanted} order by started_at desc, id desc limit ${limit} offset ${(page - 1) * limit}`)
      return { runs: rows.map(({ result, ...row }) => ({ ...jobRunOf(row), result })), pagination: paginate(total, { page, limit }) }
    })
  },
})
