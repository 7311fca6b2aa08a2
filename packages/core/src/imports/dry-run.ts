import { OverturnError } from '../errors.ts'
import type { ReadOptions } from './importer.ts'
import { refusedFile, UNKNOWN_FORMAT } from './refused.ts'
import { importerFor } from './registry.ts'
import { listSources } from './sources/list.ts'
import type { ImportSource } from './sources/source.ts'
import { addToSummary, emptySummary, totalsOf, type FileSummary } from './summary.ts'

export interface DryRun {
  files: FileSummary[]
  totals: ReturnType<typeof totalsOf>
}

/** Reads files and counts what they hold, without a database. A file that cannot be read is listed with the reason; it stops nothing. */
export async function dryRun(paths: readonly string[], options: ReadOptions): Promise<DryRun> {
  const files: FileSummary[] = []
  for (const source of await listSources(paths)) files.push(await summarize(source, options))
  return { files, totals: totalsOf(files) }
}

async function summarize(source: ImportSource, options: ReadOptions): Promise<FileSummary> {
  let format = UNKNOWN_FORMAT
  try {
    const importer = await importerFor(source)
    format = importer.name
    const summary = emptySummary(source.path, format)
    for await (const batch of importer.read(source.bytes(), options)) for (const record of batch) addToSummary(summary, record)
    return summary
  } catch (error) {
    if (!(error instanceof OverturnError)) throw error
    return refusedFile(source.path, format, error, options)
  }
}
