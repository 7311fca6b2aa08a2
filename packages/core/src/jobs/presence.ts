import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/connect.ts'

/**
 * Which processes run jobs, so that one that does not knows whether to ask or to do it itself. Each keeps a request in a queue that nobody works
 * on, due when the process would count as gone, and puts it off again and again; all by the clock of the database.
 */
export const PRESENCE = 'workers'

export async function sayPresent(queue: PgBoss, runner: string, silentMs: number): Promise<void> {
  await queue.upsert(PRESENCE, { runner }, { singletonKey: runner, startAfter: silentMs / 1000 })
}

export async function sayGone(queue: PgBoss, runner: string): Promise<void> {
  for (const { id } of await queue.findJobs(PRESENCE, { key: runner })) await queue.deleteJob(PRESENCE, id)
}

/** Processes that run jobs on this database, of all organizations. The queue must be there. */
export async function countWorkers({ pool }: Pick<Database, 'pool'>): Promise<number> {
  // Without parameters, as everything outside a transaction.
  const { rows } = await pool.query<{ workers: number }>(
    `select count(*)::int as workers from pgboss.job where name = '${PRESENCE}' and state = 'created' and start_after > now()`,
  )
  return rows[0]?.workers ?? 0
}
