import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { dryRun } from '@overturn/core/imports/dry-run'
import { confirmGuesses } from '@overturn/core/imports/mappings/confirm-guesses'
import { savedMappings } from '@overturn/core/imports/mappings/saved'
import { isNothingTaken } from '@overturn/core/imports/nothing-taken'
import { previewPaths } from '@overturn/core/imports/preview'
import { importPaths, type FileResult } from '@overturn/core/imports/run'
import { stopping } from '@overturn/core/imports/stopping'
import { totalsOf } from '@overturn/core/imports/summary'
import { perform } from '@overturn/core/operation'
import { findOrganizationForImport } from '@overturn/core/organizations'
import { refreshComputationOperation } from '@overturn/core/computation/operations'
import { refreshAfterWrite } from '@overturn/core/jobs/refresh-after-write'
import { isSearchDue } from '@overturn/core/patterns/search/due'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { importProgress } from '../import-progress.ts'
import { confirmedText, isRefused, summaryText } from '../import-text.ts'
import { INTERRUPTED, interruptible } from '../interruption.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { EXIT } from '../problem.ts'
import { withContext } from '../session.ts'

export default defineCommand({
  meta: { description: 'Import claim and remittance files, or folders of them, and compute what they change; the same file twice changes nothing' },
  args: {
    paths: { type: 'positional', description: 'Files, folders, zip archives and patterns in quotation marks, any number; - is standard input' },
    'dry-run': { type: 'boolean', description: 'Only read and count; needs no database and writes nothing' },
    preview: { type: 'boolean', description: 'Only say what importing would change, each file by itself; nothing is kept' },
    partial: { type: 'boolean', description: 'Keep what is whole in a damaged file instead of refusing the file' },
    'confirm-mapping': { type: 'boolean', description: 'Confirm what the columns of new tables (CSV) seem to mean, where there is no doubt' },
    ...globalFlags,
  },
  run: async ({ args }) => {
    refuseTogether(args)
    const document = args['dry-run'] ? await dryRun(args._, { partial: args.partial === true }) : await importFiles(args, args._, args)
    if (args.json) printJson(document)
    else printResult(summaryText(document))
    if (!args.json && 'searchDue' in document && document.searchDue) printResult('Next: "overturn detect" searches these claims for patterns.')
    if ('stopped' in document && document.stopped) return INTERRUPTED
    return document.files.some((file) => isRefused(file) || isNothingTaken(file)) ? EXIT.data : EXIT.ok
  },
})

export interface ImportReport {
  organization: string
  files: FileResult[]
  totals: ReturnType<typeof totalsOf>
  /** Days that were computed again because of these files. */
  computedDays: number
  /** Whether these claims have not been searched for patterns yet, or they have more than doubled since. */
  searchDue: boolean
  /** Whether it only says what would change. */
  preview: boolean
  /** Whether Ctrl-C ended it: `files` are those that were done by then. */
  stopped: boolean
}

interface ImportFlags {
  partial?: boolean | undefined
  preview?: boolean | undefined
  'dry-run'?: boolean | undefined
  'confirm-mapping'?: boolean | undefined
}

function refuseTogether({ preview, 'dry-run': dry, 'confirm-mapping': confirm }: ImportFlags): void {
  if (preview && dry)
    throw new OverturnError('invalid_input', '--preview compares the files with the database, --dry-run only reads them; give one of the two.')
  if (confirm && (preview || dry))
    throw new OverturnError('invalid_input', `--confirm-mapping keeps what columns mean, and ${dry ? '--dry-run' : '--preview'} keeps nothing; leave one out.`)
}

function importFiles(
  flags: GlobalFlags,
  paths: readonly string[],
  { partial = false, preview = false, 'confirm-mapping': confirm = false }: ImportFlags,
): Promise<ImportReport> {
  return withContext(
    flags,
    async (context) => {
      if (confirm) for (const guess of await confirmGuesses(context, paths)) printNote(confirmedText(guess))
      const { files, stopped } = await takeUntilStopped(preview ? previewPaths : importPaths, context, paths, partial)
      // What was imported keeps its days marked; whoever asks to stop does not want to wait for them, and a process that runs jobs computes them.
      if (stopped && !preview) await refreshAfterWrite(context)
      const { days } = stopped || preview ? { days: 0 } : await perform(refreshComputationOperation, context, {})
      const searchDue = !stopped && !preview && (await isSearchDue(context.db))
      return { organization: context.organization.slug, files, totals: totalsOf(files), computedDays: days, searchDue, preview, stopped }
    },
    { create: true, choose: findOrganizationForImport },
  )
}

function takeUntilStopped(
  take: typeof importPaths,
  context: Context,
  paths: readonly string[],
  partial: boolean,
): Promise<Pick<ImportReport, 'files' | 'stopped'>> {
  return interruptible('Stopping: files that are done stay, of this one nothing is kept.', async (signal) => {
    const done: FileResult[] = []
    const progress = importProgress()
    const follow = stopping((event) => {
      progress(event)
      if (event.type === 'finished') done.push(event.result)
    }, signal)
    try {
      return { files: await take(context, paths, { partial, columns: await savedMappings(context) }, follow), stopped: false }
    } catch (error) {
      if (!signal.aborted) throw error
      return { files: done, stopped: true }
    }
  })
}
