import type { BetterAuthOptions } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { Database } from '../db/connect.ts'
import { HAS_NETWORK_OFFER } from '../networks/invitations.ts'
import { endEarlierAccess, SIGN_ON } from './first-sign-on.ts'

const CHANGE_PASSWORD = '/change-password'

/** A seat, a network, or the offer of either: whoever is to take it has to come in first. */
const SEAT = `
  select from members where user_id = $1
  union all
  select from invitations i join users u on u.email = i.email where u.id = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
  union all
  select from network_analysts where user_id = $1
  union all ${HAS_NETWORK_OFFER}
  limit 1`

const hasUser = (answer: unknown): answer is { user: object } =>
  typeof answer === 'object' && answer !== null && 'user' in answer && typeof answer.user === 'object'

/** What Overturn adds to signing in: a seat is needed, a new password is a new one and ends everything else, and so does the first sign-on; no provider's token is kept. */
export function authHooks(database: Database): Pick<BetterAuthOptions, 'hooks' | 'databaseHooks'> {
  const { pool } = database
  return {
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path !== CHANGE_PASSWORD) return
        if (body?.newPassword === body?.currentPassword)
          throw new APIError('BAD_REQUEST', { code: 'PASSWORD_NOT_NEW', message: 'The new password is the old one. Choose another.' })
      }),
      after: createAuthMiddleware(async ({ path, context: { returned }, json }) => {
        // It was read before the change: the password is the person's own now.
        if (path === CHANGE_PASSWORD && hasUser(returned)) return json({ ...returned, user: { ...returned.user, mustChangePassword: false } })
      }),
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            // Nothing else clears away the sessions that nobody has ended.
            await pool.query('delete from user_sessions where expires_at < now()')
            const { rowCount } = await pool.query(SEAT, [userId])
            return rowCount === 0 ? false : undefined
          },
        },
      },
      account: {
        create: {
          before: async ({ userId, providerId }) => {
            if (providerId === SIGN_ON) await endEarlierAccess(database, userId)
            return { data: { accessToken: null, refreshToken: null, idToken: null } }
          },
        },
        update: {
          after: async ({ userId, password }, context) => {
            if (!password || context?.path !== CHANGE_PASSWORD) return
            await pool.query('update users set must_change_password = false where id = $1', [userId])
            await pool.query('delete from user_sessions where user_id = $1 and id <> $2', [userId, context.context.session?.session.id ?? ''])
            // Sign-ins that wait for the second factor, and browsers that are not asked for it.
            await pool.query('delete from user_verifications where value = $1', [userId])
          },
        },
      },
    },
  }
}
