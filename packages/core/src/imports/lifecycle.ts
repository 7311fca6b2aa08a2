import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { TenantDatabase, TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import type { FileSummary } from './summary.ts'
import { newWriter } from './writer.ts'

/**
 * The states of an import: staging, merging (written, seen by nobody else), publishing (seen, summaries being brought up to date), complete;
 * or failed. Every step forward names the state it comes from and its writer, so that a process that was given up for dead and comes back
 * finds the door closed instead of undoing what another one did.
 */

export interface ImportOrigin {
  name: string
  path: string
  format: string
  sha256: string
  bytes: number
}

/** An import in the hands of one writer; whoever takes it over writes another name there. */
export interface OpenImport {
  db: TenantDatabase
  id: number
  writer: string
}

const mine = ({ db, id, writer }: OpenImport) => sql`organization_id = ${db.organizationId} and id = ${id} and writer = ${writer}`

function takenOver(): OverturnError {
  return new OverturnError('conflict', 'This import was silent for too long and another process has taken it over. Import the file again.')
}

/** Opens an import of this content, or finds the one that brought it before (`known`). Throws `conflict` while another process imports it. */
export async function openImport(
  { db, actor }: Context,
  origin: ImportOrigin,
): Promise<{ id: number; writer: string; known: { summary: FileSummary; on: string } | null }> {
  const writer = newWriter()
  const row = await db.row<{ id: number; fresh: boolean; status: string; summary: FileSummary; finished: string | null }>(sql`
    with opened as (
      insert into imports (organization_id, file_name, format, sha256, bytes, imported_by, writer)
      values (${db.organizationId}, ${origin.name}, ${origin.format}, ${origin.sha256}, ${origin.bytes}, ${actor.id}, ${writer})
      on conflict (organization_id, sha256) where status not in ('failed', 'undoing', 'undone') do nothing
      returning id
    )
    select id, true as fresh, 'staging' as status, null::jsonb as summary, null::text as finished from opened
    union all
    select id, false, status, summary, to_char(finished_at, 'YYYY-MM-DD') from imports
    where organization_id = ${db.organizationId} and sha256 = ${origin.sha256} and status not in ('failed', 'undoing', 'undone')
    order by fresh desc limit 1`)
  if (row?.fresh) return { id: row.id, writer, known: null }
  if (row?.status === 'complete') return { id: row.id, writer, known: { summary: row.summary, on: row.finished ?? 'an earlier day' } }
  throw new OverturnError('conflict', `${origin.name} is being imported by another process at this moment. Try again when that is done.`)
}

const RETRY_MS = 200
const RECOVER_EVERY = 10

/** One merge at a time per organization, guarded by a unique index: whoever comes second waits, and looks now and then whether the first still lives. */
export async function startMerge(open: OpenImport, recover: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      if ((await open.db.run(sql`update imports set status = 'merging', heartbeat_at = now() where ${mine(open)} and status = 'staging'`)) > 0) return
      throw takenOver()
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
    if (tries % RECOVER_EVERY === 0) await recover()
    await sleep(RETRY_MS)
  }
}

/** Begins a slice: the import is still ours and not visible. Whoever wants to take it over waits for the slice. */
export async function assertMerging(tx: TenantTransaction, open: OpenImport): Promise<void> {
  if (!(await tx.row(sql`select id from imports where ${mine(open)} and status = 'merging' for share`))) throw takenOver()
}

/** The moment at which the whole file becomes visible; from here on an import is only ever finished. */
export async function showImport(tx: TenantTransaction, open: OpenImport, summary: FileSummary): Promise<void> {
  const shown = await tx.run(sql`
    update imports set status = 'publishing', format = ${summary.format}, summary = ${JSON.stringify(summary)}::jsonb where ${mine(open)} and status = 'merging'`)
  if (shown === 0) throw takenOver()
}

export async function completeImport(db: TenantDatabase, importId: number, merged: object | null): Promise<void> {
  await db.run(sql`
    update imports set status = 'complete', finished_at = now(), summary = summary || ${JSON.stringify(merged ? { merged } : {})}::jsonb
    where organization_id = ${db.organizationId} and id = ${importId} and status = 'publishing'`)
}

/** Takes an import that is not visible out of its writer's hands, to be removed. Null when there is nothing to remove: it is visible, or over. */
export async function takeForRemoval(db: TenantDatabase, id: number, reason: string): Promise<OpenImport | null> {
  const writer = newWriter()
  const taken = await db.run(sql`
    update imports set writer = ${writer}, heartbeat_at = now(), error = ${reason}
    where organization_id = ${db.organizationId} and id = ${id} and status in ('staging', 'merging')`)
  return taken > 0 ? { db, id, writer } : null
}

export async function failImport(open: OpenImport): Promise<void> {
  await open.db.run(sql`update imports set status = 'failed', finished_at = now() where ${mine(open)} and status in ('staging', 'merging')`)
}

/** Leaves a visible import that could not be finished to whoever comes next. */
export async function releaseImport(open: OpenImport): Promise<void> {
  await open.db.run(sql`update imports set writer = '' where ${mine(open)} and status = 'publishing'`)
}

const BEAT_MS = 5_000

/** Says every few seconds that this process still works on the import; one that is silent for a minute counts as gone. Returns the end of it. */
export function keepBeating(open: OpenImport): () => void {
  // A beat that fails is no news: the next slice will meet the same database.
  const beat = () => void open.db.run(sql`update imports set heartbeat_at = now() where ${mine(open)}`).catch(() => undefined)
  const timer = setInterval(beat, BEAT_MS).unref()
  return () => clearInterval(timer)
}

function isUniqueViolation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if ((cause as { code?: string }).code === '23505') return true
  return false
}
