import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { tenantDatabase, type TenantDatabase, type TenantTransaction } from '../db/tenant.ts'
import { loggable } from '../loggable.ts'
import type { ReadOptions } from './importer.ts'
import { importedBefore, keepBeating, openImport, PreviewEnds, previewKey, startMerge, type ImportOrigin, type OpenImport } from './lifecycle.ts'
import { applyChanges } from './merge/changes.ts'
import { nextChanges } from './merge/next-changes.ts'
import { ImportMerge } from './merge/run.ts'
import type { Positioned } from './merge/slice-merge.ts'
import type { ImportRecord } from './records.ts'
import { recoverImports, removePreview } from './recover.ts'
import { mergeRecords, takePaths, type FileResult, type Progress } from './run.ts'
import { emptySummary } from './summary.ts'

/**
 * What importing these files would do, each by itself: the same run, of which nothing is ever shown and every row is removed at the end, or by
 * whoever comes after a process that was killed. A file that an earlier one of the same call prepares (decisions and their claims) is judged by
 * what is in the database now.
 */
export function previewPaths(context: Context, paths: readonly string[], options: ReadOptions, onEvent: Progress = () => undefined): Promise<FileResult[]> {
  return takePaths(context, paths, options, onEvent, previewRecords)
}

export async function previewRecords(
  context: Context,
  origin: ImportOrigin,
  batches: AsyncIterable<ImportRecord[]> | Iterable<ImportRecord[]>,
  onEvent: Progress = () => undefined,
): Promise<FileResult> {
  await recoverImports(context)
  const summary = emptySummary(origin.path, origin.format)
  const { id, writer } = await openImport(context, { ...origin, sha256: previewKey() })
  const db = tenantDatabase(context.database, context.organization.id, id)
  const open: OpenImport = { db, id, writer, isPreview: true }
  const stopBeating = keepBeating(open)
  try {
    await startMerge(open, () => recoverImports(context))
    const known = await importedBefore(context.db, origin.sha256)
    if (known) {
      const message = `Imported before, on ${known.on}; importing it again changes nothing.`
      return { ...summary, ...known.summary, file: origin.path, outcome: 'unchanged', importId: known.id, merged: null, message }
    }
    const merge = new ImportMerge(context.database, open, summary)
    const unshown = { take: async (records: readonly Positioned[]) => merge.take(await harmless(db, id, records)), finish: () => merge.finish().catch(ended) }
    await mergeRecords(unshown, batches, summary, (records) => onEvent({ type: 'progress', file: origin.name, phase: 'merging', records }))
    merge.report.changedClaims = await countChanges(db, id)
    return { ...summary, outcome: 'preview', importId: null, merged: merge.report, message: null }
  } finally {
    stopBeating()
    await removePreview(db, id).catch((failure: unknown) =>
      context.log.error({ importId: id, errors: loggable(failure) }, 'a preview could not be removed; the next import or start will do it'),
    )
  }
}

function ended(thrown: unknown): void {
  if (!(thrown instanceof PreviewEnds)) throw thrown
}

/** Without what an import writes to rows that everybody sees: descriptions of payers and providers that are there. */
async function harmless(db: TenantDatabase, importId: number, records: readonly Positioned[]): Promise<readonly Positioned[]> {
  const ids = records.flatMap(({ record }) => (record.kind === 'payer' || record.kind === 'provider' ? [record.id] : []))
  const there = sql`organization_id = ${db.organizationId} and import_id is distinct from ${importId} and id = any(${sql.param(ids)}::text[])`
  const known =
    ids.length > 0
      ? await db.rows<{ party: string }>(
          sql`select 'payer ' || id as party from payers where ${there} union all select 'provider ' || id from providers where ${there}`,
        )
      : []
  const knownParties = new Set(known.map(({ party }) => party))
  return records.filter(({ record }) => !('id' in record && knownParties.has(`${record.kind} ${record.id}`)))
}

/** How many claims of earlier imports would be changed: each part is changed as publishing would, and rolled back. */
async function countChanges(db: TenantDatabase, importId: number): Promise<number> {
  let changed = 0
  for (let after: number | null = 0; after !== null;) {
    after = await rolledBack(db, async (tx) => {
      const next = await nextChanges(tx, { organizationId: db.organizationId, importId }, after as number)
      if (!next) return null
      changed += await applyChanges(tx, next.slice, 'earlier')
      return next.slice.to
    })
  }
  return changed
}

async function rolledBack<T>(db: TenantDatabase, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  const done: { result?: T } = {}
  const end = new PreviewEnds()
  await db
    .transaction(async (tx) => {
      done.result = await work(tx)
      throw end
    })
    .catch((thrown: unknown) => {
      if (thrown !== end) throw thrown
    })
  return done.result as T
}
