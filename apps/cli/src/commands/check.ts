import { defineCommand } from 'citty'
import { savedMappings } from '@overturn/core/imports/mappings/saved'
import { checkFiles } from '../check-files.ts'
import { reportText } from '../check-text.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { printJson, printResult } from '../output.ts'
import { EXIT } from '../problem.ts'
import { withContext } from '../session.ts'

export default defineCommand({
  meta: { description: 'Check claims before they are sent: which lines are likely to be denied, by which pattern, and what to fix; nothing is stored' },
  args: {
    paths: {
      type: 'positional',
      description: 'Files with claims (837 or another format that is imported), folders, zip archives, patterns; - is standard input',
    },
    'include-shadow': { type: 'boolean', description: 'Also what checks say that are still in shadow' },
    'fail-on-alert': { type: 'boolean', description: 'Exit with 1 where something is likely to be denied, so that a script can stop there' },
    partial: { type: 'boolean', description: 'Check what is whole in a damaged file instead of refusing the file' },
    ...globalFlags,
  },
  run: ({ args }) =>
    withContext(args as unknown as GlobalFlags, async (context) => {
      const options = { partial: args.partial === true, columns: await savedMappings(context) }
      const report = await checkFiles(context, args._, args['include-shadow'] === true, options)
      if (args.json) printJson(report)
      else printResult(reportText(report))
      if (report.files.some(({ message, rejected }) => message !== null || rejected > 0)) return EXIT.data
      return args['fail-on-alert'] && report.totals.linesWithAlerts > 0 ? EXIT.negative : EXIT.ok
    }),
})
