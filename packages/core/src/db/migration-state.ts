import { sql } from 'drizzle-orm'
import type { Database } from './connect.ts'
import { listMigrations } from './migrate.ts'

export interface MigrationState {
  /** In the order of application. */
  applied: string[]
  /** What this version would apply next. */
  pending: string[]
}

/** Where the schema stands; changes nothing, also in a database that has never been migrated. */
export async function migrationState(database: Database): Promise<MigrationState> {
  const { rows: found } = await database.orm.execute<{ present: boolean }>(sql`select to_regclass('overturn_migrations') is not null as present`)
  if (!found[0]?.present) return { applied: [], pending: listMigrations().map(({ name }) => name) }
  const { rows } = await database.orm.execute<{ name: string }>(sql`select name from overturn_migrations order by name`)
  const applied = rows.map(({ name }) => name)
  const pending = listMigrations().map(({ name }) => name)
  return { applied, pending: pending.filter((name) => !applied.includes(name)) }
}
