import { defineCommand } from 'citty'
import { dryRun } from '@overturn/core/imports/dry-run'
import { importPaths, type FileResult } from '@overturn/core/imports/run'
import { totalsOf } from '@overturn/core/imports/summary'
import { perform } from '@overturn/core/operation'
import { findOrganizationForImport } from '@overturn/core/organizations'
import { refreshComputationOperation } from '@overturn/core/patterns/operations'
import { globalFlags } from '../global-flags.ts'
import { isRefused, summaryText } from '../import-text.ts'
import { importProgress } from '../import-progress.ts'
import { printJson, printResult } from '../output.ts'
import { EXIT } from '../problem.ts'
import { withContext } from '../session.ts'

export default defineCommand({
  meta: { description: 'Import claim and remittance files, or folders of them, and compute what they change; the same file twice changes nothing' },
  args: {
    paths: { type: 'positional', description: 'Files and folders, any number' },
    'dry-run': { type: 'boolean', description: 'Only read and count; needs no database and writes nothing' },
    partial: { type: 'boolean', description: 'Keep what is whole in a damaged file instead of refusing the file' },
    ...globalFlags,
  },
  run: async ({ args }) => {
    const options = { partial: args.partial === true }
    const document = args['dry-run'] ? await dryRun(args._, options) : await importFiles(args, args._, options)
    if (args.json) printJson(document)
    else printResult(summaryText(document))
    // A dry run has done what it was asked for when it has told what each file is.
    return !args['dry-run'] && document.files.some(isRefused) ? EXIT.data : EXIT.ok
  },
})

export interface ImportReport {
  organization: string
  files: FileResult[]
  totals: ReturnType<typeof totalsOf>
  /** Days that were computed again because of these files. */
  computedDays: number
}

function importFiles(flags: Parameters<typeof withContext>[0], paths: string[], options: { partial: boolean }): Promise<ImportReport> {
  return withContext(
    flags,
    async (context) => {
      const files = await importPaths(context, paths, options, importProgress())
      const { days } = await perform(refreshComputationOperation, context, {})
      return { organization: context.organization.slug, files, totals: totalsOf(files), computedDays: days }
    },
    { create: true, choose: findOrganizationForImport },
  )
}
