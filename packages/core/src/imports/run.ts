import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { tenantDatabase, type TenantDatabase } from '../db/tenant.ts'
import { asOverturnError, OverturnError } from '../errors.ts'
import { fingerprint, listSources, type ImportSource } from './files.ts'
import type { ReadOptions } from './importer.ts'
import { mergeImport, type MergeReport } from './merge/run.ts'
import type { ImportRecord } from './records.ts'
import { removeImport, recoverImports } from './recover.ts'
import { importerFor } from './registry.ts'
import { Staging } from './staging.ts'
import { addToSummary, emptySummary, type FileSummary } from './summary.ts'
import { heartbeat, thisProcess } from './writer.ts'

export type FileOutcome = 'imported' | 'unchanged' | 'refused'

export interface FileResult extends FileSummary {
  outcome: FileOutcome
  importId: number | null
  /** What the merge wrote; null when it wrote nothing. */
  merged: MergeReport | null
  /** Why it was refused, or that it was imported before. */
  message: string | null
}

export type ImportEvent =
  | { type: 'started'; file: string; number: number; of: number }
  | { type: 'progress'; file: string; phase: 'reading' | 'merging' | 'publishing'; records: number; of: number | null }
  | { type: 'finished'; result: FileResult }

type Progress = (event: ImportEvent) => void

/** Imports files one after the other. A file that cannot be read is refused with its reason, and the next one follows. */
export async function importPaths(
  context: Context,
  paths: readonly string[],
  options: ReadOptions,
  onEvent: Progress = () => undefined,
): Promise<FileResult[]> {
  await recoverImports(context)
  const sources = await listSources(paths)
  const results: FileResult[] = []
  for (const [index, source] of sources.entries()) {
    onEvent({ type: 'started', file: source.name, number: index + 1, of: sources.length })
    const result = await importSource(context, source, options, onEvent)
    results.push(result)
    onEvent({ type: 'finished', result })
  }
  await forgetDescribed(context, results)
  return results
}

const PLACEHOLDER = 'merge.placeholder-provider'

/** A provider that a claim named before the file that describes it came needs no warning any more. */
async function forgetDescribed({ db }: Context, results: FileResult[]): Promise<void> {
  if (!results.some(({ warnings }) => warnings.some(({ code }) => code === PLACEHOLDER))) return
  const open = new Set(
    (await db.rows<{ id: string }>(sql`select id from providers where organization_id = ${db.organizationId} and is_placeholder`)).map(({ id }) => id),
  )
  for (const result of results) result.warnings = result.warnings.filter(({ code, where }) => code !== PLACEHOLDER || open.has(where.record ?? ''))
  await db.run(sql`
    delete from import_rejections r using providers p
    where r.organization_id = ${db.organizationId} and r.code = ${PLACEHOLDER} and p.organization_id = r.organization_id and p.id = r.record and not p.is_placeholder`)
}

async function importSource(context: Context, source: ImportSource, options: ReadOptions, onEvent: Progress): Promise<FileResult> {
  let format = 'unknown'
  try {
    const importer = await importerFor(source)
    format = importer.name
    const print = await fingerprint(source)
    return await importRecords(context, { name: source.name, path: source.path, format, ...print }, importer.read(source.bytes(), options), onEvent)
  } catch (thrown) {
    const error = asOverturnError(thrown)
    if (error.code !== 'unreadable_file') throw thrown
    const refused = emptySummary(source.path, format)
    refused.rejected.push({
      code: 'file.refused',
      message: error.message,
      remedy: 'Get the file again from its sender, or use --partial to keep what is whole.',
      where: {},
    })
    return { ...refused, outcome: 'refused', importId: null, merged: null, message: error.message }
  }
}

export interface ImportOrigin {
  name: string
  path: string
  format: string
  sha256: string
  bytes: number
}

/**
 * Takes the records of one file in, as a whole or not at all: stage, then merge in slices that nobody else sees, then show them.
 * The same content twice changes nothing. A failure removes what was written and is thrown on.
 */
