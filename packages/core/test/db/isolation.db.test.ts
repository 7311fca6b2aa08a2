import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { tenantDatabase } from '../../src/db/tenant.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('isolation of organizations', () => {
  const use = useDatabase()

  /** Kept by the owner alone: who people are, and which practices a network has. No transaction of an organization has a right there. */
  const OF_NO_ORGANIZATION = [
    'users',
    'user_sessions',
    'user_accounts',
    'user_verifications',
    'user_two_factors',
    'networks',
    'network_practices',
    'network_analysts',
  ]
  /** Looked up by the owner before it is known whose they are: by a person or by a secret. Transactions are bound as everywhere. */
  const FOUND_FIRST = ['organizations', 'members', 'invitations', 'api_tokens']
  const names = (tables: readonly string[]) => sql.raw(tables.map((table) => `'${table}'`).join(', '))

  it('gives no right to what belongs to none, but to the names of colleagues', async () => {
    const open = await use.database.orm.execute(sql`
      select distinct table_name, column_name from information_schema.column_privileges
      where grantee like 'overturn%' and table_name in (${names(OF_NO_ORGANIZATION)}) order by 1, 2`)
    expect(open.rows.map(({ table_name, column_name }) => `${table_name}.${column_name}`)).toEqual([
      'users.email',
      'users.id',
      'users.name',
      'users.two_factor_enabled',
    ])
  })

  it('binds every table that belongs to an organization, its owner too', async () => {
    const unbound = await use.database.orm.execute(sql`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('overturn_migrations', ${names(OF_NO_ORGANIZATION)})
        and not (c.relrowsecurity and (c.relforcerowsecurity or c.relname in (${names(FOUND_FIRST)}))
                 and exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'tenant' and p.with_check is not null))`)
    expect(unbound.rows).toEqual([])
  })

  it('leads every key of every such table with the organization', async () => {
    const wrong = await use.database.orm.execute(sql`
      select i.indrelid::regclass::text as table_name, i.indexrelid::regclass::text as index_name
      from pg_index i join pg_class ic on ic.oid = i.indexrelid join pg_am on pg_am.oid = ic.relam and pg_am.amname <> 'gin'
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where n.nspname = 'public' and c.relname not in ('overturn_migrations', ${names([...OF_NO_ORGANIZATION, ...FOUND_FIRST])}) and a.attname <> 'organization_id'`)
    expect(wrong.rows).toEqual([])
  })

  it('neither shows nor takes rows of another organization', async () => {
    const here = await newContext(use.database)
    const there = await newContext(use.database)
    await there.db.run(sql`insert into payers (organization_id, id, name) values (${there.organization.id}, 'P1', 'Payer')`)
    expect(await here.db.rows(sql`select * from payers`)).toEqual([])
    expect(await here.db.run(sql`delete from payers where organization_id = ${there.organization.id}`)).toBe(0)
    await expect(here.db.run(sql`insert into payers (organization_id, id, name) values (${there.organization.id}, 'P2', 'Payer')`)).rejects.toThrow()
    expect(await there.db.rows(sql`select id from payers`)).toEqual([{ id: 'P1' }])
    expect(await here.db.rows(sql`select id from organizations`)).toEqual([{ id: here.organization.id }])
  })

  it('shows nothing to the application role without an organization', async () => {
    const context = await newContext(use.database)
    await context.db.run(sql`insert into payers (organization_id, id, name) values (${context.organization.id}, 'P1', 'Payer')`)
    const client = await use.database.pool.connect()
    try {
      await client.query('begin; set local role overturn_app')
      expect((await client.query('select * from payers')).rows).toEqual([])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('hides the rows of a file that is still being merged from all but its import', async () => {
    const { database, organization, db } = await newContext(use.database)
    await db.run(
      sql`insert into imports (organization_id, id, file_name, format, sha256, bytes, status, writer) values (${organization.id}, 7, 'f', 'x12', 'h', 1, 'merging', 'test')`,
    )
    const writer = tenantDatabase(database, organization.id, 7)
    await writer.run(sql`insert into claims (organization_id, id, import_id, billed_amount) values (${organization.id}, 'C7-1', 7, 10)`)
    expect(await writer.rows(sql`select id from claims`)).toHaveLength(1)
    expect(await db.rows(sql`select id from claims`)).toEqual([])
    await db.run(sql`update imports set status = 'complete' where id = 7`)
    expect(await db.rows(sql`select id from claims`)).toHaveLength(1)
  })
})
