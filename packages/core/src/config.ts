import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { OverturnError } from './errors.ts'

const PROXIES = 'must be how many proxies stand before the portal (0 to 10), or their addresses or networks (10.0.0.1, 10.0.0.0/8), separated by commas'

/** A number of proxies, or the addresses of those that are believed. */
const trustedProxies = z.string().transform((given, { addIssue }): number | string[] => {
  if (/^\d+$/.test(given.trim()) && Number(given) <= 10) return Number(given)
  const addresses = given.split(',').map((address) => address.trim())
  if (!addresses.every(isAddressOrNetwork)) addIssue({ code: 'custom', message: PROXIES })
  return addresses
})

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

const variables = z.object({
  OVERTURN_DATA_DIR: z.string().min(1).default('.overturn'),
  OVERTURN_PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  OVERTURN_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OVERTURN_ORGANIZATION: z.string().min(1).optional(),
  OVERTURN_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  OVERTURN_ADMIN_EMAIL: z.email('must be an e-mail address').default('administrator@overturn.local'),
  OVERTURN_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OVERTURN_SECRET_FILE: z.string().min(1).optional(),
  OVERTURN_OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  OVERTURN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  OVERTURN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OVERTURN_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  OVERTURN_MAX_UPLOAD: z.coerce.number('must be a number of bytes').int('must be a whole number of bytes').min(1_000_000).max(1e12).default(2_000_000_000),
  OVERTURN_TRUSTED_PROXIES: trustedProxies.default(0),
  OVERTURN_RATE_LIMIT: z.coerce.number('must be a number of requests').int().min(1).max(1_000_000).default(600),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  OVERTURN_ALERT_WEBHOOK: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
})

/** What says where to sign on is whole or absent. */
const environment = variables.superRefine((given, { addIssue }) => {
  const { OVERTURN_OIDC_ISSUER: issuer, OVERTURN_OIDC_CLIENT_ID: id, OVERTURN_OIDC_CLIENT_SECRET: secret, OVERTURN_OIDC_CLIENT_SECRET_FILE: file } = given
  if (![issuer, id, secret, file].some((value) => value !== undefined)) return
  const missing = (name: string) => addIssue({ code: 'custom', path: [name], message: 'is missing beside the other OVERTURN_OIDC variables' })
  if (issuer === undefined) missing('OVERTURN_OIDC_ISSUER')
  if (id === undefined) missing('OVERTURN_OIDC_CLIENT_ID')
  if (secret === undefined && file === undefined) missing('OVERTURN_OIDC_CLIENT_SECRET')
})

/** A secret, from the environment or in a file of its own; null for neither. */
export interface SecretSource {
  value: string | null
  file: string | null
}

/** Another program that people may sign in through (OpenID Connect). */
export interface SignOnSettings {
  issuer: string
  clientId: string
  clientSecret: SecretSource
}

export interface Config {
  /** Absolute folder of the embedded database, its backups and the secret. */
  dataDir: string
  port: number
  logLevel: z.infer<typeof variables>['OVERTURN_LOG_LEVEL']
  /** Slug of the organization to work on, where there is more than one. */
  organization: string | null
  /** Where people reach the portal: scheme, host and port. Without one it is this machine alone. */
  url: string | null
  /** Of the administrator that the first start makes. */
  adminEmail: string
  /** Signs sessions and seals second factors; without one, `secretOf` makes one and keeps it. */
  secret: SecretSource
  /** null: people sign in with a password. */
  signOn: SignOnSettings | null
  /** Where alerts are posted as JSON; null for nowhere. It may hold a secret. */
  alertWebhook: string | null
  /** Bytes that an upload may have. */
  maxUpload: number
  /** Whose X-Forwarded-For is believed: how many proxies stand before the portal, or their addresses and networks. 0: nobody's. */
  trustedProxies: number | string[]
  /** Requests a minute, of each who is signed in, and of all visitors of an address. */
  rateLimit: number
  /** Where traces are sent (OpenTelemetry over HTTP); null for nowhere. */
  traces: string | null
  /** PostgreSQL 15 or later; null means the embedded database in `dataDir`. */
  databaseUrl: string | null
}

/** Reads the environment, once, with what the command line says on top. Throws `invalid_input` naming every variable that is wrong. */
export function readConfig(overrides: { dataDir?: string; port?: string | number; organization?: string } = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const given = {
    ...env,
    ...(overrides.dataDir !== undefined && { OVERTURN_DATA_DIR: overrides.dataDir }),
    ...(overrides.port !== undefined && { OVERTURN_PORT: String(overrides.port) }),
    ...(overrides.organization !== undefined && { OVERTURN_ORGANIZATION: overrides.organization }),
  }
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ field: String(issue.path[0]), message: issue.message }))
    throw new OverturnError('invalid_input', `Settings are wrong: ${fields.map(({ field, message }) => `${field} ${message}`).join('; ')}.`, { fields })
  }
  return configOf(parsed.data)
}

function configOf(given: z.infer<typeof variables>): Config {
  return {
    dataDir: resolve(given.OVERTURN_DATA_DIR),
    port: given.OVERTURN_PORT,
    logLevel: given.OVERTURN_LOG_LEVEL,
    organization: given.OVERTURN_ORGANIZATION ?? null,
    url: given.OVERTURN_URL === undefined ? null : new URL(given.OVERTURN_URL).origin,
    adminEmail: given.OVERTURN_ADMIN_EMAIL.toLowerCase(),
    secret: { value: given.OVERTURN_SECRET ?? null, file: given.OVERTURN_SECRET_FILE ?? null },
    signOn: signOnOf(given),
    alertWebhook: given.OVERTURN_ALERT_WEBHOOK ?? null,
    maxUpload: given.OVERTURN_MAX_UPLOAD,
    trustedProxies: given.OVERTURN_TRUSTED_PROXIES,
    rateLimit: given.OVERTURN_RATE_LIMIT,
    traces: given.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    databaseUrl: given.DATABASE_URL ?? null,
  }
}

function signOnOf(given: z.infer<typeof variables>): SignOnSettings | null {
  const { OVERTURN_OIDC_ISSUER: issuer, OVERTURN_OIDC_CLIENT_ID: clientId } = given
  if (issuer === undefined || clientId === undefined) return null
  return { issuer, clientId, clientSecret: { value: given.OVERTURN_OIDC_CLIENT_SECRET ?? null, file: given.OVERTURN_OIDC_CLIENT_SECRET_FILE ?? null } }
}
