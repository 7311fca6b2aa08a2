import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../src/db/connect.ts'
import { listMigrations, migrate } from '../../src/db/migrate.ts'
import { migrationState } from '../../src/db/migration-state.ts'
import { freshDatabase, type FreshDatabase } from './fresh-database.ts'

describe('migrations', () => {
  const names = listMigrations().map(({ name }) => name)
  let fresh: FreshDatabase
  let database: Database
  beforeEach(async () => {
    fresh = await freshDatabase()
    database = await openDatabase(fresh.config)
  })
  afterEach(async () => {
    await database.close()
    await fresh.drop()
  })

  it('bring an empty database up to date and then have nothing to do', async () => {
    expect(await migrationState(database)).toEqual({ applied: [], pending: names })
    expect(await migrate(database)).toEqual(names)
    expect(await migrationState(database)).toEqual({ applied: names, pending: [] })
    expect(await migrate(database)).toEqual([])
  })

  it('are applied once when two programs start together', async () => {
    const second = await openDatabase(fresh.config)
    try {
      const applied = await Promise.all([migrate(database), migrate(second)])
      expect(applied.flat().sort()).toEqual(names)
    } finally {
      await second.close()
    }
  })

  it('leave nothing of one that fails, and keep those before it', async () => {
    const broken = { name: '9999_broken', sql: 'create table half (id integer); select no_such_function()', hash: 'h' }
    await expect(migrate(database, [...listMigrations(), broken])).rejects.toThrow('no_such_function')
    expect(await migrationState(database)).toEqual({ applied: names, pending: [] })
    expect((await database.orm.execute(sql`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  })

  it('refuse a database that a newer Overturn wrote', async () => {
    await migrate(database, [...listMigrations(), { name: '9999_of_the_future', sql: 'select 1', hash: 'h' }])
    await expect(migrate(database)).rejects.toMatchObject({ code: 'database_newer', message: expect.stringContaining('9999_of_the_future') })
  })
})
