import { hostname, userInfo } from 'node:os'
import { readConfig, type Config } from '@overturn/core/config'
import type { Context, Organization, Origin } from '@overturn/core/context'
import { isIsoDate } from '@overturn/core/dates'
import { openDatabase, type Database } from '@overturn/core/db/connect'
import { migrate } from '@overturn/core/db/migrate'
import { migrationState } from '@overturn/core/db/migration-state'
import { tenantDatabase } from '@overturn/core/db/tenant'
import { OverturnError } from '@overturn/core/errors'
import { createLog, type Log } from '@overturn/core/log'
import { findOrganization } from '@overturn/core/organizations'
import { hasData, makeDataFolder } from './data-folder.ts'
import type { GlobalFlags } from './global-flags.ts'

export interface Session {
  config: Config
  database: Database
  log: Log
}

/** The settings of the environment, with the flags on top and, below it, what this command takes for default. */
export function configOf(flags: Partial<Pick<GlobalFlags, 'data-dir' | 'organization'>> & { port?: string }, defaults: NodeJS.ProcessEnv = {}): Config {
  const { 'data-dir': dataDir, organization, port } = flags
  // Said of the flag that was typed, not of the variable that it stands for.
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535))
    throw new OverturnError('invalid_input', `--port: "${port}" is not a port; it must be a whole number from 1 to 65535.`)
  return readConfig(
    { ...(dataDir !== undefined && { dataDir }), ...(organization !== undefined && { organization }), ...(port !== undefined && { port }) },
    { ...defaults, ...process.env },
  )
}

export interface SessionOptions {
  /** Make the database when it is missing. A command that only looks must not leave an empty one behind in any folder. */
  create?: boolean
}

/** Opens the database for one command, however it ends. */
export async function withDatabase<T>(flags: GlobalFlags, work: (session: Session) => Promise<T>, { create = false }: SessionOptions = {}): Promise<T> {
  // A command says on stdout what it did: unless asked for more, its log has only what went wrong.
  const config = configOf(flags, { OVERTURN_LOG_LEVEL: 'warn' })
  const log = createLog(config.logLevel)
  if (config.databaseUrl === null) {
    if (create) makeDataFolder(config.dataDir)
    else if (!hasData(config.dataDir))
      throw new OverturnError(
        'not_found',
        `There is no data in ${config.dataDir} yet. "overturn start" and "overturn import" make it; --data-dir names another folder.`,
      )
  }
  const database = await openDatabase(config)
  try {
    return await work({ config, database, log })
  } finally {
    await database.close()
  }
}

type ChooseOrganization = (database: Database, slug: string | null) => Promise<Organization>

/** As `withDatabase`, with a schema that is up to date, and on behalf of the organization that the flags or `choose` name. */
export async function withContext<T>(
  flags: GlobalFlags,
  work: (context: Context) => Promise<T>,
  options: SessionOptions & { choose?: ChooseOrganization } = {},
): Promise<T> {
  const now = momentOf(flags['as-of'])
  return withDatabase(
    flags,
    async ({ config, database, log }) => {
      await ensureSchema(database)
      const organization = await (options.choose ?? findOrganization)(database, config.organization)
      return work(contextFor(database, organization, { now, log }))
    },
    options,
  )
}

export function contextFor(database: Database, organization: Organization, { now, log }: Pick<Context, 'now' | 'log'>): Context {
  const actor = { id: 'cli', role: 'administrator' } as const
  return { db: tenantDatabase(database, organization.id), database, organization, actor, origin: commandLine(), now, log }
}

/** Where a command comes from, for the audit trail. */
export const commandLine = (): Origin => ({ channel: 'cli', address: callerOf(), requestId: null })

/** Who types, as the machine knows them, for the audit trail. In a container the number of a user may have no name. */
function callerOf(): string {
  try {
    return `${userInfo().username}@${hostname()}`
  } catch {
    return `${process.getuid?.() ?? ''}@${hostname()}`
  }
}

/** A new database gets its schema by itself, and so does an embedded one after an upgrade. A server that others use is upgraded on purpose. */
async function ensureSchema(database: Database): Promise<void> {
  const { applied, pending } = await migrationState(database)
  if (applied.length > 0 && pending.length > 0 && database.engine === 'postgresql')
    throw new OverturnError(
      'conflict',
      `The database needs ${pending.length === 1 ? 'a migration' : `${pending.length} migrations`} before this version can use it. Run "overturn migrate".`,
    )
  await migrate(database)
}

/** The moment of `--as-of`: a day stands for its noon in UTC, which is that day in every time zone of the United States. */
export function momentOf(asOf: string | undefined, now = new Date()): Date {
  if (asOf === undefined) return now
  if (isIsoDate(asOf)) return new Date(`${asOf}T12:00:00Z`)
  const moment = new Date(asOf)
  if (!/^\d{4}-\d{2}-\d{2}T/.test(asOf) || Number.isNaN(moment.getTime()))
    throw new OverturnError('invalid_input', `--as-of: "${asOf}" is neither a day (YYYY-MM-DD) nor a moment (ISO 8601, such as 2026-03-31T18:00:00Z).`)
  return moment
}
