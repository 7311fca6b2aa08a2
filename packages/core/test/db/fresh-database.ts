import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import type { Config } from '../../src/config.ts'
import { openDatabase } from '../../src/db/connect.ts'

export interface FreshDatabase {
  /** What opens it; any number of times at once. */
  config: Pick<Config, 'databaseUrl' | 'dataDir'>
  drop(): Promise<void>
}

/** A database without a schema, on the engine that the project runs. */
export async function freshDatabase(): Promise<FreshDatabase> {
  if (inject('engine') === 'embedded') {
    const dataDir = mkdtempSync(join(tmpdir(), 'overturn-fresh-'))
    return { config: { databaseUrl: null, dataDir }, drop: async () => rmSync(dataDir, { recursive: true, force: true }) }
  }
  const url = new URL(inject('template'))
  const name = `fresh_${randomUUID().slice(0, 8)}`
  url.pathname = '/postgres'
  const admin = await openDatabase({ databaseUrl: url.href, dataDir: '' })
  await admin.orm.execute(sql.raw(`create database ${name}`))
  url.pathname = `/${name}`
  return {
    config: { databaseUrl: url.href, dataDir: '' },
    drop: async () => {
      await admin.orm.execute(sql.raw(`drop database ${name}`))
      await admin.close()
    },
  }
}
