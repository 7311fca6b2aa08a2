import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { TenantDatabase, TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import type { FileSummary } from './summary.ts'
import { newWriter } from './writer.ts'

/**
 * The states of an import: staging (waits its turn), merging (written, seen by nobody else), publishing (seen, earlier claims being brought up
 * to date), complete; or failed. From complete on: undoing (seen by nobody, being removed), undone. Every step forward names the state it comes
 * from and its writer, so that a process that was given up for dead and comes back finds the door closed instead of undoing what another one did.
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
  /** It is never shown: it tells what an import would do, and goes. */
  isPreview?: boolean
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

const PREVIEW = 'preview:'

/** In place of the content's SHA-256: a preview stands in nobody's way, and whoever finds one that was left knows it. */
export const previewKey = (): string => PREVIEW + randomUUID()
export const isPreviewKey = (sha256: string): boolean => sha256.startsWith(PREVIEW)

/** The import that brought this content, where it is complete. */
export async function importedBefore(db: TenantDatabase, sha256: string): Promise<{ id: number; summary: FileSummary; on: string } | null> {
  return db.row(sql`
    select id, summary, to_char(finished_at, 'YYYY-MM-DD') as on from imports
    where organization_id = ${db.organizationId} and sha256 = ${sha256} and status = 'complete'`)
}

const RETRY_MS = 200
const RECOVER_EVERY = 10
/** Any number that no other lock of Overturn has. */
const LOCK = 704_603

/** Until its transaction ends, no import of the organization begins to merge or to be undone. True while one is at it. */
export async function holdTurn(tx: TenantTransaction, organizationId: number): Promise<boolean> {
  await tx.run(sql`select pg_advisory_xact_lock(${LOCK}, ${organizationId})`)
  return (
    (await tx.row(sql`select id from imports where organization_id = ${organizationId} and status in ('merging', 'publishing', 'undoing') limit 1`)) !== null
  )
}

/**
 * One import at a time per organization, from its merge until it is complete, and none while one is undone: claims are matched against what is
 * there. Whoever comes second waits, and looks now and then whether the first still lives.
 */
export async function startMerge(open: OpenImport, recover: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; !(await takeTurn(open)); tries++) {
    if (tries % RECOVER_EVERY === 0) await recover()
    await sleep(RETRY_MS)
  }
}

function takeTurn(open: OpenImport): Promise<boolean> {
  return open.db.transaction(async (tx) => {
    if (await holdTurn(tx, open.db.organizationId)) return false
    if ((await tx.run(sql`update imports set status = 'merging', heartbeat_at = now() where ${mine(open)} and status = 'staging'`)) === 0) throw takenOver()
    return true
  })
}

/** Begins a slice: the import is still ours and not visible. Whoever wants to take it over waits for the slice. */
export async function assertMerging(tx: TenantTransaction, open: OpenImport): Promise<void> {
  if (!(await tx.row(sql`select id from imports where ${mine(open)} and status = 'merging' for share`))) throw takenOver()
}

/** Where a preview ends: thrown in the transaction that would show the file, so that it is rolled back. */
export class PreviewEnds extends Error {}

/**
 * The moment at which the whole file becomes visible; from here on an import is only ever finished. `merged.objects` counts what came with it
 * that is not versioned and can therefore not be undone: policies, patterns, learning events, code references.
 */
export async function showImport(tx: TenantTransaction, open: OpenImport, summary: FileSummary, merged: object = {}): Promise<void> {
  if (open.isPreview) throw new PreviewEnds()
  const objects = sql`
    select count(*) from staging_records where organization_id = ${open.db.organizationId} and import_id = ${open.id}
      and kind in ('policy', 'pattern', 'code_reference', 'learning_event')`
  const shown = await tx.run(sql`
    update imports set status = 'publishing', format = ${summary.format},
      summary = ${JSON.stringify(summary)}::jsonb || jsonb_build_object('merged', ${JSON.stringify(merged)}::jsonb || jsonb_build_object('objects', (${objects})))
    where ${mine(open)} and status = 'merging'`)
  if (shown === 0) throw takenOver()
}

/** Begins a slice of publishing: it is still ours. What another process derives in the meantime must not be written over with what was read before. */
export async function assertPublishing(tx: TenantTransaction, open: OpenImport): Promise<void> {
  if (!(await tx.row(sql`select id from imports where ${mine(open)} and status = 'publishing' for share`)))
    throw new OverturnError('conflict', 'This import was silent for too long, and another process brings it to its end. Look at its status.')
}

export async function completeImport(open: OpenImport, merged: object | null): Promise<void> {
  await open.db.run(sql`
    update imports set status = 'complete', finished_at = now(),
      summary = summary || jsonb_build_object('merged', coalesce(summary -> 'merged', '{}') || ${JSON.stringify(merged ?? {})}::jsonb)
    where ${mine(open)} and status = 'publishing'`)
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

/** Hides a complete import from everyone, in the transaction that marks its days. Null when it is complete no more. */
export async function hideForUndo(tx: TenantTransaction, db: TenantDatabase, id: number, undoneBy: string): Promise<OpenImport | null> {
  const writer = newWriter()
  const hidden = await tx.run(sql`
    update imports set status = 'undoing', writer = ${writer}, heartbeat_at = now(), undone_by = ${undoneBy}
    where organization_id = ${db.organizationId} and id = ${id} and status = 'complete'`)
  return hidden > 0 ? { db, id, writer } : null
}

/** Takes what was left half way out of the hands of `left`, to bring it to its end. Null when another process was faster. */
export async function takeOver(db: TenantDatabase, id: number, status: 'publishing' | 'undoing', left: string): Promise<OpenImport | null> {
  const writer = newWriter()
  const taken = await db.run(sql`
    update imports set writer = ${writer}, heartbeat_at = now()
    where organization_id = ${db.organizationId} and id = ${id} and status = ${status} and writer = ${left}`)
  return taken > 0 ? { db, id, writer } : null
}

/** Begins a slice of undoing: it is still ours. */
export async function assertUndoing(tx: TenantTransaction, open: OpenImport): Promise<void> {
  if (!(await tx.row(sql`select id from imports where ${mine(open)} and status = 'undoing' for share`)))
    throw new OverturnError('conflict', 'This was silent for too long, and another process goes on with undoing the import. Look at its status.')
}

export async function finishUndo(tx: TenantTransaction, open: OpenImport): Promise<void> {
  await tx.run(sql`update imports set status = 'undone', undone_at = now() where ${mine(open)} and status = 'undoing'`)
}

/** Leaves what could not be finished to whoever comes next. */
export async function releaseImport(open: OpenImport): Promise<void> {
  await open.db.run(sql`update imports set writer = '' where ${mine(open)} and status in ('publishing', 'undoing')`)
}

const BEAT_MS = 5_000

/** Says every few seconds that this process still works on the import; one that is silent for a minute counts as gone. Returns the end of it. */
export function keepBeating(open: OpenImport): () => void {
  // A beat that fails is no news: the next slice will meet the same database.
  const beat = () => void open.db.run(sql`update imports set heartbeat_at = now() where ${mine(open)}`).catch(() => undefined)
  const timer = setInterval(beat, BEAT_MS).unref()
  return () => clearInterval(timer)
}
