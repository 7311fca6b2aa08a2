import { todayOf } from '../context.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { readClaims } from './list-sql.ts'
import { listClaimsInput, listClaimsOutput } from './schemas.ts'

export const listClaims = defineOperation({
  name: 'claims.list',
  kind: 'read',
  // An account number is a patient's: who asks for one asks for a patient.
  identifies: ({ controlNumber }) => controlNumber !== undefined,
  concerns: (_input, { claims }) => claims.map(({ id }) => id),
  summary: 'Lists claims, newest first, by status, days of submission or service, payer, provider, denial, procedure, amount, pattern or control number.',
  input: listClaimsInput,
  output: listClaimsOutput,
  async run(context, filter) {
    const { db, organization, now } = context
    const { claims, total } = await db.transaction((tx) => readClaims(tx, organization.id, filter, todayOf(context)))
    return { claims, pagination: paginate(total, filter), asOf: now.toISOString() }
  },
})
