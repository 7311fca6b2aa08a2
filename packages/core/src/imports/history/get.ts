import { sql } from 'drizzle-orm'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { getImportInput, getImportOutput } from './schemas.ts'
import { importsOf, readImports, readIssues } from './sql.ts'

export const getImport = defineOperation({
  name: 'imports.get',
  kind: 'read',
  summary: 'Shows one imported file, with what was rejected of it and what it was warned about.',
  input: getImportInput,
  output: getImportOutput,
  run: async ({ db, organization, now }, { id, ...page }) =>
    db.transaction(async (tx) => {
      const [found] = await readImports(tx, sql`${importsOf(organization.id)} and i.id = ${id}`, { page: 1, limit: 1 })
      if (!found)
        throw new OverturnError('not_found', `There is no import ${id} in ${organization.name}. The list of imports has those there are.`, {
          command: 'overturn imports',
        })
      const issues = await readIssues(tx, organization.id, { id, ...page })
      return { import: found, issues, pagination: paginate(found.rejections + found.warnings, page), asOf: now.toISOString() }
    }),
})
