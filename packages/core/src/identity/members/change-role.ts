import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { defineOperation } from '../../operation.ts'
import { text } from '../../schemas.ts'
import { assertNotLast, revokeInvitationsOf, revokeTokensAbove, roleOf } from './administrators.ts'

export const changeMemberRole = defineOperation({
  name: 'members.changeRole',
  kind: 'write',
  summary: 'Gives a member another role, from the next request on. Tokens that the member made and that may more are revoked.',
  input: z.strictObject({ id: text(100), role: z.enum(roles) }),
  output: z.object({ id: z.string(), role: z.enum(roles), was: z.enum(roles), tokensRevoked: z.number().int() }),
  async run({ db, organization, now }, { id, role }) {
    return db.transaction(async (tx) => {
      // The administrators before the member: two who step down at once lock in the same order.
      if (role !== 'administrator') await assertNotLast(tx, organization.id, id)
      const was = await roleOf(tx, organization.id, id)
      await tx.run(sql`update members set role = ${role} where organization_id = ${organization.id} and user_id = ${id}`)
      if (role !== 'administrator') await revokeInvitationsOf(tx, organization.id, { userId: id, now })
      const allowed = roles.slice(0, roles.indexOf(role) + 1)
      const tokensRevoked = await revokeTokensAbove(tx, organization.id, { userId: id, allowed, now })
      return { id, role, was, tokensRevoked }
    })
  },
})
