/** A process that runs jobs, for tests that need two of them: `worker-child.ts <database url>`. It says "ready", and ends on SIGTERM. */
import { sql } from 'drizzle-orm'
import { openPool, wrap } from '../../src/db/connect.ts'
import { initializeComputationJobs, stopComputationJobs } from '../../src/jobs/computation-jobs.ts'
import { silentLog } from '../../src/log.ts'
import { shortTimes, testJob } from './support.ts'

const database = wrap(openPool({ connectionString: process.argv[2]! }), 'postgresql')
const STEPS = 30

/** Writes its begin and its end into a table of the test, in transactions of their own. */
const brief = testJob('brief', async ({ db }) => {
  await db.run(sql`insert into trace (organization_id, job, pid, edge) values (${db.organizationId}, 'brief', ${process.pid}, 1)`)
  await db.rows(sql`select pg_sleep(0.01)`)
  await db.run(sql`insert into trace (organization_id, job, pid, edge) values (${db.organizationId}, 'brief', ${process.pid}, -1)`)
  return 1
})

/** Works in steps of its own and goes on where it stopped, as every computation does. */
const stepwise = testJob('stepwise', async ({ db }) => {
  const done = (await db.row<{ n: number }>(sql`select count(*)::int as n from trace where job = 'stepwise' and organization_id = ${db.organizationId}`))!.n
  for (let step = done; step < STEPS; step++)
    await db.transaction(async (tx) => {
      await tx.run(sql`insert into trace (organization_id, job, pid, edge) values (${db.organizationId}, 'stepwise', ${process.pid}, ${step})`)
      await tx.rows(sql`select pg_sleep(0.1)`)
    })
  return STEPS - done
})

const jobs = await initializeComputationJobs({ database, log: silentLog, jobs: [brief, stepwise], times: { ...shortTimes, silentMs: 2_000 } })
process.once('SIGTERM', () => void stopComputationJobs(jobs).then(() => database.close()))
process.stdout.write('ready\n')
