import { defineCommand } from 'citty'
import { migrate } from '@overturn/core/db/migrate'
import { globalFlags } from '../global-flags.ts'
import { printJson, printResult } from '../output.ts'
import { withDatabase } from '../session.ts'

export default defineCommand({
  meta: { description: 'Bring the schema of the database up to date' },
  args: globalFlags,
  run: ({ args }) =>
    withDatabase(
      args,
      async ({ database }) => {
        const applied = await migrate(database)
        if (args.json) printJson({ applied })
        else printResult(applied.length === 0 ? 'The database is up to date.' : applied.map((name) => `applied ${name}`).join('\n'))
      },
      { create: true },
    ),
})
