import type { PoolClient } from 'pg'
import { record, type Deed } from '../audit/write.ts'
import type { Actor, Origin } from '../context.ts'
import type { Database } from '../db/connect.ts'
import { OverturnError } from '../errors.ts'
import { asOwner } from '../identity/transaction.ts'

/**
 * Networks are kept by whoever runs the server, at the command line, and by no operation: the administrator of one organization must not put
 * another one into a network. What is there already stays: adding twice is adding once.
 */
export interface KeptNetwork {
  slug: string
  name: string
  /** Slugs of its organizations. */
  practices: string[]
  /** Addresses of its analysts. */
  analysts: string[]
}

const COMMAND_LINE: Origin = { channel: 'cli', address: null, requestId: null }
const WHO_RUNS_IT: Actor = { id: 'cli', role: 'administrator' }

export async function listNetworks({ pool }: Pick<Database, 'pool'>): Promise<KeptNetwork[]> {
  const { rows } = await pool.query<KeptNetwork>(`
    select n.slug, n.name,
      array(select o.slug from network_practices p join organizations o on o.id = p.practice_id where p.network_id = n.id order by 1) as practices,
      array(select u.email from network_analysts a join users u on u.id = a.user_id where a.network_id = n.id order by 1) as analysts
    from networks n order by n.slug`)
  return rows
}

/** Throws `conflict` where the slug is taken, and `invalid_input` where it is none. */
export function createNetwork(database: Database, slug: string, name: string): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug))
    throw new OverturnError('invalid_input', `"${slug}" is no slug: it must be small letters, digits and hyphens, at most 63, such as "valley".`)
  return asOwner(database, async (client) => {
    const { rowCount } = await client.query('insert into networks (slug, name) values ($1, $2) on conflict (slug) do nothing', [slug, name])
    if (rowCount === 0) throw new OverturnError('conflict', `There is a network "${slug}" already.`)
  })
}

/** Throws `not_found` for a network or an organization that is not there. The practice reads in its trail that it is in, and who may look. */
export async function addPractice(database: Database, slug: string, organization: string, origin: Origin = COMMAND_LINE): Promise<void> {
  const put = await asOwner(database, async (client) => {
    const [network, practice] = [await networkOf(client, slug), await practiceOf(client, organization)]
    const { rowCount } = await client.query('insert into network_practices (network_id, practice_id) values ($1, $2) on conflict do nothing', [
      network,
      practice,
    ])
    const { rows } = await client.query<{ email: string }>(
      'select u.email from network_analysts a join users u on u.id = a.user_id where a.network_id = $1 order by 1',
      [network],
    )
    return { isNew: rowCount === 1, id: Number(practice), analysts: rows.map(({ email }) => email) }
  })
  if (put.isNew) await recordFor(database, put.id, origin, 'networks.putIn', { network: slug, analysts: put.analysts })
}

/** Throws as `addPractice`, also for an organization that is none of the network. The practice reads in its trail that it is out. */
export async function removePractice(database: Database, slug: string, organization: string, origin: Origin = COMMAND_LINE): Promise<void> {
  const id = await asOwner(database, async (client) => {
    const [network, practice] = [await networkOf(client, slug), await practiceOf(client, organization)]
    const { rowCount } = await client.query('delete from network_practices where network_id = $1 and practice_id = $2', [network, practice])
    if (rowCount === 0) throw new OverturnError('not_found', `The organization "${organization}" does not belong to the network "${slug}".`)
    return Number(practice)
  })
  await recordFor(database, id, origin, 'networks.putOut', { network: slug })
}

const recordFor = (database: Database, id: number, origin: Origin, operation: string, about: NonNullable<Deed['about']>) =>
  record({ database, organization: { id }, actor: WHO_RUNS_IT, origin }, { operation, outcome: 'done', about })

/** Throws `not_found` for a network or a person that is not there. */
export async function addAnalyst(database: Database, slug: string, email: string, origin: Origin = COMMAND_LINE): Promise<void> {
  const networkId = await asOwner(database, async (client) => {
    const ids = [await networkOf(client, slug), await personOf(client, email)] as const
    await client.query('insert into network_analysts (network_id, user_id) values ($1, $2) on conflict do nothing', [...ids])
    return Number(ids[0])
  })
  await recordJoin(database, { networkId, email: email.toLowerCase() }, WHO_RUNS_IT, origin)
}

/** That somebody may look from now on is on record with every practice of the network. */
export async function recordJoin(database: Database, { networkId, email }: { networkId: number; email: string }, actor: Actor, origin?: Origin): Promise<void> {
  const { rows } = await database.pool.query<{ id: number; network: string }>(
    'select p.practice_id as id, n.slug as network from network_practices p join networks n on n.id = p.network_id where n.id = $1 order by 1',
    [networkId],
  )
  for (const { id, network } of rows)
    await record({ database, organization: { id }, actor, origin }, { operation: 'networks.join', outcome: 'done', about: { network, email } })
}

/** Throws as `addAnalyst`, also for a person who is no analyst of the network. */
export function removeAnalyst(database: Database, slug: string, email: string): Promise<void> {
  return asOwner(database, async (client) => {
    const ids = [await networkOf(client, slug), await personOf(client, email)]
    const { rowCount } = await client.query('delete from network_analysts where network_id = $1 and user_id = $2', ids)
    if (rowCount === 0) throw new OverturnError('not_found', `${email} is no analyst of the network "${slug}".`)
  })
}

async function idOf(client: PoolClient, statement: string, value: string, missing: string): Promise<number | string> {
  const { rows } = await client.query<{ id: number | string }>(statement, [value])
  if (!rows[0]) throw new OverturnError('not_found', missing)
  return rows[0].id
}

const networkOf = (client: PoolClient, slug: string) =>
  idOf(client, 'select id from networks where slug = $1', slug, `There is no network "${slug}". "overturn networks" shows which there are.`)
const practiceOf = (client: PoolClient, slug: string) =>
  idOf(client, 'select id from organizations where slug = $1', slug, `There is no organization "${slug}".`)
const personOf = (client: PoolClient, email: string) =>
  idOf(client, 'select id from users where email = $1', email.toLowerCase(), `Nobody here has the address ${email}. "overturn members" shows who there is.`)
