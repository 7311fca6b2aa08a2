import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import { openDatabase, type Database } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { cashRecovered } from '../../src/measures/cash/operation.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { everyRow } from '../computation/everything.ts'
import { newContext } from '../support/database.ts'
import { freshDatabase, type FreshDatabase } from './fresh-database.ts'

const UPGRADE = ['0017_recovered_payments', '0018_recovered_payments_security', '0019_denials_of_a_provider']

describe('a database of before payments that recovered something were kept', () => {
  let fresh: FreshDatabase
  let database: Database
  beforeAll(async () => {
    fresh = await freshDatabase()
    database = await openDatabase(fresh.config)
    await migrate(database)
  })
  afterAll(async () => {
    await database.close()
    await fresh.drop()
  })

  it('has them after the next refresh, of every organization, and restates no day', async () => {
    const practices = [await newContext(database), await newContext(database)]
    for (const context of practices) {
      await insertClaims(context, [
        { id: 'won', decided: '2026-01-20', billed: 300, carc: '197', later: [{ on: '2026-02-20', paid: 250 }] },
        { id: 'unknown', decided: '2026-01-20', billed: 80, carc: '50', payer: null, lines: [], later: [{ on: '2026-02-20', paid: 80 }] },
        { id: 'late', decided: '2026-01-20', billed: 40, carc: '50', payer: 'P2', later: [{ on: '2026-03-02', paid: 40 }] },
      ])
      await recomputeAll(context)
    }
    const state = async () => ({
      rows: await Promise.all(practices.map(everyRow)),
      cash: await Promise.all(practices.map((context) => perform(cashRecovered, context, { days: 90 }))),
    })
    const before = await state()
    expect(before.cash.map(({ total, paymentsTotal }) => [total, paymentsTotal])).toEqual([
      [370, 370],
      [370, 370],
    ])

    // As it was: without the table, and with a day that waited for one payer alone.
    await database.orm.execute(sql`drop table recovered_payments`)
    await database.orm.execute(sql`drop index idx_claims_served_by`)
    await database.orm.execute(sql`delete from overturn_migrations where name = any(${sql.param(UPGRADE)}::text[])`)
    const [first] = practices
    await first!.db.run(sql`
      insert into service_days_to_recompute (organization_id, date_basis, day, cause, claims, payers)
      values (${first!.organization.id}, 'payment', '2026-02-20', 'import:1', '{}', '{P1}')`)

    expect(await migrate(database)).toEqual(UPGRADE)
    expect(await perform(cashRecovered, first!, { days: 90 })).toMatchObject({ total: 370, recomputing: true })
    for (const context of practices) await recomputeMarked(context)
    expect(await state()).toEqual(before)
    for (const { db } of practices) expect(await db.rows(sql`select metric from metric_restatements`)).toEqual([])
  })
})
