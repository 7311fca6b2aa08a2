import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../packages/core/src/db/connect.ts'
import { describeSchema } from '../packages/core/src/db/describe.ts'
import { migrate } from '../packages/core/src/db/migrate.ts'

/** Writes packages/core/src/db/schema.sql from a fresh embedded database: run it after every new migration. */
const target = fileURLToPath(new URL('../packages/core/src/db/schema.sql', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'overturn-schema-'))
const database = await openDatabase({ databaseUrl: null, dataDir })
try {
  await migrate(database)
  writeFileSync(target, await describeSchema(database))
} finally {
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
}
