import { sql } from 'drizzle-orm'
import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { listImportsInput, listImportsOutput } from './schemas.ts'
import { countImports, importsOf, readImports } from './sql.ts'

export const listImports = defineOperation({
  name: 'imports.list',
  kind: 'read',
  summary: 'Lists the files that were imported, or tried, newest first.',
  input: listImportsInput,
  output: listImportsOutput,
  run: async ({ db, organization, now }, { status, ...page }) =>
    db.transaction(async (tx) => {
      const where = sql`${importsOf(organization.id)}${status === 'all' ? sql`` : sql` and i.status = ${status}`}`
      return { imports: await readImports(tx, where, page), pagination: paginate(await countImports(tx, where), page), asOf: now.toISOString() }
    }),
})
