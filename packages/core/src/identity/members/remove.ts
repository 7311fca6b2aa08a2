import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { defineOperation } from '../../operation.ts'
import { text } from '../../schemas.ts'
import { assertNotLast, revokeInvitationsOf, revokeTokensAbove, roleOf } from './administrators.ts'

export const removeMember = defineOperation({
  name: 'members.remove',
  kind: 'write',
  summary: 'Takes somebody out of the organization, from the next request on. Tokens that the member made are revoked.',
  input: z.strictObject({ id: text(100) }),
  output: z.object({ id: z.string(), was: z.enum(roles), tokensRevoked: z.number().int() }),
  async run({ db, organization, now }, { id }) {
    return db.transaction(async (tx) => {
      await assertNotLast(tx, organization.id, id)
      const was = await roleOf(tx, organization.id, id)
      await tx.run(sql`delete from members where organization_id = ${organization.id} and user_id = ${id}`)
      await revokeInvitationsOf(tx, organization.id, { userId: id, now })
      const tokensRevoked = await revokeTokensAbove(tx, organization.id, { userId: id, allowed: [], now })
      return { id, was, tokensRevoked }
    })
  },
})
