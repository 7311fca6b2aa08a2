import { PgDialect } from 'drizzle-orm/pg-core'
import { sql, type SQL } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { bulkInsert, namesOf, selected, unnested, type BulkColumn } from '../../src/db/bulk.ts'
import { useDatabase } from '../support/database.ts'

interface Row {
  at: number
  word: string | null
  list: string[] | null
  whole: number | null
  long: number | null
  amount: string | null
  day: string | null
  flag: boolean | null
  object: unknown
}

const columns: BulkColumn<Row>[] = [
  { name: 'at', type: 'int', of: ({ at }) => at },
  { name: 'word', type: 'text', of: ({ word }) => word },
  { name: 'list', type: 'text[]', of: ({ list }) => list },
  { name: 'whole', type: 'int', of: ({ whole }) => whole },
  { name: 'long', type: 'int8', of: ({ long }) => long },
  { name: 'amount', type: 'numeric', of: ({ amount }) => amount },
  { name: 'day', type: 'date', of: ({ day }) => day },
  { name: 'flag', type: 'boolean', of: ({ flag }) => flag },
  { name: 'object', type: 'jsonb', of: ({ object }) => (object === null ? null : JSON.stringify(object)) },
]

const nothing: Omit<Row, 'at'> = { word: null, list: null, whole: null, long: null, amount: null, day: null, flag: null, object: null }
/** Each as a row that says one thing, so that every column is varied. */
const row = (at: number, more: Partial<Row>): Row => ({ ...nothing, ...more, at })

/** Texts that an array literal, a list within it, or a parameter could take for something else. */
const WORDS = [
  '',
  ' ',
  ' leading and trailing ',
  'NULL',
  'null',
  '"',
  '""',
  "'",
  '\\',
  '\\\\',
  '\\"',
  'a\\',
  '{',
  '}',
  '{}',
  '{"a","b"}',
  ',',
  'a,b',
  ',,',
  'line\nbreak',
  'carriage\r\nreturn',
  '\t',
  '$1',
  '--',
  '; drop table bulk_rows',
  '\u0001\u001f\u007f',
  'Zoë Ångström',
  '漢字',
  '🩺',
  '\u00a0\u200b\ufeff',
  '0',
  'true',
  '(1,2)',
  '%s',
]

describe('rows written in bulk', () => {
  const use = useDatabase()
  const dialect = new PgDialect()
  const run = async (statement: SQL) => {
    const { sql: text, params } = dialect.sqlToQuery(statement)
    return (await use.database.pool.query(text, params)).rows
  }

  beforeAll(async () => {
    await run(sql`
      create table bulk_rows (organization_id int not null, at int, word text, list text[], whole int, long int8, amount numeric, day date, flag boolean, object jsonb)`)
  })

  const roundTrip = async (rows: readonly Row[]) => {
    await run(sql`delete from bulk_rows`)
    await run(bulkInsert('bulk_rows', 7, columns, rows))
    return (await run(sql`select organization_id, ${namesOf(columns)} from bulk_rows order by at`)) as (Row & { organization_id: number })[]
  }
  const expectBack = async (rows: readonly Row[]) => {
    expect(await roundTrip(rows)).toEqual(rows.map((own) => ({ organization_id: 7, ...own })))
  }

  it('come back as they were: every text', () => expectBack(WORDS.map((word, at) => row(at, { word }))))

  it('come back as they were: every list', () =>
    expectBack([[], [''], ['', ''], WORDS, ...WORDS.map((word) => [word]), ...WORDS.map((word) => ['a', word, 'b'])].map((list, at) => row(at, { list }))))

  it('come back as they were: numbers, days, flags, objects', () =>
    expectBack([
      row(0, { whole: 0, long: 0, amount: '0.00', flag: false, object: {} }),
      row(1, { whole: -1, long: -4_294_967_297, amount: '-0.01', day: '0001-01-01', flag: true, object: [] }),
      row(2, { whole: 2_147_483_647, long: Number.MAX_SAFE_INTEGER, amount: '12345678901234567890.99', day: '9999-12-31', object: 'text' }),
      row(3, { object: { 'a "b"': ['\\', '{', null, 1.5, true, { c: 'NULL' }] } }),
      row(4, {}),
    ]))

  it.each<[string, Partial<Row>]>([
    ['nothing', {}],
    ['the word NULL', { word: 'NULL' }],
    ['an empty text and an empty list', { word: '', list: [] }],
    ['hard words', { word: '\\"{,}', list: WORDS }],
    ['numbers and days', { whole: -5, long: 4_294_967_296, amount: '1.10', day: '2026-02-28', flag: false }],
    ['an object', { object: { a: ['"', '\\'] } }],
  ])('say the same of a whole column: %s', async (_, same) => {
    await expectBack([row(0, same)])
    await expectBack([row(0, same), row(1, same), row(2, same)])
    await expectBack([row(0, same), row(1, same), row(2, { ...same, word: 'other', list: ['other'], object: { other: true } })])
  })

  it('are as many as were given, where every column says the same', async () => {
    await run(sql`delete from bulk_rows`)
    const same = columns.filter(({ name }) => name === 'word' || name === 'flag')
    await run(bulkInsert('bulk_rows', 7, same, [row(1, { word: 'a' }), row(2, { word: 'a' }), row(3, { word: 'a' })]))
    expect(await run(sql`select organization_id, word, flag from bulk_rows`)).toEqual([1, 2, 3].map(() => ({ organization_id: 7, word: 'a', flag: null })))
  })

  it('end as the statement says', async () => {
    await run(sql`delete from bulk_rows`)
    const added = await run(bulkInsert('bulk_rows', 7, columns, [row(1, { word: 'a' }), row(2, { word: 'b' })], sql`returning at`))
    expect(added).toEqual([{ at: 1 }, { at: 2 }])
  })

  it('are a relation under any name', async () => {
    const rows = [row(1, { word: 'a', list: ['x', 'NULL'], object: { n: 1 } }), row(2, { list: [] })]
    const some = columns.filter(({ name }) => ['at', 'word', 'list', 'object'].includes(name))
    const told = await run(sql`select ${selected(some, 'told')} from ${unnested(some, rows, 'told')} order by told.at`)
    expect(told).toEqual(rows.map(({ at, word, list, object }) => ({ at, word, list, object })))
  })

  it('come back as they were, whatever they say', async () => {
    // PostgreSQL keeps neither NUL nor half of a surrogate pair; readers reject both.
    const text = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\u0000', '').toWellFormed()),
    )
    const any = fc.record({
      word: fc.option(text),
      list: fc.option(fc.array(text, { maxLength: 4 })),
      whole: fc.option(fc.integer()),
      long: fc.option(fc.maxSafeInteger().map((long) => long || 0)),
      amount: fc.option(
        fc
          .bigInt({ min: -(10n ** 14n), max: 10n ** 14n })
          .map((cents) => `${cents / 100n}.${String((cents < 0n ? -cents : cents) % 100n).padStart(2, '0')}`.replace(/^-?0\.00$/, '0.00')),
      ),
      day: fc.option(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))),
      flag: fc.option(fc.boolean()),
      object: fc.option(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)))),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 8 }), (rows) => expectBack(rows.map((own, at) => ({ ...own, at })))),
      { numRuns: 60 },
    )
  })
})
