import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { postgresBinaries, startPostgres } from './postgres-server.ts'
import { scratch } from './scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    engine: 'embedded' | 'postgresql'
    /** Folder (embedded) or URL (PostgreSQL) of the migrated database that every test file copies. */
    template: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = project.name.endsWith('postgresql') ? 'postgresql' : 'embedded'
  project.provide('engine', engine)
  return engine === 'postgresql' ? preparePostgres(project) : prepareEmbedded(project)
}

async function prepareEmbedded(project: TestProject) {
  const folder = mkdtempSync(join(scratch(), 'overturn-template-'))
  const database = await openDatabase({ databaseUrl: null, dataDir: folder })
  await migrate(database)
  await database.close()
  project.provide('template', folder)
  return async () => rmSync(folder, { recursive: true, force: true })
}

async function preparePostgres(project: TestProject) {
  const server = await startPostgres(postgresBinaries()!)
  const admin = await openDatabase({ databaseUrl: server.url, dataDir: '' })
  // The tests connect as an ordinary owner, not as a superuser: row-level security has to hold for it.
  await admin.orm.execute(sql.raw(`create role owner login createrole createdb`))
  await admin.orm.execute(sql.raw(`create database template_overturn owner owner`))
  await admin.close()
  const url = new URL(server.url)
  url.username = 'owner'
  url.pathname = '/template_overturn'
  const database = await openDatabase({ databaseUrl: url.href, dataDir: '' })
  await migrate(database)
  await database.close()
  project.provide('template', url.href)
  return server.stop
}
