import { defineCommand } from 'citty'
import { readStatus, type OrganizationStatus } from '@overturn/core/status'
import { count, facts, table, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { printJson, printResult } from '../output.ts'
import { withDatabase } from '../session.ts'

export default defineCommand({
  meta: { description: 'What the database holds: engine, migrations, organizations, work that is waiting' },
  args: globalFlags,
  run: ({ args }) =>
    withDatabase(args, async ({ config, database }) => {
      const status = { dataDir: config.databaseUrl ? null : config.dataDir, ...(await readStatus(database)) }
      if (args.json) printJson(status)
      else printResult(statusText(status))
    }),
})

function statusText({ dataDir, engine, migrations, organizations }: Awaited<ReturnType<typeof readStatus>> & { dataDir: string | null }): string {
  const pending = migrations.pending.length > 0 ? `, ${migrations.pending.length} waiting (run "overturn migrate")` : ', up to date'
  const overview = facts([
    ['Engine', engine],
    ...(dataDir ? ([['Data folder', dataDir]] as const) : []),
    ['Migrations', `${migrations.applied.length} applied${pending}`],
    ...(organizations.length === 0 ? ([['Organizations', 'none']] as const) : []),
  ])
  return organizations.length === 0 ? overview : `${overview}\n\n${table(organizations, columns)}`
}

const columns: Column<OrganizationStatus>[] = [
  { title: 'Organization', value: ({ slug }) => slug },
  { title: 'Name', value: ({ name }) => name },
  { title: 'Claims', value: ({ claims }) => count(claims), right: true },
  { title: 'Patterns', value: ({ patterns }) => count(patterns), right: true },
  { title: 'Days to recompute', value: ({ daysToRecompute }) => count(daysToRecompute), right: true },
  { title: 'Unfinished imports', value: ({ unfinishedImports }) => count(unfinishedImports), right: true },
]
