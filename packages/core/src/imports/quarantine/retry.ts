import { OverturnError } from '../../errors.ts'
import { defineOperation, perform } from '../../operation.ts'
import { refreshComputationOperation } from '../../computation/operations.ts'
import type { ReadOptions } from '../importer.ts'
import { savedMappings } from '../mappings/saved.ts'
import { importerFor } from '../registry.ts'
import { importRecords } from '../run.ts'
import { fingerprint } from '../sources/read.ts'
import type { ImportSource } from '../sources/source.ts'
import { addToSummary, emptySummary, type FileSummary } from '../summary.ts'
import { assertOpen, findRejection } from './one.ts'
import { retryRejectInput, retryRejectOutput } from './schemas.ts'
import { closeRejection } from './sql.ts'

/** The mended piece is read first, so that one which is still wrong leaves neither an import nor a second rejection behind. */
export const retryReject = defineOperation({
  name: 'imports.rejects.retry',
  kind: 'write',
  summary: 'Imports the mended piece of a file; when it goes in, the rejection is closed.',
  input: retryRejectInput,
  output: retryRejectOutput,
  async run(context, { content, ...key }) {
    const rejection = await findRejection(context, key)
    assertOpen(rejection)
    const source = textSource(`${rejection.fileName} (mended)`, content)
    const options = { partial: false, columns: await savedMappings(context) }
    const { rejected } = await readThrough(source, options)
    if (rejected.length > 0)
      return { ...key, outcome: 'rejected' as const, mendedByImport: null, newClaims: 0, changedClaims: 0, newDecisions: 0, issues: rejected }

    const importer = await importerFor(source)
    const origin = { name: source.name, path: source.path, format: importer.name, ...(await fingerprint(source)) }
    const result = await importRecords(context, origin, importer.read(source.bytes(), options))
    const isMended = result.rejected.length === 0 && result.importId !== null
    if (isMended) await closeRejection(context.db, context.organization.id, key, { state: 'mended', by: result.importId! })
    await perform(refreshComputationOperation, context, {})
    return {
      ...key,
      outcome: isMended ? ('mended' as const) : ('rejected' as const),
      mendedByImport: isMended ? result.importId : null,
      newClaims: result.merged?.newClaims ?? 0,
      changedClaims: result.merged?.changedClaims ?? 0,
      newDecisions: result.merged?.decisions ?? 0,
      issues: result.rejected,
    }
  },
})

function textSource(name: string, content: string): ImportSource {
  const bytes = Buffer.from(content)
  return {
    name,
    path: name,
    bytes: async function* () {
      yield bytes
    },
  }
}

/** What importing would reject. A piece that cannot be read at all is a rejection too. */
async function readThrough(source: ImportSource, options: ReadOptions): Promise<FileSummary> {
  const summary = emptySummary(source.path, 'unknown')
  try {
    const importer = await importerFor(source)
    for await (const batch of importer.read(source.bytes(), options)) for (const record of batch) addToSummary(summary, record)
  } catch (error) {
    if (!(error instanceof OverturnError) || error.code !== 'unreadable_file') throw error
    summary.rejected.push({ code: 'file.refused', message: error.message, remedy: 'Correct the piece and try it again.', where: {} })
  }
  return summary
}
