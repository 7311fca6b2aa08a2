import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { runStates, runTriggers } from '../db/schema/jobs.ts'

/** One attempt of a job. */
export const jobRun = z.object({
  id: z.number().int(),
  job: z.string(),
  trigger: z.enum(runTriggers),
  /** The queue's number of the request; null for a run that a command made by itself. */
  requestId: z.string().nullable(),
  attempt: z.number().int(),
  state: z.enum(runStates),
  /** Host, process and a few letters. */
  runner: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  /** As the job counts; null until it is complete. */
  rows: z.number().int().nullable(),
  error: z.string().nullable(),
})

/** A row of job_runs as it is read. */
export interface JobRunRow extends Omit<z.infer<typeof jobRun>, 'startedAt' | 'finishedAt'> {
  startedAt: Date
  finishedAt: Date | null
}

export const jobRunColumns = sql.raw(`id, job, trigger, request_id as "requestId", attempt, state, runner, started_at as "startedAt",
  finished_at as "finishedAt", duration_ms as "durationMs", rows, error`)

export function jobRunOf({ startedAt, finishedAt, ...row }: JobRunRow): z.infer<typeof jobRun> {
  return { ...row, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }
}
