import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { tenantDatabase } from '../../src/db/tenant.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('isolation of organizations', () => {
  const use = useDatabase()

  it('binds every table that belongs to an organization, its owner too', async () => {
    const unbound = await use.database.orm.execute(sql`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'overturn_migrations'
        and not (c.relrowsecurity and (c.relforcerowsecurity or c.relname = 'organizations')
                 and exists (select from pg_policies p where p.tablename = c.relname and p.policyname = 'tenant' and p.with_check is not null))`)
    expect(unbound.rows).toEqual([])
  })

  it('leads every key of every such table with the organization', async () => {
    const wrong = await use.database.orm.execute(sql`
      select i.indrelid::regclass::text as table_name, i.indexrelid::regclass::text as index_name
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where n.nspname = 'public' and c.relname not in ('organizations', 'overturn_migrations') and a.attname <> 'organization_id'`)
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
