import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Config } from '../config.ts'
import { openEngine, type Engine } from './embedded/engine.ts'
import { SOCKET_PORT } from './embedded/socket.ts'
import { TurnTakingPool } from './embedded/turn-taking-pool.ts'

/** An open database, whichever engine: pool, typed queries, and the way to leave it. */
export interface Database {
  engine: 'embedded' | 'postgresql'
  pool: pg.Pool
  orm: NodePgDatabase
  close(): Promise<void>
}

const { DATE, INT8 } = pg.types.builtins
/** Dates stay calendar dates (never a moment in the server's zone), 64-bit counts become numbers, money stays text. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format !== 'binary' && oid === DATE) return (text: string) => text
    if (format !== 'binary' && oid === INT8) return safeInteger
    return pg.types.getTypeParser(oid, format)
  },
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`a 64-bit number from the database is too large: ${text}`)
  return value
}

/** A pool over PostgreSQL or over the socket of an embedded engine. */
export function openPool(target: { connectionString: string } | { socket: string }): pg.Pool {
  const where = 'socket' in target ? { host: target.socket, port: SOCKET_PORT, user: 'postgres', database: 'postgres' } : target
  const Pool = 'socket' in target ? TurnTakingPool : pg.Pool
  const pool = new Pool({ ...where, types, max: 8, connectionTimeoutMillis: 10_000, application_name: 'overturn' })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // So is one that dies while it is in use: its query fails, and whoever waits for that hears of it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * Opens the database that the configuration names; the embedded engine is started, or shared when it runs.
 * Throws `database_unavailable`, `data_dir_in_use` or `data_dir_unwritable`.
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>, options: { exclusive?: boolean } = {}): Promise<Database> {
  if (config.databaseUrl) return wrap(openPool({ connectionString: config.databaseUrl }), 'postgresql')
  const engine = await openEngine(config.dataDir, options)
  return wrap(openPool({ socket: engine.socket }), 'embedded', engine)
}

/** The database behind a pool that somebody else keeps alive (the portal behind `overturn start`). */
export function wrap(pool: pg.Pool, engine: Database['engine'], owned?: Engine): Database {
  return {
    engine,
    pool,
    orm: drizzle(pool),
    close: async () => {
      await pool.end()
      await owned?.stop()
    },
  }
}
