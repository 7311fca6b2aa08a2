import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Database } from '../db/connect.ts'
import { OverturnError } from '../errors.ts'
import { email as address } from '../identity/email.ts'
import { hashOf, makeSecret } from '../identity/secrets.ts'
import { asOwner } from '../identity/transaction.ts'

/** How long the link of an invitation leads in. */
const DAYS = 7
const DAY = 86_400_000

/** Kept with the short-lived secrets of the sign-in, which end by themselves: what follows is the hash of the link's secret; the value is network and address. */
const PREFIX = 'network-invitation:'
const keyOf = (secret: string) => `${PREFIX}${hashOf(secret)}`

export interface NetworkOffer {
  networkId: number
  network: string
  email: string
}

/** Conditions and columns of an offer `v` that is open, by `$1`, its key, and `$2`, the moment. */
const OPEN = `v.identifier = $1 and v.expires_at > $2 and n.id = split_part(v.value, ' ', 1)::integer`
const OFFER = `n.id as "networkId", n.name as network, split_part(v.value, ' ', 2) as email`

/** Whether the person `$1` has such an offer: whoever is to take it has to come in first. */
export const HAS_NETWORK_OFFER = `
  select from user_verifications v join users u on split_part(v.value, ' ', 2) = u.email
  where u.id = $1 and starts_with(v.identifier, '${PREFIX}') and v.expires_at > now()`

/**
 * Offers somebody to be an analyst of a network, who needs no seat in any practice. It is for whoever runs the server. The path, said once, is handed
 * over; an earlier offer of this network to the same address ends. Throws `not_found` for a network, `invalid_input` for an address that is none, and
 * `conflict` for somebody who is one of its analysts.
 */
export async function inviteAnalyst(database: Database, slug: string, email: string, now: Date): Promise<{ email: string; path: string; expiresAt: Date }> {
  const { data: to } = address.safeParse(email)
  if (to === undefined) throw new OverturnError('invalid_input', `"${email}" is no e-mail address.`)
  const secret = makeSecret()
  const expiresAt = new Date(now.getTime() + DAYS * DAY)
  await asOwner(database, async (client) => {
    const { rows } = await client.query<{ id: number; isAnalyst: boolean }>(
      `select n.id, exists (select from network_analysts a join users u on u.id = a.user_id where a.network_id = n.id and u.email = $2) as "isAnalyst"
       from networks n where n.slug = $1`,
      [slug, to],
    )
    const [network] = rows
    if (!network) throw new OverturnError('not_found', `There is no network "${slug}". "overturn networks" shows which there are.`)
    if (network.isAnalyst) throw new OverturnError('conflict', `${to} is an analyst of the network "${slug}" already.`)
    const value = `${network.id} ${to}`
    await client.query(`delete from user_verifications where starts_with(identifier, '${PREFIX}') and value = $1`, [value])
    await client.query('insert into user_verifications (id, identifier, value, expires_at) values ($1, $2, $3, $4)', [
      randomUUID(),
      keyOf(secret),
      value,
      expiresAt.toISOString(),
    ])
  })
  return { email: to, path: `/join#${secret}`, expiresAt }
}

/** The offer behind a link; null for a link that is none of a network, was used, or has expired. */
export async function readNetworkOffer({ pool }: Pick<Database, 'pool'>, secret: string, now: Date): Promise<NetworkOffer | null> {
  const { rows } = await pool.query<NetworkOffer>(`select ${OFFER} from user_verifications v, networks n where ${OPEN}`, [keyOf(secret), now.toISOString()])
  return rows[0] ?? null
}

/** As `readNetworkOffer`; the link leads nowhere from then on. */
export async function takeNetworkOffer(client: PoolClient, secret: string, now: Date): Promise<NetworkOffer | null> {
  const { rows } = await client.query<NetworkOffer>(`delete from user_verifications v using networks n where ${OPEN} returning ${OFFER}`, [
    keyOf(secret),
    now.toISOString(),
  ])
  return rows[0] ?? null
}
