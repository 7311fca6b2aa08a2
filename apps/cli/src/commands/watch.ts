import { defineCommand } from 'citty'
import { OverturnError } from '@overturn/core/errors'
import { stopping } from '@overturn/core/imports/stopping'
import { watchInbox } from '@overturn/core/imports/watch/run'
import { findOrganizationForImport } from '@overturn/core/organizations'
import { globalFlags } from '../global-flags.ts'
import { importProgress } from '../import-progress.ts'
import { interruptible } from '../interruption.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { momentOf, withContext } from '../session.ts'
import { takenText } from '../watch-text.ts'

export default defineCommand({
  meta: { description: 'Import what arrives in a folder, until Ctrl-C; each file goes to done or rejected below it, with a note of what became of it' },
  args: {
    folder: { type: 'positional', required: true, description: 'The folder that files arrive in' },
    partial: { type: 'boolean', description: 'Keep what is whole in a damaged file instead of rejecting the file' },
    settle: { type: 'string', valueHint: 'seconds', default: '5', description: 'How long a file must be left alone before it counts as whole' },
    ...globalFlags,
    json: { type: 'boolean', description: 'Print one JSON document on a line of its own for each file' },
  },
  run: ({ args }) => {
    const settleMs = milliseconds(args.settle)
    return withContext(
      args,
      (context) =>
        interruptible('Stopping: of a file that is being imported nothing is kept, and it stays in the folder.', async (signal) => {
          printNote(`Watching ${args.folder} for organization ${context.organization.slug}; Ctrl-C ends it.`)
          await watchInbox(context, args.folder, {
            signal,
            settleMs,
            partial: args.partial === true,
            now: () => momentOf(args['as-of']),
            onEvent: stopping(importProgress(), signal),
            onTaken: (taken) => (args.json ? printJson(taken) : printResult(takenText(args.folder, taken))),
          })
        }),
      { create: true, choose: findOrganizationForImport },
    )
  },
})

function milliseconds(seconds: string): number {
  if (/^\d{1,4}(?:\.\d{1,3})?$/.test(seconds)) return Math.round(Number(seconds) * 1000)
  throw new OverturnError('invalid_input', `--settle: "${seconds}" is no number of seconds, such as 5.`)
}
