import { z } from 'zod'
import { NETWORK_ANALYST, roles } from '../access/roles.ts'
import { isInScope } from '../access/scopes.ts'
import { mayIdentify, rolesFor } from '../access/table.ts'
import type { Actor } from '../context.ts'
import { defineOperation } from '../operation.ts'

const output = z.object({
  /** null for a program with a token, and at the command line. */
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), secondFactor: z.boolean(), hasPassword: z.boolean() }).nullable(),
  role: z.string(),
  /** null for an analyst of networks who has no seat anywhere. */
  organization: z.object({ slug: z.string(), name: z.string(), timeZone: z.string(), isDemo: z.boolean() }).nullable(),
  /** Every organization of the person; of a token the one it is for. */
  organizations: z.array(z.object({ slug: z.string(), name: z.string(), isDemo: z.boolean(), role: z.enum(roles) })),
  /** The networks whose common figures the person may see. */
  networks: z.array(z.object({ slug: z.string(), name: z.string() })),
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
  hasPassword: boolean
}

export const getSession = defineOperation({
  name: 'session.get',
  kind: 'read',
  summary: 'Says who is asking, in which organization, what they may do there, and of which networks they are an analyst.',
  input: z.strictObject({}),
  output,
  async run({ database: { pool }, organization: { slug, name, timeZone, isDemo }, actor }) {
    // Who somebody is, and where else they belong, is beyond the sight of an organization's transaction.
    const people = await pool.query<PersonRow>(
      `select u.id, u.name, u.email, coalesce(u.two_factor_enabled, false) as "secondFactor", exists (
         select from user_accounts a where a.user_id = u.id and a.provider_id = 'credential') as "hasPassword"
       from users u where u.id = $1`,
      [actor.id],
    )
    const person = people.rows[0] ?? null
    const { rows } = await pool.query<z.infer<typeof output>['organizations'][number]>(
      `select o.slug, o.name, o.is_demo as "isDemo", m.role from members m join organizations o on o.id = m.organization_id where m.user_id = $1 order by o.id`,
      [actor.id],
    )
    const networks = await pool.query<z.infer<typeof output>['networks'][number]>(
      'select n.slug, n.name from network_analysts a join networks n on n.id = a.network_id where a.user_id = $1 order by n.slug',
      [actor.id],
    )
    const role = roles.find((known) => known === actor.role)
    const here = role === undefined ? [] : [{ slug, name, isDemo, role }]
    return {
      person,
      role: actor.role,
      organization: actor.role === NETWORK_ANALYST ? null : { slug, name, timeZone, isDemo },
      organizations: person ? rows : here,
      networks: networks.rows,
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
