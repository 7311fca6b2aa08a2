import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { openDatabase, type Database } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { scopeKeyOf } from '../../src/patterns/scope/condition.ts'
import { textsOf } from '../../src/patterns/texts.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext } from '../support/database.ts'
import { freshDatabase, type FreshDatabase } from './fresh-database.ts'

const UPGRADE = '0020_american_spelling'
const [BEFORE, AFTER] = ['Emergency not recognised', 'Emergency not recognized']

describe('a database of before a reason was spelled as the rest is', () => {
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

  interface Place {
    table: string
    column: string
    type: string
  }

  /** Where a text of the organization stands, and in how many rows. */
  async function placesOf({ db }: Pick<Context, 'db'>, text: string): Promise<(Place & { rows: number })[]> {
    const columns = await db.rows<Place>(sql`
      select c.table_name as "table", c.column_name as "column", c.data_type as type from information_schema.columns c
      where c.table_schema = 'public' and c.data_type in ('text', 'jsonb') and c.is_generated = 'NEVER' and has_column_privilege(c.table_name, c.column_name, 'update')
        and exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'organization_id')
      order by 1, 2`)
    const counts = columns.map(
      ({ table, column, type }) => sql`
        select ${table}::text as "table", ${column}::text as "column", ${type}::text as type, count(*)::int as rows
        from ${sql.identifier(table)} where position(${text} in ${sql.identifier(column)}::text) > 0`,
    )
    const places = await db.rows<Place & { rows: number }>(sql.join(counts, sql` union all `))
    return places.filter(({ rows }) => rows > 0)
  }

  const inWords = (places: readonly (Place & { rows: number })[]) => places.map(({ table, column, rows }) => `${table}.${column} ${rows}`).sort()

  /** Everything that there is, as an earlier version would have spelled it, wherever it stands. */
  async function spelledAsBefore({ db }: Context): Promise<void> {
    for (const { table, column, type } of await placesOf({ db }, AFTER)) {
      const [name, of] = [sql.identifier(table), sql.identifier(column)]
      await db.run(sql`update ${name} set ${of} = replace(${of}::text, ${AFTER}, ${BEFORE})::${sql.raw(type)} where position(${AFTER} in ${of}::text) > 0`)
    }
    await db.run(sql`update saved_views set query = replace(query, 'recognized', 'recognised')`)
  }

  async function practice(): Promise<Context> {
    const context = await newContext(database)
    const { db, organization } = context
    await insertClaims(context, [
      { id: 'urgent', served: '2026-01-10', decided: '2026-01-20', billed: 300, carc: '40', lines: [{ billed: 300, carc: '40' }] },
      { id: 'other', decided: '2026-01-20', billed: 80, carc: '50' },
    ])
    const { title, description } = textsOf(AFTER)
    await db.run(sql`
      insert into patterns (organization_id, id, title, description, category, denial_reason, scope, scope_key, computation_status)
      values (${organization.id}, 'whole', ${title}, ${description}, 'medical-necessity', ${AFTER}, '[]', ${scopeKeyOf(AFTER, [])}, 'pending'),
        (${organization.id}, 'scoped', ${`At P1: ${title}`}, ${description}, 'medical-necessity', ${AFTER}, '[{"field": "payer", "op": "is", "value": "P1"}]',
          ${scopeKeyOf(AFTER, [{ field: 'payer', op: 'is', value: 'P1' }])}, 'pending')`)
    await recomputeAll(context)
    await db.run(sql`
      insert into saved_views (organization_id, id, user_id, screen, name, query, created_at)
      values (${organization.id}, 'mine', 'U', 'claims', 'Mine', ${new URLSearchParams({ reason: AFTER }).toString()}, now())`)
    await db.run(sql`
      insert into alerts (organization_id, kind, subject, message) values (${organization.id}, 'rate_changed', ${`payer-reason:["P1","${AFTER}"]`}, ${`“${AFTER}” rose.`})`)
    await db.run(sql`
      insert into import_word_mappings (organization_id, field, word, read_as) values (${organization.id}, 'denialReason', 'not emergent', ${AFTER})`)
    return context
  }

  it('is spelled anew wherever a reason is kept, of every organization; what payers wrote stays', async () => {
    const practices = [await practice(), await practice()]
    const places = await Promise.all(practices.map(async (context) => inWords(await placesOf(context, AFTER))))
    expect(places[0]).toEqual(
      expect.arrayContaining([
        'claims.denial_reason 1',
        'claim_line_items.denial_reason 1',
        'patterns.scope_key 2',
        'payer_reason_daily_metrics.denial_reason 1',
      ]),
    )
    for (const context of practices) {
      await spelledAsBefore(context)
      await context.db.run(sql`update claims set reported_reason = ${BEFORE} where id = 'urgent'`)
      expect(inWords(await placesOf(context, AFTER))).toEqual([])
    }
    await database.orm.execute(sql`delete from overturn_migrations where name = ${UPGRADE}`)
    expect(await migrate(database)).toEqual([UPGRADE])
    for (const [at, context] of practices.entries()) {
      expect(inWords(await placesOf(context, BEFORE))).toEqual(['claims.reported_reason 1'])
      expect(inWords(await placesOf(context, AFTER))).toEqual(places[at])
      expect(await context.db.row(sql`select query from saved_views`)).toEqual({ query: 'reason=Emergency+not+recognized' })
    }
  })

  it('adds up the days of a payer who wrote it in the new spelling already, and leaves a pattern that is there once', async () => {
    const context = await practice()
    const { db, organization } = context
    await spelledAsBefore(context)
    await db.run(sql`
      insert into payer_reason_daily_metrics (organization_id, payer_id, denial_reason, metric_date, denied_count)
      select organization_id, payer_id, ${AFTER}, metric_date, 2 from payer_reason_daily_metrics where denial_reason = ${BEFORE}`)
    await db.run(sql`
      insert into patterns (organization_id, id, title, category, denial_reason, scope, scope_key)
      values (${organization.id}, 'theirs', ${AFTER}, 'unclassified', ${AFTER}, '[]', ${scopeKeyOf(AFTER, [])})`)
    await database.orm.execute(sql`delete from overturn_migrations where name = ${UPGRADE}`)
    expect(await migrate(database)).toEqual([UPGRADE])
    expect(
      await db.rows(sql`select denial_reason as reason, denied_count as denied from payer_reason_daily_metrics where denial_reason like 'Emergency%'`),
    ).toEqual([{ reason: AFTER, denied: 3 }])
    expect(await db.rows(sql`select id, scope_key like '%recognized%' as renamed from patterns order by id`)).toEqual([
      { id: 'scoped', renamed: true },
      { id: 'theirs', renamed: true },
      { id: 'whole', renamed: false },
    ])
  })
})
