import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { defineOperation } from '../../operation.ts'
import { paginate, pagination, paging } from '../../schemas.ts'

const states = ['open', 'accepted', 'revoked', 'expired'] as const

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  state: z.enum(states),
  invitedBy: z.string(),
  invitedAt: z.string(),
  expiresAt: z.string(),
})

interface Row extends Omit<z.infer<typeof invitation>, 'invitedAt' | 'expiresAt'> {
  invitedAt: Date
  expiresAt: Date
}

export const listInvitations = defineOperation({
  name: 'invitations.list',
  kind: 'read',
  summary: 'Lists the seats that were offered, and what became of the offers; the newest first.',
  input: z.strictObject({ state: z.enum([...states, 'all']).default('open'), ...paging }),
  output: z.object({ invitations: z.array(invitation), pagination }),
  async run({ db, organization, now }, { state, page, limit }) {
    const known = sql`
      select id, email, role, invited_by as "invitedBy", invited_at as "invitedAt", expires_at as "expiresAt",
             case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked'
                  when expires_at <= ${now.toISOString()} then 'expired' else 'open' end as state
      from invitations where organization_id = ${organization.id}`
    const wanted = state === 'all' ? sql`true` : sql`state = ${state}`
    return db.transaction(async (tx) => {
      const total = (await tx.row<{ total: number }>(sql`select count(*)::int as total from (${known}) i where ${wanted}`))!.total
      const rows = await tx.rows<Row>(sql`select * from (${known}) i where ${wanted} order by "invitedAt" desc, id limit ${limit} offset ${(page - 1) * limit}`)
      const invitations = rows.map((row) => ({ ...row, invitedAt: row.invitedAt.toISOString(), expiresAt: row.expiresAt.toISOString() }))
      return { invitations, pagination: paginate(total, { page, limit }) }
    })
  },
})
