import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { listRejectsInput, listRejectsOutput } from './schemas.ts'
import { readRejections } from './sql.ts'

export const listRejects = defineOperation({
  name: 'imports.rejects.list',
  kind: 'read',
  summary: 'Lists what imports have not taken in and nobody has dealt with yet, newest file first.',
  input: listRejectsInput,
  output: listRejectsOutput,
  async run({ db, organization, now }, filter) {
    // Whether a piece is kept is asked of the column that holds it; nothing of the piece is shown.
    const { rejects, total } = await db.as('overturn_identifier').transaction((tx) => readRejections(tx, organization.id, filter))
    return { rejects, pagination: paginate(total, filter), asOf: now.toISOString() }
  },
})
