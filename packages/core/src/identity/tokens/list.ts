import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { defineOperation } from '../../operation.ts'
import { paginate, pagination, paging } from '../../schemas.ts'

const token = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** To the minute; null while nobody has used it. */
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})

type Moments = 'createdAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt'
type Row = Omit<z.infer<typeof token>, Moments> & { createdAt: Date; expiresAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }

export const listTokens = defineOperation({
  name: 'tokens.list',
  kind: 'read',
  summary: 'Lists the keys of programs, never the keys themselves; the newest first.',
  input: z.strictObject({ state: z.enum(['valid', 'all']).default('valid'), ...paging }),
  output: z.object({ tokens: z.array(token), pagination }),
  async run({ db, organization, now }, { state, page, limit }) {
    const wanted = sql`organization_id = ${organization.id} ${state === 'valid' ? sql`and revoked_at is null and expires_at > ${now.toISOString()}` : sql``}`
    return db.transaction(async (tx) => {
      const total = (await tx.row<{ total: number }>(sql`select count(*)::int as total from api_tokens where ${wanted}`))!.total
      const rows = await tx.rows<Row>(sql`
        select id, name, role, scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt",
               revoked_at as "revokedAt"
        from api_tokens where ${wanted} order by created_at desc, id limit ${limit} offset ${(page - 1) * limit}`)
      return { tokens: rows.map(shown), pagination: paginate(total, { page, limit }) }
    })
  },
})

function shown({ createdAt, expiresAt, lastUsedAt, revokedAt, ...row }: Row): z.infer<typeof token> {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}
