import { hostname } from 'node:os'
import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import type { TenantDatabase } from '../db/tenant.ts'
import type { runTriggers } from '../db/schema/jobs.ts'

/**
 * Who may run: a row of job_runs in the state `running` is the turn of a job of an organization, and its unique index lets there be one, whichever
 * process asks and whether a queue handed the request out or a command runs by itself.
 */

export type RunTrigger = (typeof runTriggers)[number]

export interface TurnRequest {
  job: string
  trigger: RunTrigger
  /** Of the queue; null for a run that a command makes by itself. */
  requestId: string | null
  attempt: number
  runner: string
}

/** A name for this process, or for one of several that run jobs in it. */
export const newRunner = () => `${hostname()}:${process.pid}:${randomUUID().slice(0, 4)}`

/** Takes the turn and returns the number of the run; null while another run has it. */
export async function takeTurn(db: TenantDatabase, { job, trigger, requestId, attempt, runner }: TurnRequest): Promise<number | null> {
  const taken = await db.row<{ id: number }>(sql`
    insert into job_runs (organization_id, job, trigger, request_id, attempt, runner, started_at, heartbeat_at)
    values (${db.organizationId}, ${job}, ${trigger}, ${requestId}, ${attempt}, ${runner}, clock_timestamp(), clock_timestamp())
    on conflict (organization_id, job) where state = 'running' do nothing
    returning id`)
  return taken?.id ?? null
}

/** False when the turn has been taken away. */
export async function beat(db: TenantDatabase, id: number): Promise<boolean> {
  return (await db.run(sql`update job_runs set heartbeat_at = clock_timestamp() where ${running(db, id)}`)) === 1
}

export interface Ending {
  state: 'complete' | 'failed' | 'released'
  rows?: number
  result?: unknown
  /** Safe to keep: never patient data. */
  error?: string
}

/** Ends the run and with it the turn. False when the turn had been taken away: what it did is not to be called done. */
export async function endTurn(db: TenantDatabase, id: number, { state, rows, result, error }: Ending): Promise<boolean> {
  const ended = await db.run(sql`
    update job_runs set ${ending(state)}, rows = ${rows ?? null}, error = ${error ?? null}, result = ${result === undefined ? null : JSON.stringify(result)}::jsonb
    where ${running(db, id)}`)
  return ended === 1
}

export interface SilentRun {
  id: number
  job: string
  requestId: string | null
  attempt: number
  runner: string
}

/** Takes the turn away from runs that have said nothing for so long; of one job, or of all. */
export function releaseSilent(db: TenantDatabase, silentMs: number, job: string | null = null): Promise<SilentRun[]> {
  return db.rows<SilentRun>(sql`
    update job_runs set ${ending('released')}, error = ${`Said nothing for ${Math.round(silentMs / 1000)} seconds: its process ended or stood still.`}
    where organization_id = ${db.organizationId} and state = 'running' and (${job}::text is null or job = ${job})
      and heartbeat_at < clock_timestamp() - ${silentMs} * interval '1 millisecond'
    returning id, job, request_id as "requestId", attempt, runner`)
}

const running = (db: TenantDatabase, id: number): SQL => sql`organization_id = ${db.organizationId} and id = ${id} and state = 'running'`

const ending = (state: Ending['state']): SQL => sql`
  state = ${state}, finished_at = clock_timestamp(), duration_ms = least(extract(epoch from clock_timestamp() - started_at) * 1000, 2147483647)::int`
