import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { OverturnError } from '../errors.ts'
import type { Database } from './connect.ts'

const folder = new URL('./migrations/', import.meta.url)
/** Any number that all Overturn processes share. */
const LOCK = 7_046_029_254

export interface Migration {
  name: string
  sql: string
  hash: string
}

export function listMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(new URL(file, folder), 'utf8')
      return { name: file.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the schema up to date, one transaction per migration, one process at a time. Returns the names it applied.
 * Throws `database_newer` when the database holds a migration that this version does not know.
 */
export async function migrate(database: Database, migrations = listMigrations()): Promise<string[]> {
  const client = await database.pool.connect()
  const applied: string[] = []
  try {
    for (const migration of migrations) {
      await client.query('begin')
      // Held to the end of the transaction, so that a second server waits and then finds the work done.
      await client.query(`select pg_advisory_xact_lock(${LOCK})`)
      await client.query(
        `create table if not exists overturn_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())`,
      )
      const known = await client.query<{ name: string }>('select name from overturn_migrations order by name')
      refuseNewer(
        known.rows.map(({ name }) => name),
        migrations,
      )
      if (!known.rows.some(({ name }) => name === migration.name)) {
        await client.query(migration.sql)
        await client.query('insert into overturn_migrations (name, hash) values ($1, $2)', [migration.name, migration.hash])
        applied.push(migration.name)
      }
      await client.query('commit')
    }
    return applied
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

function refuseNewer(present: string[], migrations: Migration[]): void {
  const unknown = present.filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length === 0) return
  throw new OverturnError(
    'database_newer',
    `The database was written by a newer Overturn (it has the migration "${unknown.at(-1)}"). Install that version, or restore a backup from before it.`,
  )
}
