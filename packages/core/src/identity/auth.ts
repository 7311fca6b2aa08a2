import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { isAPIError } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Config } from '../config.ts'
import type { Database } from '../db/connect.ts'
import { userAccounts, users, userSessions, userTwoFactors, userVerifications } from '../db/schema/identity.ts'
import type { Log } from '../log.ts'
import { loggable } from '../loggable.ts'
import { authHooks } from './auth-hooks.ts'
import { SIGN_ON } from './first-sign-on.ts'
import { checkPassword, hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.ts'
import { readSecret, secretOf } from './secret.ts'

export const SESSION_HOURS = 12
/** Set by the portal from the socket, whatever came in: a forwarded address could be forged. */
export const ADDRESS_HEADER = 'x-overturn-address'
const BASE_PATH = '/api/auth'
/** Requests a minute and address. */
const FLOOD = { window: 60, max: 120 }

export { SIGN_ON }
export type Auth = ReturnType<typeof createAuth>

/** Sign-in, second factor and sign-on of this server, over our own tables. It asks nobody anything but the program that it is told to sign on with. */
export function createAuth(database: Database, config: Config, log: Log) {
  const baseURL = baseUrlOf(config)
  return betterAuth({
    appName: 'Overturn',
    baseURL,
    basePath: BASE_PATH,
    secret: secretOf(config),
    trustedOrigins: trustedOrigins(config),
    database: drizzleAdapter(database.orm, {
      provider: 'pg',
      schema: { user: users, session: userSessions, account: userAccounts, verification: userVerifications, twoFactor: userTwoFactors },
    }),
    user: { additionalFields: { mustChangePassword: { type: 'boolean', input: false, defaultValue: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => checkPassword(hash, password, new Date()) },
    },
    session: { expiresIn: SESSION_HOURS * 3600, disableSessionRefresh: true },
    // An administrator has stated every address here, so the other program's word is enough to join the two (what was there before ends: first-sign-on.ts); nothing of its tokens is kept.
    account: { updateAccountOnSignIn: false, accountLinking: { requireLocalEmailVerified: false } },
    // Guessing is slowed down by the portal, by address and by account; this only keeps a flood from the password hashing.
    rateLimit: { enabled: true, storage: 'memory', ...FLOOD, customRules: { '/sign-in/*': FLOOD, '/change-password': FLOOD } },
    advanced: {
      cookiePrefix: 'overturn',
      useSecureCookies: baseURL.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [twoFactor({ issuer: 'Overturn', otpOptions: {} }), ...signOn(config)],
    ...authHooks(database),
    onAPIError: {
      errorURL: '/sign-in',
      // What the caller did wrong is said to the caller; the rest is ours to know.
      onError: (error) => {
        if (!isAPIError(error) || error.statusCode >= 500) log.error({ errors: loggable(error) }, 'sign-in failed')
      },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message, ...details) => log.error({ errors: details.map(loggable) }, `sign-in: ${message}`) },
  } satisfies BetterAuthOptions)
}

/** Where people reach this server. */
export const baseUrlOf = ({ url, port }: Pick<Config, 'url' | 'port'>) => url ?? `http://127.0.0.1:${port}`

/** Without an address of its own the server is this machine's alone, under both its names. */
const trustedOrigins = ({ url, port }: Pick<Config, 'url' | 'port'>) => (url === null ? [`http://127.0.0.1:${port}`, `http://localhost:${port}`] : [url])

function signOn({ signOn }: Pick<Config, 'signOn'>) {
  if (signOn === null) return []
  const clientSecret = readSecret(signOn.clientSecret, 'OVERTURN_OIDC_CLIENT_SECRET') ?? ''
  return [
    genericOAuth({
      config: [
        {
          providerId: SIGN_ON,
          discoveryUrl: `${signOn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
          clientId: signOn.clientId,
          clientSecret,
          scopes: ['openid', 'email', 'profile'],
          pkce: true,
          requireIdTokenVerification: true,
          disableSignUp: true,
        },
      ],
    }),
  ]
}
