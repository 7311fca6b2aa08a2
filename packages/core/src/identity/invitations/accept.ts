import type { PoolClient } from 'pg'
import { NETWORK_ANALYST, type Role } from '../../access/roles.ts'
import { record } from '../../audit/write.ts'
import type { Origin } from '../../context.ts'
import type { Database } from '../../db/connect.ts'
import { OverturnError } from '../../errors.ts'
import { readNetworkOffer, takeNetworkOffer } from '../../networks/invitations.ts'
import { recordJoin } from '../../networks/keep.ts'
import { hashOf } from '../secrets.ts'
import { asOwner } from '../transaction.ts'
import { admitting, type Admit, type Newcomer } from './newcomer.ts'

/** What the holder of a link may know of the offer behind it. */
export interface Offer {
  /** Name of the organization, or of the network. */
  organization: string
  email: string
  role: Role | typeof NETWORK_ANALYST
  /** Somebody signs in with this address already, and accepts as that person. */
  hasAccount: boolean
}

/** Where somebody is now. */
export interface Joined {
  /** Slug of the organization; null for a network, which is none. */
  organization: string | null
  email: string
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
  if (rows[0]) return rows[0]
  const offer = await readNetworkOffer({ pool }, secret, now)
  if (!offer) throw gone()
  const known = await pool.query('select from users where email = $1', [offer.email])
  return { organization: offer.network, email: offer.email, role: NETWORK_ANALYST, hasAccount: known.rowCount !== 0 }
}

/**
 * Takes what is offered, once. Throws `not_found` where the link leads nowhere, and as `admitting` says. Who joined is on record once it is done: an
 * account that is new has no id before.
 */
export async function acceptInvitation(database: Database, secret: string, newcomer: Newcomer, now: Date, origin?: Origin): Promise<Joined> {
  const admit = await admitting(newcomer)
  const seat = await asOwner(database, (client) => takeSeat(client, secret, admit, now))
  if (seat) {
    const { organizationId, userId, role, invitedBy, organization, email } = seat
    const deed = { operation: 'members.join', outcome: 'done', about: { role, email, invitedBy } } as const
    await record({ database, organization: { id: organizationId }, actor: { id: userId, role }, origin }, deed)
    return { organization, email }
  }
  const joined = await asOwner(database, async (client) => {
    const offer = await takeNetworkOffer(client, secret, now)
    if (!offer) throw gone()
    const userId = await admit(client, offer.email)
    await client.query('insert into network_analysts (network_id, user_id) values ($1, $2) on conflict do nothing', [offer.networkId, userId])
    return { ...offer, userId }
  })
  await recordJoin(database, joined, { id: joined.userId, role: NETWORK_ANALYST }, origin)
  return { organization: null, email: joined.email }
}

interface TakenSeat {
  organizationId: number
  organization: string
  email: string
  role: Role
  invitedBy: string
}

/** null where the link is none to a seat. */
async function takeSeat(client: PoolClient, secret: string, admit: Admit, now: Date): Promise<(TakenSeat & { userId: string }) | null> {
  const { rows } = await client.query<TakenSeat>(
    `update invitations i set accepted_at = $2 from organizations o where o.id = i.organization_id and ${OPEN}
     returning i.organization_id as "organizationId", o.slug as organization, i.email, i.role, i.invited_by as "invitedBy"`,
    [hashOf(secret), now.toISOString()],
  )
  const [seat] = rows
  if (!seat) return null
  const userId = await admit(client, seat.email)
  await client.query('insert into members (organization_id, user_id, role, added_at, added_by) values ($1, $2, $3, $4, $5) on conflict do nothing', [
    seat.organizationId,
    userId,
    seat.role,
    now.toISOString(),
    seat.invitedBy,
  ])
  return { ...seat, userId }
}
