import { sql } from 'drizzle-orm'
import { record } from '../audit/write.ts'
import type { Context } from '../context.ts'
import { analyzeTables } from '../db/analyze.ts'
import { tenantDatabase } from '../db/tenant.ts'
import { asOverturnError } from '../errors.ts'
import { loggable } from '../loggable.ts'
import { ContentReader, type FileContent } from './content.ts'
import { UnconfirmedColumns } from './formats/csv/unconfirmed.ts'
import type { ReadOptions } from './importer.ts'
import { completeImport, keepBeating, openImport, releaseImport, startMerge, type ImportOrigin, type OpenImport } from './lifecycle.ts'
import { publishImport } from './merge/publish.ts'
import { ImportMerge, type MergeReport } from './merge/run.ts'
import { slicesOf } from './merge/slices.ts'
import { settleRejections } from './quarantine/settle.ts'
import type { ImportRecord } from './records.ts'
import { removeImport, recoverImports } from './recover.ts'
import { refusedFile, UNKNOWN_FORMAT } from './refused.ts'
import { importerFor } from './registry.ts'
import { listSources } from './sources/list.ts'
import { fingerprint } from './sources/read.ts'
import type { ImportSource } from './sources/source.ts'
import { emptySummary, type FileSummary } from './summary.ts'

export type FileOutcome = 'imported' | 'unchanged' | 'refused' | 'preview'

export interface FileResult extends FileSummary {
  outcome: FileOutcome
  importId: number | null
  /** What the merge wrote, or (`preview`) would write; null when it wrote nothing. */
  merged: MergeReport | null
  /** Why it was refused, or that it was imported before. */
  message: string | null
}

export type ImportEvent =
  | { type: 'started'; file: string; number: number; of: number }
  | { type: 'progress'; file: string; phase: 'merging' | 'publishing'; records: number; bytes?: number; ofBytes?: number }
  | { type: 'finished'; result: FileResult; content: FileContent }

export type Progress = (event: ImportEvent) => void

/** Imports files one after the other. A file that cannot be read is refused with its reason, and the next one follows. */
export async function importPaths(
  context: Context,
  paths: readonly string[],
  options: ReadOptions,
  onEvent: Progress = () => undefined,
): Promise<FileResult[]> {
  const results = await takePaths(context, paths, options, onEvent, importRecords)
  if (results.some(({ outcome }) => outcome === 'imported')) await analyzeTables(context.database)
  await forgetDescribed(context, results)
  return results
}

type Batches = AsyncIterable<ImportRecord[]> | Iterable<ImportRecord[]>
type Take = (context: Context, origin: ImportOrigin, batches: Batches, onEvent: Progress) => Promise<FileResult>

/** Reads files one after the other and gives the records of each to `take`. */
export async function takePaths(context: Context, paths: readonly string[], options: ReadOptions, onEvent: Progress, take: Take): Promise<FileResult[]> {
  const sources = await listSources(paths)
  const results: FileResult[] = []
  for (const [index, source] of sources.entries()) {
    onEvent({ type: 'started', file: source.name, number: index + 1, of: sources.length })
    const reader = new ContentReader()
    const result = await takeSource(context, source, options, onEvent, { take, reader })
    results.push(result)
    onEvent({ type: 'finished', result, content: reader.content })
  }
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

async function takeSource(
  context: Context,
  source: ImportSource,
  options: ReadOptions,
  onEvent: Progress,
  { take, reader }: { take: Take; reader: ContentReader },
): Promise<FileResult> {
  let format = UNKNOWN_FORMAT
  try {
    const importer = await importerFor(source)
    format = importer.name
    const print = await fingerprint(source)
    let bytes = 0
    const counted = async function* () {
      for await (const chunk of source.bytes()) {
        bytes += chunk.byteLength
        yield chunk
      }
    }
    const follow: Progress = (event) => onEvent(event.type === 'progress' && event.phase === 'merging' ? { ...event, bytes, ofBytes: print.bytes } : event)
    return await take(context, { name: source.name, path: source.path, format, ...print }, reader.along(importer.read(counted(), options)), follow)
  } catch (thrown) {
    const error = asOverturnError(thrown)
    if (error.code !== 'unreadable_file') throw thrown
    reader.needsColumns = error instanceof UnconfirmedColumns
    const refused = refusedFile(source.path, format, error, options)
    return { ...refused, outcome: 'refused', importId: null, merged: null, message: error.message }
  }
}

/**
 * Takes the records of one file in, as a whole or not at all: merged while they are read, in slices that nobody else sees, then shown.
 * The same content twice changes nothing. A failure removes what nobody has seen yet, and is thrown on.
 */
export async function importRecords(context: Context, origin: ImportOrigin, batches: Batches, onEvent: Progress = () => undefined): Promise<FileResult> {
  await recoverImports(context)
  const summary = emptySummary(origin.path, origin.format)
  const { id, writer, known } = await openImport(context, origin)
  if (known) {
    const message = `Imported before, on ${known.on}; nothing changed.`
    return { ...summary, ...known.summary, file: origin.path, outcome: 'unchanged', importId: id, merged: null, message }
  }
  const db = tenantDatabase(context.database, context.organization.id, id)
  const open = { db, id, writer }
  const stopBeating = keepBeating(open)
  const progress = (phase: 'merging' | 'publishing', records: number) => onEvent({ type: 'progress', file: origin.name, phase, records })
  // No operation: what begins here is told apart by the file's content and by the number under which its claims are found.
  const deed = { operation: 'imports.run', about: { importId: id, sha256: origin.sha256, bytes: origin.bytes, format: origin.format } }
  try {
    await record(context, { ...deed, outcome: 'begun' })
    await startMerge(open, () => recoverImports(context))
    const merge = new ImportMerge(context.database, open, summary)
    const records = await mergeRecords(merge, batches, summary, (position) => progress('merging', position))
    progress('publishing', 0)
    merge.report.changedClaims = await publishImport(open, merge, (claims) => progress('publishing', claims))
    await completeImport(open, merge.report)
    await settleRejections(open, merge.report.knownRemittances)
    context.log.info({ importId: id, format: summary.format, records, rejected: summary.rejected.length }, 'file imported')
    return { ...summary, outcome: 'imported', importId: id, merged: merge.report, message: null }
  } catch (error) {
    const { code, message } = asOverturnError(error)
    await giveUp(context, open, message)
    await record(context, { ...deed, outcome: 'failed', about: { ...deed.about, error: code } }).catch((failure: unknown) =>
      context.log.error({ importId: id, errors: loggable(failure) }, 'a failed import could not be written into the audit trail'),
    )
    throw error
  } finally {
    stopBeating()
  }
}

/** Merges what is read, slice by slice, and settles what had to wait. Returns how many records there were. */
export async function mergeRecords(
  merge: Pick<ImportMerge, 'take' | 'finish'>,
  batches: Batches,
  summary: FileSummary,
  onSlice: (position: number) => void,
): Promise<number> {
  let records = 0
  for await (const slice of slicesOf(batches, summary)) {
    await slice.written(merge.take(slice.records))
    records = slice.records.at(-1)?.position ?? records
    onSlice(records)
  }
  await merge.finish()
  return records
}

/** What was not visible yet goes; what is visible stays, to be finished by the next import or start. */
async function giveUp({ log }: Context, open: OpenImport, reason: string): Promise<void> {
  try {
    if (!(await removeImport(open.db, open.id, reason))) await releaseImport(open)
  } catch (failure) {
    log.error({ importId: open.id, errors: loggable(failure) }, 'a failed import could not be removed; the next import or start will do it')
  }
}
