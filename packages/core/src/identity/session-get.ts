import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../access/roles.ts'
import { isInScope } from '../access/scopes.ts'
import { mayIdentify, rolesFor } from '../access/table.ts'
import type { Actor } from '../context.ts'
import { defineOperation } from '../operation.ts'

const output = z.object({
  /** null for a program with a token, and at the command line. */
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), secondFactor: z.boolean() }).nullable(),
  role: z.string(),
  organization: z.object({ slug: z.string(), name: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
  /** Every organization of the person; of a token the one it is for. */
  organizations: z.array(z.object({ slug: z.string(), name: z.string(), isDemo: z.boolean(), role: z.enum(roles) })),
  /** Names of the operations that the caller may call here. */
  operations: z.array(z.string()),
  /** Whether the caller may ask who patients are. */
  mayIdentify: z.boolean(),
})

interface PersonRow {
  id: string
  name: string
  email: string
  secondFactor: boolean
}

export const getSession = defineOperation({
  name: 'session.get',
  kind: 'read',
  summary: 'Says who is asking, in which organization, and what they may do there.',
  input: z.strictObject({}),
  output,
  async run({ db, database, organization: { slug, name, timeZone, isDemo }, actor }) {
    const person = await db.row<PersonRow>(
      sql`select u.id, u.name, u.email, coalesce(u.two_factor_enabled, false) as "secondFactor" from users u where u.id = ${actor.id}`,
    )
    // A person's other organizations are beyond the sight of this one's transaction.
    const { rows } = await database.pool.query<z.infer<typeof output>['organizations'][number]>(
      `select o.slug, o.name, o.is_demo as "isDemo", m.role from members m join organizations o on o.id = m.organization_id where m.user_id = $1 order by o.id`,
      [actor.id],
    )
    const role = roles.find((known) => known === actor.role)
    const here = role === undefined ? [] : [{ slug, name, isDemo, role }]
    return {
      person,
      role: actor.role,
      organization: { slug, name, timeZone, isDemo },
      organizations: person ? rows : here,
      operations: await allowedTo(actor),
      mayIdentify: mayIdentify.includes(actor.role),
    }
  },
})

async function allowedTo({ role, scopes }: Actor): Promise<string[]> {
  // Loaded when it is asked for: the list holds this operation too.
  const { operations } = await import('../operations.ts')
  return operations
    .filter((operation) => rolesFor(operation.name).includes(role) && (scopes === undefined || isInScope(operation, scopes)))
    .map(({ name }) => name)
}
