import { openPool, wrap, type Database } from '@overturn/core/db/connect'
import { OverturnError } from '@overturn/core/errors'

let database: Database | undefined

/** The one pool of this server: over the socket of the embedded engine that `overturn start` keeps alive, or to PostgreSQL. */
export function useDatabase(): Database {
  return (database ??= connect())
}

function connect(): Database {
  const { databaseUrl } = settings()
  const socket = process.env.OVERTURN_SOCKET
  if (databaseUrl) return wrap(openPool({ connectionString: databaseUrl }), 'postgresql')
  if (socket) return wrap(openPool({ socket }), 'embedded')
  throw new OverturnError('database_unavailable', 'No database is named. Start the portal with `overturn start`, or set DATABASE_URL.')
}

export async function closeDatabase(): Promise<void> {
  await database?.close()
  database = undefined
}
