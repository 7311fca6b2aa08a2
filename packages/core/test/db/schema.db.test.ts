import { readFileSync } from 'node:fs'
import { getTableName, is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { describeSchema } from '../../src/db/describe.ts'
import * as schema from '../../src/db/schema/index.ts'
import { useDatabase } from '../support/database.ts'

const tables = Object.values(schema).filter((value) => is(value, PgTable))

/** Drizzle's spelling of a type in the catalog's. */
const catalogType = (type: string) => type.replace(/ COLLATE "C"$/, '').replace(/, /g, ',')

describe('the schema', () => {
  const use = useDatabase()

  it('is the one that schema.sql shows, on every engine', async () => {
    const dump = readFileSync(new URL('../../src/db/schema.sql', import.meta.url), 'utf8')
    expect(await describeSchema(use.database), 'run: node scripts/dump-schema.ts').toBe(dump)
  })

  it('has the tables that the code declares and no others', async () => {
    const { rows } = await use.database.orm.execute<{ name: string }>(sql`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'overturn_migrations'`)
    expect(rows.map(({ name }) => name).sort()).toEqual(tables.map((table) => getTableName(table)).sort())
  })

  it.each(tables.map((table) => [getTableName(table), table] as const))('declares the columns of %s as they are', async (name, table) => {
    const { rows } = await use.database.orm.execute(sql`
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull"
      from pg_attribute a where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped`)
    const declared = getTableConfig(table).columns.map((column) => ({ name: column.name, type: catalogType(column.getSQLType()), notNull: column.notNull }))
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect((rows as unknown as typeof declared).sort(byName)).toEqual(declared.sort(byName))
  })
})
