import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { wholeNumber } from '../../schemas.ts'
import { email } from '../email.ts'
import { hashOf, makeSecret } from '../secrets.ts'

const DAY = 86_400_000

export const inviteMember = defineOperation({
  name: 'members.invite',
  kind: 'write',
  summary: 'Offers somebody a seat. The path, said once, is handed over by whoever invites: no mail is sent. An earlier offer to the same address ends.',
  input: z.strictObject({ email, role: z.enum(roles), days: wholeNumber(1, 30).default(7) }),
  output: z.object({
    id: z.string(),
    email: z.string(),
    role: z.enum(roles),
    expiresAt: z.string(),
    /** Follows the address of the portal. What stands behind the # is the secret: browsers send it nowhere. */
    path: z.string(),
  }),
  async run({ db, organization, actor, now }, { email, role, days }) {
    const secret = makeSecret()
    const id = randomUUID()
    const expiresAt = new Date(now.getTime() + days * DAY).toISOString()
    await db.transaction(async (tx) => {
      const member = await tx.row(
        sql`select u.id from members m join users u on u.id = m.user_id where m.organization_id = ${organization.id} and u.email = ${email}`,
      )
      if (member) throw new OverturnError('conflict', `${email} belongs to this organization already. members.changeRole gives another role.`)
      await tx.run(sql`
        update invitations set revoked_at = ${now.toISOString()}
        where organization_id = ${organization.id} and email = ${email} and accepted_at is null and revoked_at is null`)
      await tx.run(sql`
        insert into invitations (organization_id, id, email, role, token_hash, invited_by, invited_at, expires_at)
        values (${organization.id}, ${id}, ${email}, ${role}, ${hashOf(secret)}, ${actor.id}, ${now.toISOString()}, ${expiresAt})`)
    })
    return { id, email, role, expiresAt, path: `/join#${secret}` }
  },
})
