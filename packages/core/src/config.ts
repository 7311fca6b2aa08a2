import { resolve } from 'node:path'
import { z } from 'zod'
import { OverturnError } from './errors.ts'

const environment = z.object({
  OVERTURN_DATA_DIR: z.string().min(1).default('.overturn'),
  OVERTURN_PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  OVERTURN_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OVERTURN_ORGANIZATION: z.string().min(1).optional(),
  OVERTURN_ACCESS_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  OVERTURN_ALERT_WEBHOOK: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
})

export interface Config {
  /** Absolute folder of the embedded database, its backups and the access key. */
  dataDir: string
  port: number
  logLevel: z.infer<typeof environment>['OVERTURN_LOG_LEVEL']
  /** Slug of the organization to work on, where there is more than one. */
  organization: string | null
  accessKey: string | null
  /** Where alerts are posted as JSON; null for nowhere. It may hold a secret. */
  alertWebhook: string | null
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
  const { OVERTURN_DATA_DIR, OVERTURN_PORT, OVERTURN_LOG_LEVEL, OVERTURN_ORGANIZATION, OVERTURN_ACCESS_KEY, OVERTURN_ALERT_WEBHOOK, DATABASE_URL } = parsed.data
  return {
    dataDir: resolve(OVERTURN_DATA_DIR),
    port: OVERTURN_PORT,
    logLevel: OVERTURN_LOG_LEVEL,
    organization: OVERTURN_ORGANIZATION ?? null,
    accessKey: OVERTURN_ACCESS_KEY ?? null,
    alertWebhook: OVERTURN_ALERT_WEBHOOK ?? null,
    databaseUrl: DATABASE_URL ?? null,
  }
}
