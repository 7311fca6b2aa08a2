import { PgBoss, type ConstructorOptions } from 'pg-boss'
import type { Pool } from 'pg'
import type { Database } from '../db/connect.ts'
import type { JobTimes } from './times.ts'
import type { RunTrigger } from './turns.ts'

/**
 * One queue for all jobs of all organizations: a free worker asks once, however many there are. Requests of one job of one organization form a
 * group, of which the queue hands out one at a time.
 */
export const QUEUE = 'computation'

/** What a request says. It is stored as it is, so it never holds patient data. */
export interface RunRequest {
  job: string
  organizationId: number
  trigger: RunTrigger
  /** Who asked. */
  by: string
}

export const groupOf = ({ job, organizationId }: Pick<RunRequest, 'job' | 'organizationId'>) => `${job}/${organizationId}`

/** The queue over our own pool. Its tables are in a schema of their own, made under its own lock; overturn_app has no rights there. */
export function newQueue({ pool, engine }: Database, options: ConstructorOptions = {}): PgBoss {
  const isEmbedded = engine === 'embedded'
  return new PgBoss({ db: over(pool, isEmbedded), backend: isEmbedded ? 'pglite' : 'postgres', reindex: !isEmbedded, monitorVacuum: !isEmbedded, ...options })
}

/**
 * One statement, or several in a text of their own transaction, on any connection. Through the embedded socket a statement with parameters travels
 * in parts, between which the engine takes those of other connections unless a transaction keeps them out.
 */
function over(pool: Pool, isEmbedded: boolean): NonNullable<ConstructorOptions['db']> {
  return {
    executeSql: async (text, values) => {
      const client = await pool.connect()
      const inTransaction = isEmbedded && values !== undefined && values.length > 0
      let lost: Error | undefined
      try {
        if (inTransaction) await client.query('begin')
        const result = await client.query(text, values)
        if (inTransaction) await client.query('commit')
        return result
      } catch (error) {
        // A text that begins a transaction and fails within it would leave the connection in it.
        await client.query('rollback').catch((failure: Error) => (lost = failure))
        throw error
      } finally {
        client.release(lost)
      }
    },
  }
}

/** What holds for every request: attempts, pauses between them, and when a silent one is given to another worker. */
export function queueOptions(times: JobTimes) {
  return {
    retryLimit: times.retryLimit,
    retryDelay: times.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: times.retryDelayMaxSeconds,
    heartbeatSeconds: times.requestSilentSeconds,
    expireInSeconds: 12 * 3600,
    // The history is in job_runs.
    deleteAfterSeconds: 24 * 3600,
  }
}

/** Whether jobs have ever been started on this database. */
export async function hasQueue({ pool }: Pick<Database, 'pool'>): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>("select to_regclass('pgboss.job') is not null as there")
  return rows[0]?.there ?? false
}

/** Whether a request for a job of an organization waits, and nobody has begun it. The queue must be there. */
export async function isQueued({ pool }: Pick<Database, 'pool'>, request: Pick<RunRequest, 'job' | 'organizationId'>): Promise<boolean> {
  // Without parameters, as everything outside a transaction: names of jobs and numbers only.
  const { rows } = await pool.query<{ waits: boolean }>(
    `select exists (select from pgboss.job where name = '${QUEUE}' and state < 'active' and group_id = '${groupOf(request)}') as waits`,
  )
  return rows[0]?.waits ?? false
}

/** The jobs of an organization for which a request is not over: it waits, waits for another attempt, or is at work. The queue must be there. */
export async function jobsAskedFor({ pool }: Pick<Database, 'pool'>, organizationId: number): Promise<Set<string>> {
  const { rows } = await pool.query<{ job: string }>(
    `select distinct data ->> 'job' as job from pgboss.job where name = '${QUEUE}' and state <= 'active' and (data ->> 'organizationId')::int = ${Number(organizationId)}`,
  )
  return new Set(rows.map(({ job }) => job))
}

/** The queue for a process that only asks: no schedules, no maintenance, no worker. The queue must be there. */
export async function withQueue<T>(database: Database, work: (queue: PgBoss) => Promise<T>): Promise<T> {
  const queue = newQueue(database, { migrate: false, schedule: false, supervise: false })
  // What fails of the work is thrown by it; this is about what the queue does beside it.
  queue.on('error', () => undefined)
  await queue.start()
  try {
    return await work(queue)
  } finally {
    await queue.stop({ graceful: false, close: false })
  }
}
