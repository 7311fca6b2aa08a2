import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { text } from '../../schemas.ts'

export const revokeToken = defineOperation({
  name: 'tokens.revoke',
  kind: 'write',
  summary: 'Ends a key of a program, from the next request on.',
  input: z.strictObject({ id: text(100) }),
  output: z.object({ id: z.string(), revokedAt: z.string() }),
  async run({ db, organization, now }, { id }) {
    const row = await db.row<{ revokedAt: Date }>(sql`
      update api_tokens set revoked_at = coalesce(revoked_at, ${now.toISOString()}) where organization_id = ${organization.id} and id = ${id}
      returning revoked_at as "revokedAt"`)
    if (!row) throw new OverturnError('not_found', `There is no token "${id}". tokens.list has their ids.`)
    return { id, revokedAt: row.revokedAt.toISOString() }
  },
})
