import { OverturnError } from '@overturn/core/errors'

/** The database answers and holds the migrations that this build was made for. */
export default defineEventHandler((event) =>
  answering(event, async () => {
    const { migrations } = useRuntimeConfig(event)
    const present = await migrationsKnown()
    const missing = migrations.filter((name) => !present.includes(name))
    if (missing.length > 0)
      throw new OverturnError(
        'database_unavailable',
        `The database lacks the migrations ${missing.join(', ')}. Restart with \`overturn start\`, which applies them.`,
      )
    return { status: 'ready' }
  }),
)

/** Anybody may ask, as often as they like: the database hears of it once a second. */
const migrationsKnown = sharedAnswer(appliedMigrations, 1000)

async function appliedMigrations(): Promise<string[]> {
  const { pool } = useDatabase()
  const table = await pool.query<{ known: boolean }>(`select to_regclass('overturn_migrations') is not null as known`)
  if (!table.rows[0]?.known) return []
  return (await pool.query<{ name: string }>('select name from overturn_migrations')).rows.map(({ name }) => name)
}
