import { createHmac, timingSafeEqual } from 'node:crypto'
import { roles, type Role } from '../access/roles.ts'
import type { Actor, Organization } from '../context.ts'
import type { Database } from '../db/connect.ts'
import { hashOf, TOKEN_PREFIX } from './secrets.ts'

/** An organization that somebody belongs to, and as what. */
export interface Membership extends Organization {
  role: Role
}

/** A network that somebody is an analyst of. */
export interface AnalystOf {
  slug: string
  name: string
}

/** Who is behind a request: a person with an open session, or a program with a token. */
export type Visitor =
  | { kind: 'person'; userId: string; sessionId: string; mustChangePassword: boolean; memberships: Membership[]; networks: AnalystOf[] }
  | { kind: 'token'; id: string; scopes: string[]; memberships: [Membership] }

/** As a record of who did it names a token, beside the ids of people. */
export const tokenActor = (id: string) => `token:${id}`

/** On whose behalf the visitor acts in an organization of theirs. */
export function actorIn(visitor: Visitor, { role }: Membership): Actor {
  return visitor.kind === 'person' ? { id: visitor.userId, role } : { id: tokenActor(visitor.id), role, scopes: visitor.scopes }
}

const MINUTE = 60_000
const SESSION_TOKEN = /^[A-Za-z0-9]{16,64}$/

/** The token inside a signed cookie of better-auth (`token.signature`, encoded); null where it was not signed with this secret. */
export function tokenOfCookie(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf('.')
  const token = cookie.slice(0, dot)
  if (dot < 1 || !SESSION_TOKEN.test(token)) return null
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

const ORGANIZATION = `o.id, o.slug, o.name, o.time_zone as "timeZone", o.is_demo as "isDemo"`

interface PersonRow extends Membership {
  userId: string
  sessionId: string
  mustChangePassword: boolean
  networks: AnalystOf[]
}

const NETWORKS = `(select coalesce(json_agg(json_build_object('slug', n.slug, 'name', n.name) order by n.slug), '[]')
       from network_analysts a join networks n on n.id = a.network_id where a.user_id = u.id)`

/**
 * The person whose session this is, with every organization and network of theirs, in one message: through the embedded socket a statement with parameters
 * takes four. What stands in the text is letters and digits (checked) and a moment. null for no session, or one that has ended.
 */
export async function recognizeSession({ pool }: Pick<Database, 'pool'>, token: string, now: Date): Promise<Visitor | null> {
  if (!SESSION_TOKEN.test(token)) return null
  const { rows } = await pool.query<PersonRow>(`
    select s.id as "sessionId", u.id as "userId", u.must_change_password as "mustChangePassword", ${NETWORKS} as networks, m.role, ${ORGANIZATION}
    from user_sessions s
    join users u on u.id = s.user_id
    left join members m on m.user_id = u.id
    left join organizations o on o.id = m.organization_id
    where s.token = '${token}' and s.expires_at > '${now.toISOString()}'
    order by o.id`)
  const [first] = rows
  if (!first) return null
  const { userId, sessionId, mustChangePassword, networks } = first
  // Somebody without a seat, or whose last one was taken, has a row without an organization.
  const memberships = rows.filter(({ slug }) => slug !== null).map(({ id, slug, name, timeZone, isDemo, role }) => ({ id, slug, name, timeZone, isDemo, role }))
  return { kind: 'person', userId, sessionId, mustChangePassword, memberships, networks }
}

interface TokenRow extends Membership {
  tokenId: string
  scopes: string[]
  isStale: boolean
}

const rankOf = (role: string) => `array_position(array['${roles.join("', '")}'], ${role})`

/** Whoever made the token is there, and may what it may: the command line, or a member of at least its role. */
const MAKER_IS_THERE = `(t.created_by = 'cli' or exists (
  select from members m where m.organization_id = t.organization_id and m.user_id = t.created_by and ${rankOf('m.role')} >= ${rankOf('t.role')}))`

/** The token that this is, in one message; null for one that is unknown, revoked or expired, or whose maker is gone. When it was last used is written once a minute. */
export async function recognizeToken({ pool }: Pick<Database, 'pool'>, token: string, now: Date): Promise<Visitor | null> {
  if (!token.startsWith(TOKEN_PREFIX)) return null
  const { rows } = await pool.query<TokenRow>(`
    select t.id as "tokenId", t.scopes, t.role, ${ORGANIZATION},
           t.last_used_at is null or t.last_used_at < '${new Date(now.getTime() - MINUTE).toISOString()}' as "isStale"
    from api_tokens t
    join organizations o on o.id = t.organization_id
    where t.token_hash = '${hashOf(token)}' and t.revoked_at is null and t.expires_at > '${now.toISOString()}' and ${MAKER_IS_THERE}`)
  const [found] = rows
  if (!found) return null
  const { tokenId, scopes, isStale, role, id, slug, name, timeZone, isDemo } = found
  if (isStale) await pool.query('update api_tokens set last_used_at = $3 where organization_id = $1 and id = $2', [id, tokenId, now.toISOString()])
  return { kind: 'token', id: tokenId, scopes, memberships: [{ id, slug, name, timeZone, isDemo, role }] }
}
