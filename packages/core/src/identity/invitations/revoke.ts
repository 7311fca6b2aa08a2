import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { text } from '../../schemas.ts'

export const revokeInvitation = defineOperation({
  name: 'invitations.revoke',
  kind: 'write',
  summary: 'Takes back an offer that nobody has accepted; its link leads nowhere from then on.',
  input: z.strictObject({ id: text(100) }),
  output: z.object({ id: z.string(), revokedAt: z.string() }),
  async run({ db, organization, now }, { id }) {
    const row = await db.row<{ revokedAt: Date }>(sql`
      update invitations set revoked_at = coalesce(revoked_at, ${now.toISOString()})
      where organization_id = ${organization.id} and id = ${id} and accepted_at is null
      returning revoked_at as "revokedAt"`)
    if (!row) throw new OverturnError('not_found', `There is no open invitation "${id}". invitations.list has their ids.`)
    return { id, revokedAt: row.revokedAt.toISOString() }
  },
})
