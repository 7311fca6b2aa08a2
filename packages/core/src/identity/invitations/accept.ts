import { z } from 'zod'
import type { Role } from '../../access/roles.ts'
import { record } from '../../audit/write.ts'
import type { Origin } from '../../context.ts'
import type { Database } from '../../db/connect.ts'
import { OverturnError } from '../../errors.ts'
import { invalidInput } from '../../operation.ts'
import { text } from '../../schemas.ts'
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../passwords.ts'
import { insertPerson } from '../people.ts'
import { hashOf } from '../secrets.ts'
import { asOwner } from '../transaction.ts'

/** What the holder of a link may know of the offer behind it. */
export interface Offer {
  organization: string
  email: string
  role: Role
  /** Somebody signs in with this address already, and accepts as that person. */
  hasAccount: boolean
}

/** Good as long as whoever made the offer may make one: the command line, or somebody who still administers the organization. */
const OPEN = `
  i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2 and (i.invited_by = 'cli' or exists (
    select from members m where m.organization_id = i.organization_id and m.user_id = i.invited_by and m.role = 'administrator'))`

/** No word about why: a link that was never one, and one that was used, look the same. */
const gone = () => new OverturnError('not_found', 'This invitation is not open: it was used, taken back, or has expired. Ask for another one.')

/** Looks at the offer behind a link. Throws `not_found`. */
export async function readInvitation({ pool }: Pick<Database, 'pool'>, secret: string, now: Date): Promise<Offer> {
  const { rows } = await pool.query<Offer>(
    `select o.name as organization, i.email, i.role, exists (select from users u where u.email = i.email) as "hasAccount"
     from invitations i join organizations o on o.id = i.organization_id where ${OPEN}`,
    [hashOf(secret), now.toISOString()],
  )
  if (!rows[0]) throw gone()
  return rows[0]
}

const newPerson = z.object({
  name: text(100),
  password: z
    .string('is missing')
    .min(SHORTEST_PASSWORD, `must have at least ${SHORTEST_PASSWORD} characters`)
    .max(LONGEST_PASSWORD, `must have at most ${LONGEST_PASSWORD} characters`),
})

/** Who takes the seat: somebody new, or the person who is signed in. */
export type Newcomer = z.output<typeof newPerson> | { userId: string }

/** Name and password of somebody new. Throws `invalid_input`. */
export function readNewcomer(given: unknown): Newcomer {
  const { success, data, error } = newPerson.safeParse(given)
  if (!success) throw invalidInput(error)
  return data
}

/**
 * Takes the seat, once. Throws `not_found` where the link leads nowhere, `conflict` where the address has an account and nobody is signed in
 * with it, `forbidden` where it was somebody else who was invited. Who joined is on record once the seat is taken: an account that is new has no id before.
 */
export async function acceptInvitation(
  database: Database,
  secret: string,
  newcomer: Newcomer,
  now: Date,
  origin?: Origin,
): Promise<{ organization: string; email: string }> {
  const passwordHash = 'password' in newcomer ? await hashPassword(newcomer.password) : null
  const { organizationId, userId, role, invitedBy, ...joined } = await asOwner(database, async (client) => {
    const { rows } = await client.query<{ organizationId: number; organization: string; email: string; role: Role; invitedBy: string }>(
      `update invitations i set accepted_at = $2 from organizations o where o.id = i.organization_id and ${OPEN}
       returning i.organization_id as "organizationId", o.slug as organization, i.email, i.role, i.invited_by as "invitedBy"`,
      [hashOf(secret), now.toISOString()],
    )
    const [offer] = rows
    if (!offer) throw gone()
    const { organizationId, organization, email, role, invitedBy } = offer
    let userId: string | null
    if ('userId' in newcomer) {
      const { rowCount } = await client.query('select from users where id = $1 and email = $2', [newcomer.userId, email])
      if (rowCount === 0) throw new OverturnError('forbidden', 'Somebody else was invited by this link. Sign out, then open it again.')
      userId = newcomer.userId
    } else userId = await insertPerson(client, { email, name: newcomer.name, passwordHash: passwordHash!, mustChangePassword: false })
    if (userId === null) throw new OverturnError('conflict', 'There is an account with this address. Sign in first, then open the link again.')
    await client.query('insert into members (organization_id, user_id, role, added_at, added_by) values ($1, $2, $3, $4, $5) on conflict do nothing', [
      organizationId,
      userId,
      role,
      now.toISOString(),
      invitedBy,
    ])
    return { organizationId, userId, role, invitedBy, organization, email }
  })
  const about = { role, email: joined.email, invitedBy }
  await record({ database, organization: { id: organizationId }, actor: { id: userId, role }, origin }, { operation: 'members.join', outcome: 'done', about })
  return joined
}
