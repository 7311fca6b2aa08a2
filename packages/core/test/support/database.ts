import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Config } from '../../src/config.ts'
import { openDatabase, type Database } from '../../src/db/connect.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'
import type { Context, Organization } from '../../src/context.ts'
import { silentLog } from '../../src/log.ts'
import { ensureOrganization } from '../../src/organizations.ts'
import { scratch } from './scratch.ts'

/** Where another process finds the database of a test. */
export type DatabaseTarget = Pick<Config, 'databaseUrl' | 'dataDir'>

/** A migrated database of its own for this test file, on the engine that the project runs: a copy of one that global setup prepared. */
export function useDatabase(): { readonly database: Database; readonly target: DatabaseTarget } {
  let database: Database
  let target: DatabaseTarget
  let drop: () => Promise<void>
  beforeAll(async () => {
    ;({ database, drop, target } = inject('engine') === 'postgresql' ? await clonePostgres() : await cloneEmbedded())
  })
  afterAll(() => drop())
  return {
    get database() {
      return database
    },
    get target() {
      return target
    },
  }
}

async function cloneEmbedded() {
  const folder = mkdtempSync(join(scratch(), 'overturn-test-'))
  cpSync(inject('template'), folder, { recursive: true })
  const database = await openDatabase({ databaseUrl: null, dataDir: folder })
  return {
    database,
    target: { databaseUrl: null, dataDir: folder },
    drop: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function clonePostgres() {
  const template = new URL(inject('template'))
  const name = `test_${randomUUID().slice(0, 8)}`
  const at = (database: string) => {
    const url = new URL(template)
    url.pathname = `/${database}`
    return url.href
  }
  const admin = await openDatabase({ databaseUrl: at('postgres'), dataDir: '' })
  await admin.orm.execute(sql.raw(`create database ${name} template ${template.pathname.slice(1)}`))
  const database = await openDatabase({ databaseUrl: at(name), dataDir: '' })
  return {
    database,
    target: { databaseUrl: at(name), dataDir: '' },
    drop: async () => {
      await database.close()
      // Without force: PostgreSQL itself sends its autovacuum away and waits for connections that are closing; force would need a right over both.
      await admin.orm.execute(sql.raw(`drop database ${name}`))
      await admin.close()
    },
  }
}

/** A context for a fresh organization of this database; everything a test counts is its own. */
export async function newContext(database: Database, options: { now?: Date; timeZone?: string } = {}): Promise<Context> {
  const slug = `org-${randomUUID().slice(0, 8)}`
  const organization: Organization = await ensureOrganization(database, { slug, name: 'Test Practice', timeZone: options.timeZone ?? 'UTC', isDemo: false })
  return {
    db: tenantDatabase(database, organization.id),
    database,
    organization,
    actor: { id: 'test', role: 'administrator' },
    now: options.now ?? new Date('2026-03-31T12:00:00Z'),
    log: silentLog,
  }
}
