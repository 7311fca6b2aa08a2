import { OverturnError } from '../errors.ts'
import { listSources, type ImportSource } from './files.ts'
import type { ReadOptions } from './importer.ts'
import { importerFor } from './registry.ts'
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
  const summary = emptySummary(source.path, 'unknown')
  try {
    const importer = await importerFor(source)
    summary.format = importer.name
    for await (const batch of importer.read(source.bytes(), options)) for (const record of batch) addToSummary(summary, record)
  } catch (error) {
    if (!(error instanceof OverturnError)) throw error
    const { format } = summary
    Object.assign(summary, emptySummary(source.path, format))
    summary.rejected.push({
      code: 'file.refused',
      message: error.message,
      remedy: 'Nothing of this file is taken in. Get it again from its sender, or use --partial to keep what is whole.',
      where: {},
    })
  }
  return summary
}
