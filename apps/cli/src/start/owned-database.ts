import type { Config } from '@overturn/core/config'
import { openPool, wrap, type Database } from '@overturn/core/db/connect'
import { openEngine } from '@overturn/core/db/embedded/engine'
import { asOverturnError } from '@overturn/core/errors'

export interface OwnedDatabase {
  database: Database
  /** What tells the portal where the database is. */
  environment: NodeJS.ProcessEnv
  /** Settles when the embedded engine is gone, with how it ended; never for a PostgreSQL server, which may come back. */
  lost: Promise<string>
}

/** Opens the database for as long as the server runs; the embedded engine belongs to this process alone. */
export async function openOwned({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>, say: (message: string) => void): Promise<OwnedDatabase> {
  if (databaseUrl !== null) {
    const database = wrap(openPool({ connectionString: databaseUrl }), 'postgresql')
    try {
      await database.pool.query('select 1')
    } catch (error) {
      await database.close()
      throw asOverturnError(error)
    }
    say('Connected to PostgreSQL')
    return { database, environment: { DATABASE_URL: databaseUrl }, lost: new Promise(() => undefined) }
  }
  const engine = await openEngine(dataDir, { exclusive: true })
  say(`Opened the embedded database in ${dataDir}`)
  const database = wrap(openPool({ socket: engine.socket }), 'embedded', engine)
  // A client that only waits: its connection ends when the engine does.
  const sentinel = await database.pool.connect()
  const gone = () => 'ended unexpectedly'
  const lost = new Promise<string>((resolve) => sentinel.once('error', () => resolve(gone())).once('end', () => resolve(gone())))
  const close = async () => {
    sentinel.release(true)
    await database.close()
  }
  return { database: { ...database, close }, environment: { OVERTURN_SOCKET: engine.socket }, lost }
}
