import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../../access/roles.ts'
import { scopes as knownScopes } from '../../access/scopes.ts'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { text, wholeNumber } from '../../schemas.ts'
import { hashOf, makeSecret, TOKEN_PREFIX } from '../secrets.ts'

const DAY = 86_400_000

const scope = z
  .string()
  .refine((value) => knownScopes.includes(value), { error: ({ input }) => `has no scope "${String(input)}"; there are: ${knownScopes.join(', ')}` })

export const createToken = defineOperation({
  name: 'tokens.create',
  kind: 'write',
  summary: 'Makes a key for a program, with a role of at most the maker, for at most a year. It is said once; only its hash is kept.',
  input: z.strictObject({
    name: text(100),
    role: z.enum(roles).default('viewer'),
    scopes: z.array(scope).min(1).max(100).default(['*']),
    days: wholeNumber(1, 365).default(90),
  }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(roles),
    scopes: z.array(z.string()),
    expiresAt: z.string(),
    /** Goes with requests as `Authorization: Bearer`. */
    token: z.string(),
  }),
  async run({ db, organization, actor, now }, { name, role, scopes, days }) {
    if (roles.findIndex((known) => known === actor.role) < roles.indexOf(role))
      throw new OverturnError('forbidden', `A token may not do more than whoever makes it: your role is ${actor.role}.`)
    const token = makeSecret(TOKEN_PREFIX)
    const id = randomUUID()
    const expiresAt = new Date(now.getTime() + days * DAY).toISOString()
    const granted = [...new Set(scopes)]
    await db.run(sql`
      insert into api_tokens (organization_id, id, name, token_hash, role, scopes, created_by, created_at, expires_at)
      values (${organization.id}, ${id}, ${name}, ${hashOf(token)}, ${role}, ${sql.param(granted)}::text[], ${actor.id}, ${now.toISOString()}, ${expiresAt})`)
    return { id, name, role, scopes: granted, expiresAt, token }
  },
})
