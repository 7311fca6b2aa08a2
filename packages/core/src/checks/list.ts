import { sql } from 'drizzle-orm'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { checkOf, readChecks } from './row.ts'
import { listChecksInput, listChecksOutput } from './schemas.ts'

export const listChecks = defineOperation({
  name: 'checks.list',
  kind: 'read',
  summary: 'Lists pre-submission checks with what they would have said and what they have said since.',
  input: listChecksInput,
  output: listChecksOutput,
  async run({ db, organization, now }, { state, pattern, page, limit }) {
    const inState = state === 'all' ? sql`true` : state === 'running' ? sql`k.state <> 'retired'` : sql`k.state = ${state}`
    const which = pattern === undefined ? inState : sql`${inState} and k.pattern_id = ${pattern}`
    return db.transaction(async (tx) => {
      const { total } = (await tx.row<{ total: number }>(
        sql`select count(*)::int as total from pattern_checks k where k.organization_id = ${organization.id} and ${which}`,
      ))!
      const checks = await readChecks(tx, organization.id, which, sql`limit ${limit} offset ${(page - 1) * limit}`)
      return { checks: checks.map(checkOf), pagination: paginate(total, { page, limit }), asOf: now.toISOString() }
    })
  },
})
