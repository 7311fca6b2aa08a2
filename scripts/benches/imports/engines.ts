import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openDatabase, type Database } from '../../../packages/core/src/db/connect.ts'
import { readLock } from '../../../packages/core/src/db/embedded/lock.ts'
import { migrate } from '../../../packages/core/src/db/migrate.ts'
import { postgresBinaries, startPostgres } from '../../../packages/core/test/support/postgres-server.ts'
import type { EngineName } from './options.ts'
import { parentOf } from './usage.ts'

/** Where another process finds a database. */
export interface Target {
  databaseUrl: string | null
  dataDir: string
}

/** A migrated database with nothing in it. */
export interface FreshDatabase {
  database: Database
  target: Target
  /** The process that does the engine's work, or whose children do; null where it cannot be told. */
  enginePid: number | null
  drop(): Promise<void>
}

export interface Engine {
  /** With its version. */
  label: string
  fresh(): Promise<FreshDatabase>
  stop(): Promise<void>
}

/** An engine to import into; null when the machine has no PostgreSQL server. */
export function startEngine(name: EngineName, folder: string): Promise<Engine | null> {
  return name === 'embedded' ? embedded(folder) : postgresql()
}

async function embedded(folder: string): Promise<Engine> {
  const fresh = async (): Promise<FreshDatabase> => {
    const dataDir = mkdtempSync(join(folder, 'data-'))
    const target = { databaseUrl: null, dataDir }
    const database = await openDatabase(target)
    await migrate(database)
    const drop = async () => {
      await database.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
    return { database, target, enginePid: readLock(dataDir)?.pid ?? null, drop }
  }
  return { label: 'embedded engine', fresh, stop: async () => undefined }
}

async function postgresql(): Promise<Engine | null> {
  const binaries = postgresBinaries()
  if (binaries === null) return null
  const server = await startPostgres(binaries)
  const admin = await openDatabase({ databaseUrl: server.url, dataDir: '' })
  // An ordinary owner, as in practice: row-level security costs what it costs there.
  await admin.orm.execute(sql.raw('create role owner login createrole'))
  const { version, pid } = (await admin.orm.execute(sql`select current_setting('server_version') as version, pg_backend_pid() as pid`)).rows[0] as {
    version: string
    pid: number
  }
  const postmaster = parentOf(pid)
  let databases = 0
  const fresh = async (): Promise<FreshDatabase> => {
    const name = `bench_${++databases}`
    await admin.orm.execute(sql.raw(`create database ${name} owner owner`))
    const url = new URL(server.url)
    url.username = 'owner'
    url.pathname = `/${name}`
    const target = { databaseUrl: url.href, dataDir: '' }
    const database = await openDatabase(target)
    await migrate(database)
    const drop = async () => {
      await database.close()
      await admin.orm.execute(sql.raw(`drop database ${name} with (force)`))
    }
    return { database, target, enginePid: postmaster, drop }
  }
  const stop = async () => {
    await admin.close()
    await server.stop()
  }
  return { label: `PostgreSQL ${version.split(' ')[0]}`, fresh, stop }
}
