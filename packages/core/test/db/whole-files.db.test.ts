import { sql } from 'drizzle-orm'
import { describe, expect, inject, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'
import { slicesOf } from '../../src/computation/slices.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const claims = sql`select id from claims order by id`

async function begin({ db, organization }: Context): Promise<number> {
  const opened = await db.row<{ id: number }>(sql`
    insert into imports (organization_id, file_name, format, sha256, bytes, status, writer)
    values (${organization.id}, 'f', 'x12', 'h', 1, 'staging', 'test') returning id`)
  await setStatus(db, opened!.id, 'merging')
  return opened!.id
}
const setStatus = (db: Context['db'], id: number, status: string) =>
  db.run(sql`update imports set status = ${status} where organization_id = ${db.organizationId} and id = ${id}`)
const write = ({ database, organization }: Context, importId: number, id: string) =>
  tenantDatabase(database, organization.id, importId).run(
    sql`insert into claims (organization_id, id, import_id, billed_amount) values (${organization.id}, ${id}, ${importId}, 10)`,
  )

const ALONE = 'on the embedded engine a transaction has the database to itself: nothing can begin while it runs'

describe('files appear as a whole', () => {
  const use = useDatabase()

  it('estimates claims of a window as half of them at the worst', async () => {
    const context = await newContext(use.database)
    await insertClaims(
      context,
      Array.from({ length: 400 }, (_, at) => ({ id: `C${at}`, submitted: '2026-02-01' })),
    )
    await use.database.orm.execute(sql`analyze claims`)
    const plan = await context.db.rows<Record<string, string>>(
      sql`explain select * from claims where organization_id = ${context.organization.id} and submission_date >= '2026-01-01'`,
    )
    expect(Number(/rows=(\d+)/.exec(plan[0]!['QUERY PLAN']!)![1])).toBeGreaterThanOrEqual(200)
  })

  it('shows nothing of an import that begins after the transaction did', async ({ skip }) => {
    skip(inject('engine') !== 'postgresql', ALONE)
    const context = await newContext(use.database)
    await context.db.transaction(async (tx) => {
      expect(await tx.rows(claims)).toEqual([])
      const importId = await begin(context)
      await write(context, importId, 'C1')
      expect(await tx.rows(claims)).toEqual([])
      await write(context, importId, 'C2')
      expect(await tx.rows(claims)).toEqual([])
      await setStatus(context.db, importId, 'publishing')
      expect(await tx.rows(claims)).toHaveLength(2)
    })
    expect(await context.db.rows(claims)).toHaveLength(2)
  })

  it('shows a slice that waited nothing of the import that began meanwhile', async ({ skip }) => {
    skip(inject('engine') !== 'postgresql', ALONE)
    const context = await newContext(use.database)
    let entered = () => {}
    const inside = new Promise<void>((resolve) => (entered = resolve))
    let leave = () => {}
    const left = new Promise<void>((resolve) => (leave = resolve))
    const first = slicesOf(context.db).each([1], async () => (entered(), left))
    await inside
    const seen: unknown[] = []
    const second = slicesOf(context.db).each([1], async (tx) => void seen.push(...(await tx.rows(claims))))
    await waiting(context)
    await write(context, await begin(context), 'C1')
    leave()
    await Promise.all([first, second])
    expect(seen).toEqual([])
  })
})

/** Until somebody waits for the organization's slices. */
async function waiting({ database, organization }: Context): Promise<void> {
  for (;;) {
    const { rows } = await database.orm.execute(sql`select from pg_locks where locktype = 'advisory' and objid = ${organization.id} and not granted`)
    if (rows.length > 0) return
  }
}
