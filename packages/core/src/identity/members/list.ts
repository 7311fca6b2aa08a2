import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { defineOperation } from '../../operation.ts'
import { paginate, pagination, paging } from '../../schemas.ts'

const member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  /** Whether signing in takes a code besides the password. */
  secondFactor: z.boolean(),
  addedAt: z.string(),
  addedBy: z.string().nullable(),
})

interface Row extends Omit<z.infer<typeof member>, 'addedAt'> {
  addedAt: Date
}

export const listMembers = defineOperation({
  name: 'members.list',
  kind: 'read',
  summary: 'Lists who belongs to the organization, and as what; by name.',
  input: z.strictObject(paging),
  output: z.object({ members: z.array(member), pagination }),
  async run({ db, organization }, { page, limit }) {
    return db.transaction(async (tx) => {
      const total = (await tx.row<{ total: number }>(sql`select count(*)::int as total from members where organization_id = ${organization.id}`))!.total
      const rows = await tx.rows<Row>(sql`
        select u.id, u.name, u.email, m.role, coalesce(u.two_factor_enabled, false) as "secondFactor", m.added_at as "addedAt", m.added_by as "addedBy"
        from members m join users u on u.id = m.user_id
        where m.organization_id = ${organization.id}
        order by lower(u.name), u.email limit ${limit} offset ${(page - 1) * limit}`)
      return { members: rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() })), pagination: paginate(total, { page, limit }) }
    })
  },
})