export async function importRecords(
  context: Context,
  origin: ImportOrigin,
  batches: AsyncIterable<ImportRecord[]> | Iterable<ImportRecord[]>,
  onEvent: Progress = () => undefined,
): Promise<FileResult> {
  const summary = emptySummary(origin.path, origin.format)
  const opened = await openImport(context, origin)
  if (opened.known) {
    const { records, ...counts } = opened.known
    return {
      ...summary,
      ...counts,
      file: origin.path,
      outcome: 'unchanged',
      importId: opened.id,
      merged: null,
      message: `Imported before, on ${records}; nothing changed.`,
    }
  }
  const db = tenantDatabase(context.database, context.organization.id, opened.id)
  try {
    const staging = new Staging(db, opened.id)
    const beat = heartbeat(db, opened.id)
    for await (const batch of batches) {
      for (const record of batch) addToSummary(summary, record)
      await staging.add(batch)
      await beat()
      onEvent({ type: 'progress', file: origin.name, phase: 'reading', records: staging.last, of: null })
    }
    await waitForMerge(db, opened.id)
    const merged = await mergeImport(context.database, db, opened.id, staging, (phase, records) =>
      onEvent({ type: 'progress', file: origin.name, phase, records, of: staging.last }),
    )
    for (const { severity, ...issue } of await staging.flushNotes()) (severity === 'rejection' ? summary.rejected : summary.warnings).push(issue)
    await db.run(sql`update imports set status = 'complete', finished_at = now(), format = ${summary.format}, summary = ${JSON.stringify({ ...summary, file: origin.name, merged })}::jsonb
      where organization_id = ${db.organizationId} and id = ${opened.id}`)
    context.log.info({ importId: opened.id, format: summary.format, records: staging.last, rejected: summary.rejected.length }, 'file imported')
    return { ...summary, outcome: 'imported', importId: opened.id, merged, message: null }
  } catch (error) {
    await removeImport(db, opened.id, asOverturnError(error).message).catch((failure: unknown) =>
      context.log.error({ importId: opened.id, err: failure }, 'a failed import could not be removed'),
    )
    throw error
  }
}

async function openImport({ db, actor }: Context, origin: ImportOrigin): Promise<{ id: number; known: (FileSummary & { records: string }) | null }> {
  const row = await db.row<{ id: number; fresh: boolean; status: string; summary: FileSummary; finished: string | null }>(sql`
    with opened as (
      insert into imports (organization_id, file_name, format, sha256, bytes, imported_by, writer)
      values (${db.organizationId}, ${origin.name}, ${origin.format}, ${origin.sha256}, ${origin.bytes}, ${actor.id}, ${thisProcess()})
      on conflict (organization_id, sha256) where status not in ('failed', 'undone') do nothing
      returning id
    )
    select id, true as fresh, 'staging' as status, null::jsonb as summary, null::text as finished from opened
    union all
    select id, false, status, summary, to_char(finished_at, 'YYYY-MM-DD') from imports
    where organization_id = ${db.organizationId} and sha256 = ${origin.sha256} and status not in ('failed', 'undone')
    order by fresh desc limit 1`)
  if (!row) throw new OverturnError('conflict', `${origin.name} is being imported by someone else at this moment. Try again when that is done.`)
  if (row.fresh) return { id: row.id, known: null }
  if (row.status !== 'complete')
    throw new OverturnError('conflict', `${origin.name} is being imported by another process (on ${hostname()} or elsewhere). Try again when that is done.`)
  return { id: row.id, known: { ...row.summary, records: row.finished ?? 'an earlier day' } }
}

/** One merge at a time per organization: a unique index guards it, whoever comes second waits. */
async function waitForMerge(db: TenantDatabase, importId: number): Promise<void> {
  for (;;) {
    const mine = await db
      .run(sql`update imports set status = 'merging', heartbeat_at = now() where organization_id = ${db.organizationId} and id = ${importId}`)
      .catch((error: unknown) => (isUniqueViolation(error) ? 0 : Promise.reject(error as Error)))
    if (mine > 0) return
    await db.run(sql`update imports set heartbeat_at = now() where organization_id = ${db.organizationId} and id = ${importId}`)
    await sleep(200)
  }
}

function isUniqueViolation(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if ((cause as { code?: string }).code === '23505') return true
  return false
}
